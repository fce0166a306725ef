import assert from 'node:assert/strict';
import { taskIn } from '../../../../src/core/agents/findTasks.js';
import { commitLinkAnswer, type FoundCommits } from '../../../../src/core/agents/linking.js';
import { fileOf } from '../../../support/check.js';
import { snapshotOf } from '../../../support/views.js';

describe('A commit that is to be tied to a task', () => {
  const snapshot = snapshotOf([fileOf('- [ ] RM-1: a\n- [ ] RM-2: b\n')]);
  const ask = (commit: string, ...git: readonly (FoundCommits | undefined)[]) =>
    commitLinkAnswer(
      snapshot,
      taskIn(snapshot, 'RM-1'),
      { task: 'RM-1', commit },
      git.length > 0 ? { git: git[0] } : {},
    ).structured;

  it('is told from one that is not there, and from no history', () => {
    const found = ask('ABCD', { hashes: [`abcd${'0'.repeat(36)}`], shallow: false });
    assert.match(found.message, /^Commit ABCD is none of those that name RM-1/);
    assert.match(ask('abcd', { hashes: [], shallow: false }).message, /is not in this repository/);
    assert.match(ask('abcd', { hashes: [], shallow: true }).message, /which is shallow/);
    assert.match(ask('abcd', undefined).message, /^There is no history here/);
    for (const { message, trailer } of [found, ask('abcd', undefined)]) {
      assert.ok(message.includes(`"${trailer}"`));
      assert.doesNotMatch(message, /amend/);
    }
  });

  it('is refused where several begin alike', () => {
    const hashes = ['abcd1'.padEnd(40, '0'), 'abcd2'.padEnd(40, '0')];
    assert.throws(() => ask('abcd', { hashes, shallow: false }), /Several commits begin with abcd.*abcd1000/);
  });
});
