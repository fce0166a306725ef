import assert from 'node:assert/strict';
import { onlyPlace } from '../../../src/extension/newTaskPlace.js';
import { read } from '../../support/check.js';

describe('The place of a new task', () => {
  it('is behind the last one where a roadmap has no groups', () => {
    assert.deepEqual(
      onlyPlace(read('# Plan\n\n- [ ] [RM-1] Begin\n  - [ ] Think\n- [ ] [RM-2] Go on\n  - [ ] Rest\n')),
      {
        after: 'RM-2',
      },
    );
  });

  it('is for the person to choose where there are groups, and nowhere without tasks', () => {
    assert.equal(onlyPlace(read('# Plan\n\n- [ ] Begin\n\n## Now\n\n- [ ] Go on\n')), undefined);
    assert.equal(onlyPlace(read('# Plan\n')), undefined);
  });
});
