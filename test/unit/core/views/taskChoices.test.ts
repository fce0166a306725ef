import assert from 'node:assert/strict';
import { sayPlace, searchTasks, taskChoices, type ChoiceScope } from '../../../../src/core/views/taskChoices.js';
import { folder, roadmap, workspace } from '../../../support/links.js';

const plan = `# Plan

## Release

- [x] RM-1 Sign the images
- [-] RM-2 Fax the images
- [ ] RM-3 Print labels

## Later

- [ ] Add E2E tests
`;
const file = roadmap('ROADMAP.md', plan);
const snapshot = workspace([file]);
const scope: ChoiceScope = { folder: folder.uri, path: 'src/a.ts' };

const ids = (typed = '', preferred?: string, at = scope) =>
  taskChoices(snapshot, at, typed, preferred === undefined ? undefined : { uri: file.uri, id: preferred }).entries.map(
    ({ task }) => task.id,
  );

describe('Choices of tasks', () => {
  it('begin with what is open, and end with what was cancelled', () => {
    assert.deepEqual(ids(), ['RM-3', 'add-e2e-tests', 'RM-1', 'RM-2']);
  });

  it('begin with the preferred one', () => assert.deepEqual(ids('', 'RM-1')[0], 'RM-1'));

  it('are found by the letters of id and title, in their order', () => {
    assert.deepEqual(ids('imag'), ['RM-1', 'RM-2']);
    assert.deepEqual(ids('RM-3'), ['RM-3']);
    assert.deepEqual(ids('ade2'), ['add-e2e-tests']);
    assert.deepEqual(ids('zz'), []);
  });

  it('say how each stands and where', () => {
    assert.deepEqual(taskChoices(snapshot, scope, '').entries.map(sayPlace), [
      '○ Release',
      '○ Later',
      '● Release',
      '✕ Release',
    ]);
  });

  it('are so many at most, and say that there are more', () => {
    const many = `# Plan\n\n${Array.from({ length: 600 }, (_, at) => `- [ ] RM-${at + 1} Step\n`).join('')}`;
    const found = taskChoices(workspace([roadmap('ROADMAP.md', many)]), scope, '');
    assert.deepEqual([found.entries.length, found.isIncomplete], [500, true]);
    assert.equal(taskChoices(snapshot, scope, '').isIncomplete, false);
  });

  it('leave out a task whose id would mean one of a nearer roadmap', () => {
    const near = roadmap('src/ROADMAP.md', '# Near\n\n- [ ] RM-3 Near\n- [ ] RM-9 Only here\n');
    const both = workspace([file, near]);
    const titles = (path: string) =>
      taskChoices(both, { folder: folder.uri, path }, 'RM-3').entries.map(({ task }) => task.title);
    assert.deepEqual(titles('src/a.ts'), ['Near']);
    assert.deepEqual(titles('lib/a.ts'), ['Print labels']);
  });

  it('are the other tasks of a roadmap, for what one depends on', () => {
    const offset = plan.indexOf('Print labels');
    const at = { ...scope, path: 'ROADMAP.md', dependent: { uri: file.uri, offset } };
    assert.deepEqual(ids('', undefined, at), ['add-e2e-tests', 'RM-1', 'RM-2']);
  });

  it('are of the folder alone', () => {
    assert.deepEqual(ids('', undefined, { folder: 'file:///other', path: '' }), []);
  });
});

describe('Searching all tasks', () => {
  it('keeps the order of the plan', () => {
    assert.deepEqual(
      searchTasks(snapshot, 'r').entries.map(({ task }) => task.id),
      ['RM-1', 'RM-2', 'RM-3'],
    );
    assert.equal(searchTasks(snapshot, '').entries.length, 4);
    assert.deepEqual(
      [searchTasks(snapshot, '', 2).entries.length, searchTasks(snapshot, '', 2).isIncomplete],
      [2, true],
    );
  });
});
