import assert from 'node:assert/strict';
import { wholeRoadmapOf } from '../../../src/extension/commands.js';

const uri = 'file:///work/ROADMAP.md';

describe('What a command is asked for', () => {
  it('is a roadmap as a whole where no part of it is named', () => {
    assert.equal(wholeRoadmapOf({ uri }), uri);
    const others = [{ uri, id: 'RM-1' }, { uri, taskId: 'RM-1' }, { uri, groupId: 'now' }, { scheme: 'file' }, {}];
    for (const argument of [...others, { uri: 1 }, uri, null, undefined]) {
      assert.equal(wholeRoadmapOf(argument), undefined, JSON.stringify(argument));
    }
  });
});
