import assert from 'node:assert/strict';
import type { FileProblems } from '../../../src/core/model/problem.js';
import { KnownProblems } from '../../../src/extension/knownProblems.js';

const file = (uri: string): FileProblems => ({
  uri,
  folder: { uri: 'file:///work', name: 'work' },
  path: uri,
  problems: [],
});

describe('The problems that are known', () => {
  it('are said to be known after the first check, also where it finds nothing', () => {
    const known = new KnownProblems();
    assert.equal(known.all, undefined);
    assert.deepEqual(known.take([]), new Set());
    assert.deepEqual(known.all, []);
    assert.equal(known.take([]), undefined);
  });

  it('are the same list while nothing is new', () => {
    const known = new KnownProblems();
    const [a, b] = [file('a'), file('b')];
    assert.deepEqual(known.take([a, b]), new Set(['a', 'b']));
    const { all } = known;
    assert.equal(known.take([a, b]), undefined);
    assert.equal(known.all, all);
    assert.equal(known.of('a'), a);
  });

  it('tell of files with others, with new ones and with none any more', () => {
    const known = new KnownProblems();
    known.take([file('a'), file('b')]);
    assert.deepEqual(known.take([file('a'), file('c')]), new Set(['a', 'b', 'c']));
    assert.equal(known.of('b'), undefined);
    assert.deepEqual(known.all, [file('a'), file('c')]);
  });
});
