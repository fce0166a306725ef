import assert from 'node:assert/strict';
import { linksOf, resolveTodos } from '../../../../src/core/links/links.js';
import { taskLookup } from '../../../../src/core/links/taskLookup.js';
import type { Commit } from '../../../../src/core/model/history.js';
import { commit, folder, roadmap, todoFile, workspace } from '../../../support/links.js';

const plan = '# Plan\n\n- [ ] RM-1 First\n- [ ] RM-2 Second\n- [ ] RM-3 Third\n';

describe('Links', () => {
  it('tie TODOs, commits and branches to their task', () => {
    const file = roadmap('ROADMAP.md', plan);
    const snapshot = workspace([file], {
      todos: [todoFile('b.ts', 'RM-1'), todoFile('a.ts', 'rm-1', 'RM-2')],
      commits: [commit('b', 'fixes RM-1', '', 2), commit('a', 'RM-1', '', 1)],
      branches: ['feat/rm-1-first'],
    });
    assert.ok(linksOf(snapshot).hasTodos);
    const { todos, commits, branches } = linksOf(snapshot).activityOf(file.uri, 'RM-1');
    assert.deepEqual(
      todos.map(({ uri, index }) => `${uri.slice(-4)}#${index}`),
      ['a.ts#0', 'b.ts#0'],
    );
    assert.deepEqual(
      commits.map(({ commit: { subject }, closes }) => [subject, closes]),
      [
        ['fixes RM-1', true],
        ['RM-1', false],
      ],
    );
    assert.deepEqual(
      branches.map(({ branch }) => branch.name),
      ['feat/rm-1-first'],
    );
  });

  it('leave alone what only looks like an id', () => {
    const snapshot = workspace([roadmap('ROADMAP.md', plan)], {
      todos: [todoFile('a.ts', 'UTF-8', 'ADR-034', 'ada')],
      commits: [commit('a', 'Decode UTF-8 as BCP-47 says, see ADR-034')],
    });
    const links = linksOf(snapshot);
    assert.deepEqual(links.dangling, []);
    assert.equal(links.unlinkedTodos.length, 3);
    assert.equal(links.hasTodos, false);
    assert.equal(links.unlinkedCommits.length, 1);
  });

  it('take it for an id where tasks are called so', () => {
    const file = roadmap('ROADMAP.md', '# Plan\n\n- [ ] ADR-034 Decide\n- [ ] ADR-035 Decide more\n');
    const snapshot = workspace([file], { commits: [commit('a', 'See ADR-034')] });
    assert.equal(linksOf(snapshot).activityOf(file.uri, 'ADR-034').commits.length, 1);
  });

  it('say what names a task that is not there', () => {
    const snapshot = workspace([roadmap('ROADMAP.md', plan)], {
      todos: [todoFile('a.ts', 'RM-99')],
      commits: [commit('a', 'closes RM-98')],
      branches: ['rm-97-x'],
    });
    assert.deepEqual(
      linksOf(snapshot).dangling.map(({ kind, raw }) => `${kind} ${raw}`),
      ['todo RM-99', 'commit RM-98'],
    );
    assert.equal(linksOf(snapshot).unlinkedTodos.length, 0);
  });

  it('count the prefix of the configuration, too', () => {
    const file = roadmap('ROADMAP.md', '# Plan\n\n- [ ] First\n');
    const snapshot = workspace([file], { todos: [todoFile('a.ts', 'RM-99')], config: { idPrefix: 'RM' } });
    assert.equal(linksOf(snapshot).dangling.length, 1);
  });

  it('know a task by its derived id, with and without its group', () => {
    const text = '# Plan\n\n## One\n\n- [ ] Add tests\n- [ ] Write docs\n\n## Two\n\n- [ ] Write docs\n';
    const file = roadmap('ROADMAP.md', text);
    const snapshot = workspace([file], { todos: [todoFile('a.ts', 'add-tests', 'one/write-docs')] });
    assert.equal(linksOf(snapshot).activityOf(file.uri, 'add-tests').todos.length, 1);
    assert.equal(linksOf(snapshot).activityOf(file.uri, 'one/write-docs').todos.length, 1);
  });

  it('know a task by the ids it had before', () => {
    const file = roadmap('ROADMAP.md', plan);
    const aliases = new Map([
      ['first-draft', 'RM-77'],
      ['rm-77', 'RM-1'],
    ]);
    const snapshot = workspace([file], { todos: [todoFile('a.ts', 'first-draft', 'RM-77')], config: { aliases } });
    assert.equal(linksOf(snapshot).activityOf(file.uri, 'RM-1').todos.length, 2);
  });

  it('mean the task of the nearest roadmap above the file', () => {
    const root = roadmap('ROADMAP.md', plan);
    const inner = roadmap('packages/a/docs/ROADMAP.md', plan);
    const snapshot = workspace([root, inner], {
      todos: [todoFile('packages/a/src/x.ts', 'RM-1'), todoFile('src/x.ts', 'RM-1')],
    });
    const links = linksOf(snapshot);
    assert.deepEqual(
      links.activityOf(inner.uri, 'RM-1').todos.map(({ uri }) => uri),
      [`${folder.uri}/packages/a/src/x.ts`],
    );
    assert.deepEqual(
      links.activityOf(root.uri, 'RM-1').todos.map(({ uri }) => uri),
      [`${folder.uri}/src/x.ts`],
    );
  });

  it('say where several roadmaps are equally near', () => {
    const snapshot = workspace([roadmap('ROADMAP.md', plan), roadmap('docs/PLAN.md', plan)], {
      todos: [todoFile('a.ts', 'RM-1')],
    });
    const [one] = linksOf(snapshot).dangling;
    assert.equal(one?.targets.length, 2);
  });

  it('know that a commit was reverted, and that the revert was', () => {
    const file = roadmap('ROADMAP.md', plan);
    const made = commit('a1', 'closes RM-1', '', 1);
    const undone = commit('b1', 'Revert "closes RM-1"', `This reverts commit ${made.hash}.`, 2);
    const redone = commit('c1', 'Revert "Revert "closes RM-1""', `This reverts commit ${undone.hash.slice(0, 9)}.`, 3);
    const closing = (commits: readonly Commit[]) =>
      linksOf(workspace([file], { commits }))
        .activityOf(file.uri, 'RM-1')
        .commits.find(({ commit: { hash } }) => hash === made.hash);
    assert.equal(closing([made])?.closes, true);
    assert.deepEqual([closing([undone, made])?.closes, closing([undone, made])?.reverted], [false, true]);
    assert.deepEqual(
      [closing([redone, undone, made])?.closes, closing([redone, undone, made])?.reverted],
      [true, false],
    );
  });

  it('know what a pull request reverts, and what only another branch does', () => {
    const file = roadmap('ROADMAP.md', plan);
    const made = commit('a1', 'closes RM-1 (#34)', '', 1);
    const closes = (...later: readonly Commit[]) =>
      linksOf(workspace([file], { commits: [...later, made] }))
        .activityOf(file.uri, 'RM-1')
        .commits.find(({ commit: { hash } }) => hash === made.hash)?.closes;
    assert.equal(closes(commit('b1', 'Revert "closes RM-1 (#34)" (#35)', 'Reverts ada/harbour#34', 2)), false);
    const elsewhere = { ...commit('c1', 'Revert', `This reverts commit ${made.hash}.`, 2), branch: 'try' };
    assert.equal(closes(elsewhere), true);
  });

  it('show a branch that names its task twice once', () => {
    const file = roadmap('ROADMAP.md', plan);
    const snapshot = workspace([file], { branches: ['RM-1/rm-1-first'] });
    assert.equal(linksOf(snapshot).activityOf(file.uri, 'RM-1').branches.length, 1);
  });

  it('stay the same object while one types in a roadmap', () => {
    const typed = (text: string) => workspace([roadmap('ROADMAP.md', text)], { todos: [todoFile('a.ts', 'RM-1')] });
    const before = typed(plan);
    const after = { ...before, roadmaps: typed(plan.replace('First', 'The first')).roadmaps };
    assert.equal(linksOf(after), linksOf(before));
    const other = { ...before, roadmaps: typed(plan.replace('RM-3', 'RM-4')).roadmaps };
    assert.notEqual(linksOf(other), linksOf(before));
  });

  it('are computed once while roadmaps, TODOs and history say the same', () => {
    const snapshot = workspace([roadmap('ROADMAP.md', plan)], { todos: [todoFile('a.ts', 'RM-1')] });
    const later = { ...snapshot, revision: 2, todos: { ...snapshot.todos, files: new Map(snapshot.todos.files) } };
    assert.equal(linksOf(later), linksOf(snapshot));
    const [file] = snapshot.todos.files.values();
    assert.equal(resolveTodos(later, { ...file! }), resolveTodos(snapshot, file!));
    assert.equal(taskLookup(later), taskLookup(snapshot));
  });
});
