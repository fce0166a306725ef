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

  const parent =
    '# Harbour\n\n## Now\n\n- [ ] HB-1 Oil the locks\n  - [ ] HB-2 The northern one\n  - [ ] HB-3 The southern one\n- [ ] HB-4 Rest\n';
  for (const [what, from, to, said] of [
    ['a subtask is reworded', 'northern', 'eastern', /^its subtasks are other ones/],
    ['a subtask is ticked', '[ ] HB-2', '[x] HB-2', /^status is now doing, its subtasks/],
    ['a subtask has an owner', 'HB-3 The southern one', 'HB-3 The southern one @ada', /^its subtasks/],
    ['a subtask is added', '- [ ] HB-4', '  - [ ] HB-9 New\n- [ ] HB-4', /^its subtasks/],
    ['a subtask is removed', '  - [ ] HB-3 The southern one\n', '', /^its subtasks/],
    ['a dependency is added', 'locks', 'locks (depends on HB-4)', /^depends on is now HB-4/],
    ['prose is added below', 'locks\n', 'locks\n\n  Words of a person.\n\n', /^the text of its entry is another$/],
    ['prose is added below a subtask', '- [ ] HB-4', '    Words.\n- [ ] HB-4', /^its subtasks/],
  ] as const) {
    it(`is another where ${what}`, () => {
      const after = parent.replace(from, to);
      assert.notEqual(after, parent);
      assert.match(changedSince(revisionOf(...first(parent)), ...first(after)) ?? 'nothing', said);
    });
  }

  it('is the same whatever stands beside the task, before and behind it', () => {
    for (const [from, to] of [
      ['- [ ] HB-4 Rest\n', ''],
      ['- [ ] HB-4 Rest\n', '- [ ] HB-5 More\n- [ ] HB-4 Rest\n\nWords.\n'],
      ['- [ ] HB-4 Rest\n', '- [ ] HB-4 Rest\n\n## Later\n\n- [ ] HB-6 Other\n'],
      ['# Harbour\n', '# Harbour\n\nA long text that moves everything.\n'],
    ] as const)
      assert.equal(changedSince(revisionOf(...first(parent)), ...first(parent.replace(from, to))), undefined, to);
  });

  it('is found for what is nested deeply', () => {
    let task = first(plan)[0];
    for (let depth = 0; depth < 2_000; depth++) task = { ...task, children: [task] };
    assert.equal(revisionOf(task, []).length, 15);
  });

  it('says all where it is none', () => {
    assert.match(changedSince('', ...first(plan))!, /^status is now todo, title is now Oil the locks, owner/);
  });
});
