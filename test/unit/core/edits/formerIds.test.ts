import assert from 'node:assert/strict';
import { changesIds, formerIds } from '../../../../src/core/edits/formerIds.js';
import { planEdits } from '../../../../src/core/edits/planEdits.js';
import type { Change } from '../../../../src/core/model/edit.js';
import { formerIdsOf } from '../../../../src/workspace/editing.js';
import { openMarkdown, plan } from '../../../support/edit.js';

/** The ids that tasks have no more after a change: `old → id`. */
function former(text: string, change: Change): string[] {
  const planned = plan(text, change);
  assert.ok(planned.ok, JSON.stringify(planned));
  const after = openMarkdown(planned.text).roadmap;
  return formerIds(openMarkdown(text).roadmap, after).map(({ old, id }) => `${old} → ${id}`);
}

const text = '# Plan\n\n## Now\n\n- [ ] Add tests\n- [ ] RM-1 Sign\n- [ ] RM-2 Print\n\n## Later\n\n- [ ] Write docs\n';

describe('Former ids', () => {
  it('are those of a task with a new title, where its id was made of that', () => {
    assert.deepEqual(former(text, { kind: 'set', task: 'add-tests', field: 'title', value: 'Add more tests' }), [
      'add-tests → add-more-tests',
    ]);
    assert.deepEqual(former(text, { kind: 'set', task: 'RM-1', field: 'title', value: 'Sign all' }), []);
  });

  it('are those of a task with a new id', () => {
    assert.deepEqual(former(text, { kind: 'set', task: 'RM-1', field: 'id', value: 'RM-9' }), ['RM-1 → RM-9']);
    assert.deepEqual(former(text, { kind: 'set', task: 'add-tests', field: 'id', value: 'RM-9' }), [
      'add-tests → RM-9',
    ]);
  });

  it('are those of other tasks, too, which are called alike then', () => {
    assert.deepEqual(former(text, { kind: 'set', task: 'write-docs', field: 'title', value: 'Add tests' }), [
      'add-tests → now/add-tests',
      'write-docs → later/add-tests',
    ]);
  });

  it('are none where another task has the id now', () => {
    const alike = '# Plan\n\n- [ ] Add tests\n- [ ] Add tests\n';
    const [first] = formerIds(openMarkdown(alike).roadmap, openMarkdown(alike).roadmap);
    assert.equal(first, undefined);
    const found = former(alike, { kind: 'set', task: 'add-tests', field: 'title', value: 'Add docs' });
    assert.ok(!found.some((one) => one.startsWith('add-tests →')), found.join());
  });

  it('are asked for where a title or an id is set', () => {
    const title: Change = { kind: 'set', task: 'a', field: 'title', value: 'b' };
    assert.equal(changesIds([title]), true);
    assert.equal(changesIds([{ kind: 'set', task: 'a', field: 'owner', value: 'b' }]), false);
    assert.equal(changesIds([title, { kind: 'move', tasks: ['a'], place: { after: 'c' } }]), true);
    assert.equal(changesIds([{ kind: 'move', tasks: ['a'], place: { after: 'c' } }]), false);
  });

  it('are known of tasks that are renamed and moved at once', () => {
    const document = openMarkdown(text);
    const changes: readonly Change[] = [
      { kind: 'set', task: 'add-tests', field: 'title', value: 'Add more tests' },
      { kind: 'set', task: 'RM-1', field: 'id', value: 'RM-9' },
      { kind: 'move', tasks: ['add-tests'], place: { after: 'write-docs' } },
    ];
    const planned = planEdits(document, changes);
    assert.ok(planned.ok, JSON.stringify(planned));
    assert.deepEqual(
      formerIdsOf(document, planned.text, changes).map(({ old, id }) => `${old} → ${id}`),
      ['add-tests → add-more-tests', 'RM-1 → RM-9'],
    );
  });
});
