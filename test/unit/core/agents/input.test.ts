import assert from 'node:assert/strict';
import { checkInput } from '../../../../src/core/agents/input.js';
import { short } from '../../../../src/core/agents/short.js';
import { tools } from '../../../../src/core/agents/tools.js';

const { input: find } = tools.find(({ name }) => name === 'find_tasks')!;
const { input: update } = tools.find(({ name }) => name === 'update_task')!;

describe('Arguments of tools', () => {
  it('are taken as their schema has them', () => {
    assert.equal(checkInput(find, {}), undefined);
    assert.equal(checkInput(find, { query: 'Löschen 🎉', limit: 100, status: 'doing' }), undefined);
    assert.equal(checkInput(update, { task: 'a', revision: 'b', priority: '', owner: '', remove: false }), undefined);
    assert.equal(checkInput(update, { task: 'a', revision: 'b', owner: undefined }), undefined);
  });

  for (const [schema, input, said] of [
    [find, undefined, /have to be an object/],
    [find, [], /have to be an object/],
    [find, { limit: 0 }, /limit has to be a whole number from 1 to 100/],
    [find, { limit: 1.5 }, /whole number/],
    [find, { status: 'nearly' }, /status has to be one of todo, doing/],
    [find, { query: 5 }, /query has to be a text/],
    [find, { query: 'x'.repeat(1_001) }, /too long/],
    [find, { query: 'a\nb' }, /one line/],
    [find, { query: '\ud800' }, /one line/],
    [find, JSON.parse('{"__proto__": 1}'), /There is no argument "__proto__"/],
    [find, { toString: 'x' }, /There is no argument "toString"/],
    [update, { task: 'a' }, /revision is missing/],
    [update, { task: 'a', revision: 'b', remove: 'yes' }, /true or false/],
  ] as const) {
    it(`are refused where ${said.source}`, () => assert.match(checkInput(schema, input)!, said));
  }

  it('and answers are cut between characters', () => {
    assert.equal(short('abc', 3), 'abc');
    assert.equal(short('abcd', 3), 'ab…');
    assert.equal(short('a🎉bc', 3), 'a…');
  });
});
