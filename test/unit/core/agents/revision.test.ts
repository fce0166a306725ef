import assert from 'node:assert/strict';
import { changedSince, revisionOf } from '../../../../src/core/agents/revision.js';
import { parseMarkdown } from '../../../../src/core/formats/markdown/parseMarkdown.js';
import { placedTasks } from '../../../../src/core/views/taskList.js';

/** The first task of a plan, with the titles above it. */
function first(text: string) {
  const [placed] = placedTasks(parseMarkdown(text).value);
  return [placed!.task, placed!.path] as const;
}

const plan = '# Harbour\n\n## Now\n\n- [ ] Oil the locks @ada 📅 2026-12-24\n';

describe('The revision of a task', () => {
  it('is the same wherever the task stands in the file', () => {
    assert.equal(revisionOf(...first(plan)), revisionOf(...first(plan.replace('## Now', 'Words.\n\n## Now'))));
  });

  for (const [from, to, said] of [
    ['[ ]', '[x]', 'status is now done'],
    ['Oil', 'Grease', 'title is now Grease the locks'],
    ['@ada', '@bob', 'owner is now bob'],
    ['@ada ', '', 'owner is now empty'],
    ['2026-12-24', '2026-12-31', 'due is now 2026-12-31'],
    ['## Now', '## Later', 'place is now Later'],
  ] as const) {
    it(`tells that ${said}`, () => {
      const before = revisionOf(...first(plan));
      assert.equal(changedSince(before, ...first(plan)), undefined);
      assert.equal(changedSince(before, ...first(plan.replace(from, to)))?.replace('@', ''), said);
    });
  }

  it('says all where it is none', () => {
    assert.match(changedSince('', ...first(plan))!, /^status is now todo, title is now Oil the locks, owner/);
  });
});
