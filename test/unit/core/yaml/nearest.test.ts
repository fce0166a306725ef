import assert from 'node:assert/strict';
import { nearest } from '../../../../src/core/yaml/nearest.js';

describe('The nearest known word', () => {
  const known = ['title', 'id', 'status', 'priority', 'effort', 'owner', 'tasks'];
  const words: Record<string, string | undefined> = {
    titel: 'title',
    Title: 'title',
    prio: 'priority',
    priorty: 'priority',
    efort: 'effort',
    task: 'tasks',
    state: 'status',
    due: undefined,
    description: undefined,
    '': undefined,
    [`title${'e'.repeat(100_000)}`]: undefined,
  };
  for (const [word, expected] of Object.entries(words)) {
    it(`for "${word.slice(0, 20)}" is ${expected ?? 'none'}`, () => assert.equal(nearest(word, known), expected));
  }
});
