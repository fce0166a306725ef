import assert from 'node:assert/strict';
import { currentBranch, tasksOfCurrentBranch } from '../../../../src/core/links/branchTasks.js';
import { missingReferences } from '../../../../src/core/links/missingReferences.js';
import { folder, roadmap, workspace } from '../../../support/links.js';

const plan = roadmap('ROADMAP.md', '# P\n- [ ] RM-1 Sign the images\n- [ ] RM-2 Print\n- [ ] Login\n');

/** A workspace in which this branch is checked out. */
function on(branch: string | undefined, config = {}) {
  const snapshot = workspace([plan], { branches: ['main', 'RM-2-print', ...(branch ? [branch] : [])], config });
  const [history] = snapshot.histories;
  const branches = history!.branches.map((each) => ({ ...each, current: each.name === branch }));
  return { ...snapshot, histories: [{ ...history!, branches }] };
}

const idsOn = (branch: string | undefined, config = {}) =>
  tasksOfCurrentBranch(on(branch, config), folder.uri).map(({ id }) => id);
const missing = (branch: string | undefined, text: string, isFile = false) =>
  missingReferences(on(branch), folder.uri, text, isFile).map(({ id }) => id);

describe('The branch that is checked out', () => {
  it('is for the tasks that its name means', () => {
    assert.deepEqual(idsOn('feat/rm-1-sign'), ['RM-1']);
    assert.deepEqual(idsOn('rm-1_rm-2_rm-1'), ['RM-1', 'RM-2']);
    assert.deepEqual(idsOn('task/login'), ['login']);
    assert.deepEqual(idsOn('old-7-sign', { aliases: new Map([['old-7', 'RM-1']]) }), ['RM-1']);
    assert.deepEqual(idsOn('login'), []);
    assert.deepEqual(idsOn(undefined), []);
    assert.equal(currentBranch(on('x'), folder.uri)?.name, 'x');
    assert.equal(currentBranch(on('x'), 'file:///other'), undefined);
  });

  it('is missed in a message that names no task', () => {
    assert.deepEqual(missing('rm-1-sign', 'Sign'), ['RM-1']);
    assert.deepEqual(missing('rm-1-sign', 'Sign\n\nRefs: #12'), ['RM-1']);
    assert.deepEqual(missing('rm-1-sign', 'Sign\n# RM-1', true), ['RM-1']);
    // An id of no task is a reference to none.
    assert.deepEqual(missing('rm-1-sign', 'UTF-8 Sign'), ['RM-1']);
  });

  it('is not missed where a task is named, or nothing is written, or the branch is for none', () => {
    assert.deepEqual(missing('rm-1-sign', 'RM-1: Sign'), []);
    assert.deepEqual(missing('rm-1-sign', 'Sign\n\nTask: login'), []);
    assert.deepEqual(missing('rm-1-sign', 'RM-2: another one'), []);
    assert.deepEqual(missing('rm-1-sign', ' \n'), []);
    assert.deepEqual(missing('rm-1-sign', '\n# On branch\n', true), []);
    assert.deepEqual(missing('rm-1-sign', 'fixup! Sign'), []);
    assert.deepEqual(missing('rm-1-sign', "Merge branch 'main'"), []);
    assert.deepEqual(missing('main', 'Sign'), []);
  });
});
