import assert from 'node:assert/strict';
import { sayAge } from '../../../../src/core/views/ages.js';
import { roadmapLenses, todoLenses } from '../../../../src/core/views/lenses.js';
import { taskCard } from '../../../../src/core/views/taskCard.js';
import { buildTodoTree } from '../../../../src/core/views/todoTree.js';
import { buildTree } from '../../../../src/core/views/tree.js';
import { tasksOf } from '../../../../src/core/model/roadmap.js';
import { commit, roadmap, todoFile, workspace } from '../../../support/links.js';
import { allNodes } from '../../../support/views.js';

const text = `# Plan

## Testing & Quality

**Priority:** High

- [x] RM-1 Unit tests
- [ ] RM-2 Add E2E API tests
- [ ] RM-3 A title that goes on and on, far beyond what any lens has room for, however wide a window is
`;
const now = 1_000_000;

describe('A lens', () => {
  const file = roadmap('ROADMAP.md', text);

  it('above a TODO says status, title, place in the plan, what is left, and priority', () => {
    const code = todoFile('a.ts', 'RM-2', 'RM-1');
    const snapshot = workspace([file], { todos: [code] });
    assert.deepEqual(
      todoLenses(snapshot, code, false).map(({ title }) => title),
      ['○ Add E2E API tests · Testing & Quality · 1/3 · ↑ high', '● Unit tests · Testing & Quality · 1/3 · ↑ high'],
    );
  });

  it('has at most 80 characters, cut at a word', () => {
    const code = todoFile('a.ts', 'RM-3');
    const [lens] = todoLenses(workspace([file], { todos: [code] }), code, false);
    assert.equal(lens?.title, '○ A title that goes on and on, far beyond… · Testing & Quality · 1/3 · ↑ high');
    assert.ok(lens.title.length <= 80);
  });

  it('says where there is no such task, and offers one to those without only where that is wanted', () => {
    const code = todoFile('a.ts', 'RM-9', '');
    const snapshot = workspace([file], { todos: [code] });
    assert.deepEqual(
      todoLenses(snapshot, code, false).map(({ title }) => title),
      ['RM-9: no such task'],
    );
    assert.deepEqual(
      todoLenses(snapshot, code, true).map(({ kind }) => kind),
      ['unknown', 'unlinked'],
    );
  });

  it('above a task says what belongs to it, and since when', () => {
    const snapshot = workspace([file], {
      todos: [todoFile('a.ts', 'RM-2', 'RM-2')],
      commits: [commit('a', 'RM-2', '', now - 2 * 86_400), commit('b', 'RM-2', '', now - 9 * 86_400)],
    });
    assert.deepEqual(
      roadmapLenses(snapshot, file, now).map(({ task, title }) => [task.id, title]),
      [['RM-2', '2 TODOs · 2 commits · 2 days ago']],
    );
  });
});

describe('The card of a task', () => {
  it('has its place, its progress, and the last of what belongs to it', () => {
    const file = roadmap('ROADMAP.md', text);
    const commits = [1, 2, 3, 4].map((day) => commit(`${day}`, `RM-2 ${day}`, '', now - day * 86_400));
    const snapshot = workspace([file], { todos: [todoFile('a.ts', 'RM-2')], commits, branches: ['rm-2'] });
    const task = [...tasksOf(file.roadmap!)].find(({ id }) => id === 'RM-2')!;
    const card = taskCard(snapshot, { file, task }, now);
    assert.deepEqual(
      [card.sign, card.title, card.status, card.path, card.progress],
      [
        '○',
        'Add E2E API tests',
        'to do · RM-2',
        ['Testing & Quality'],
        { name: 'Testing & Quality', bar: '▰▰▰▱▱▱▱▱▱▱ 1/3 · 33 %' },
      ],
    );
    assert.deepEqual(
      card.commits.map(({ short, about }) => [short, about]),
      [
        ['1000000', 'Ada, 1 day ago'],
        ['2000000', 'Ada, 2 days ago'],
        ['3000000', 'Ada, 3 days ago'],
      ],
    );
    assert.deepEqual([card.moreCommits, card.todos.length, card.branches.length], [1, 1, 1]);
  });

  it('says why something may be missing', () => {
    const file = roadmap('ROADMAP.md', text);
    const whole = workspace([file]);
    const problems = [{ code: 'no-history', severity: 'info', message: 'No history here.' }] as const;
    const histories = whole.histories.map((history) => ({ ...history, state: 'unavailable' as const, problems }));
    const [task] = tasksOf(file.roadmap!);
    assert.deepEqual(taskCard({ ...whole, histories }, { file, task: task! }, now).missing, ['No history here.']);
  });
});

describe('Rows of TODOs and commits', () => {
  const file = roadmap('ROADMAP.md', text);
  const snapshot = workspace([file], {
    todos: [todoFile('src/a.ts', 'RM-2', 'RM-9', '')],
    commits: Array.from({ length: 25 }, (_, at) => commit(`${at}`, 'RM-2', '', at)),
    branches: ['rm-2'],
  });

  it('stand below their task, the newest commits first, and a last row stands for the rest', () => {
    const rows = allNodes(buildTree(snapshot, {}, { now })).filter(({ parent }) => parent?.taskId === 'RM-2');
    assert.deepEqual(
      [rows.length, rows[0]?.description, rows[1]?.label, rows.at(-1)?.label],
      [23, 'TODO · src/a.ts:1', 'rm-2', '5 more commits'],
    );
    assert.equal(
      new Set(allNodes(buildTree(snapshot, {}, { now })).map(({ key }) => key)).size,
      allNodes(buildTree(snapshot, {}, { now })).length,
    );
  });

  it('do not make a task one with subtasks', () => {
    const row = allNodes(buildTree(snapshot, {}, { now })).find(({ taskId }) => taskId === 'RM-2');
    assert.deepEqual([row?.nested, row?.hasChildren, row?.description], [false, true, 'RM-2 · 1 TODO · 25 commits']);
  });

  it('say what kept them from being found', () => {
    const problem = (severity: 'info' | 'error', message: string) =>
      ({ code: 'no-history', severity, message }) as const;
    const histories = snapshot.histories.map((history) => ({
      ...history,
      problems: [problem('info', 'A worktree.'), problem('error', 'git hung.')],
    }));
    assert.deepEqual(
      buildTodoTree({ ...snapshot, histories })
        .filter(({ kind }) => kind === 'problem')
        .map(({ label }) => label),
      ['git hung.'],
    );
  });

  it('are a view of their own: by task, then what names none, each once', () => {
    const rows = allNodes(buildTodoTree(snapshot));
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} | ${description}`),
      [
        'Add E2E API tests | 1 TODO · RM-2',
        'x | TODO · src/a.ts:1',
        'No such task | 1 TODO',
        'x | TODO · src/a.ts:1',
        'Without a task | 1 TODO',
        'a.ts | 1 TODO · src',
        'x | TODO · src/a.ts:1',
      ],
    );
    assert.deepEqual(
      buildTodoTree(snapshot, () => false),
      [],
    );
  });
});

describe('An age', () => {
  for (const [seconds, said] of [
    [-5, 'now'],
    [10, 'now'],
    [60, '1 minute ago'],
    [3_000, '50 minutes ago'],
    [3_600, '1 hour ago'],
    [36_000, '10 hours ago'],
    [86_400, '1 day ago'],
    [2 * 86_400, '2 days ago'],
    [20 * 86_400, '2 weeks ago'],
    [70 * 86_400, '2 months ago'],
    [400 * 86_400, '1 year ago'],
    [800 * 86_400, '2 years ago'],
  ] as const) {
    it(`of ${seconds} seconds is ${said}`, () => assert.equal(sayAge(now - seconds, now), said));
  }
});
