import assert from 'node:assert/strict';
import { findTask, listTasks } from '../../../../src/core/views/taskList.js';
import { fileOf } from '../../../support/check.js';
import { snapshotOf } from '../../../support/views.js';

const first = fileOf('# P\n## Week 1: Search\n- Index\n  - Names\n- RM-1 Rank\n- RM-2 Sort\n');
const second = fileOf('- Index\n', 'docs/ROADMAP.md');
const elsewhere = fileOf('- Index\n', 'ROADMAP.md', 'other');
const snapshot = snapshotOf([first, second, elsewhere], {
  aliases: new Map([
    ['find', 'Index'],
    ['rank', 'rm-1'],
    ['order', 'rank'],
    ['here', 'there'],
    ['there', 'here'],
  ]),
});

describe('The list of tasks', () => {
  it('holds all of them in order, each with what stands above it', () => {
    assert.deepEqual(
      listTasks(snapshot).map(({ file, task, path }) => [file.path, ...path, task.title].join(' > ')),
      [
        'ROADMAP.md > Search > Index',
        'ROADMAP.md > Search > Index > Names',
        'ROADMAP.md > Search > Rank',
        'ROADMAP.md > Search > Sort',
        'docs/ROADMAP.md > Index',
        'ROADMAP.md > Index',
      ],
    );
  });

  it('knows the former ids, in their folder alone', () => {
    assert.deepEqual(
      listTasks(snapshot).map(({ aliases }) => aliases.join()),
      ['find', '', 'rank', '', 'find', ''],
    );
  });
});

describe('A task', () => {
  it('is found by its id in any case, in the first roadmap or in the one that is meant', () => {
    assert.equal(findTask(snapshot, 'rm-1')?.task.title, 'Rank');
    assert.equal(findTask(snapshot, 'INDEX')?.file, first);
    assert.equal(findTask(snapshot, 'index', second.uri)?.file, second);
    assert.equal(findTask(snapshot, 'RM-1', second.uri), undefined);
  });

  it('is found by an id it had before', () => {
    assert.equal(findTask(snapshot, 'Rank')?.task.id, 'RM-1');
    assert.equal(findTask(snapshot, 'find', elsewhere.uri), undefined);
    assert.equal(findTask(snapshot, 'order')?.task.id, 'RM-1');
    assert.equal(findTask(snapshot, 'here'), undefined);
  });
});
