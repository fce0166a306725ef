import assert from 'node:assert/strict';
import { addAliases } from '../../../../src/core/config/addAlias.js';
import { readConfig } from '../../../../src/core/config/readConfig.js';
import { laterIds, type FormerId } from '../../../../src/core/references/taskId.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';

/** The text with the aliases, `old → id` each; where they are refused, why. */
function add(text: string, ...former: readonly string[]): string {
  const pairs = former.map((one): FormerId => {
    const [old, id] = one.split(' → ');
    return { old: old!, id: id! };
  });
  const added = addAliases(text, pairs);
  if (!added.ok) return added.message;
  assert.equal(applyEdits(text, added.edits), added.text);
  return added.text;
}

describe('Recording former ids', () => {
  const cases: Record<string, readonly [string, string]> = {
    'in nothing': ['', 'aliases:\n  RM-1: RM-12\n'],
    'behind a comment': ['# ours\n', '# ours\naliases:\n  RM-1: RM-12\n'],
    'behind other keys': ['idPrefix: RM', 'idPrefix: RM\naliases:\n  RM-1: RM-12'],
    'below a key without a value': [
      'aliases: # soon\nidPrefix: RM\n',
      'aliases: # soon\n  RM-1: RM-12\nidPrefix: RM\n',
    ],
    'behind others, with comments and blank lines where they were': [
      'aliases: # old\n    a: b # once\n\n# more\nidPrefix: RM\n',
      'aliases: # old\n    a: b # once\n    RM-1: RM-12\n\n# more\nidPrefix: RM\n',
    ],
    'in braces': ['aliases: { a: b } # old\n', 'aliases: { a: b, RM-1: RM-12 } # old\n'],
    'in empty braces': ['aliases: {}\n', 'aliases: { RM-1: RM-12 }\n'],
    'in braces over several lines': [
      'aliases: {\n  a: b,\n}\nidPrefix: RM\n',
      'aliases: {\n  a: b, RM-1: RM-12,\n}\nidPrefix: RM\n',
    ],
    'in JSON': ['{ "aliases": { "a": "b" } }\n', '{ "aliases": { "a": "b", "RM-1": "RM-12" } }\n'],
    'in JSON without aliases': ['{ "idPrefix": "RM" }', '{ "idPrefix": "RM", "aliases": { "RM-1": "RM-12" } }'],
    'in the line breaks of the text': [
      'idPrefix: RM\r\naliases:\r\n  a: b\r\n',
      'idPrefix: RM\r\naliases:\r\n  a: b\r\n  RM-1: RM-12\r\n',
    ],
    'in place of what the old id stood for': ['aliases:\n  rm-1: x # y\n', 'aliases:\n  RM-1: RM-12 # y\n'],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`writes them ${name}`, () => assert.equal(add(text, 'RM-1 → RM-12'), expected));
  }

  it('quotes what YAML would take for something else', () => {
    const text = add('', '1.2 → 1.10');
    assert.equal(text, 'aliases:\n  "1.2": "1.10"\n');
    assert.deepEqual([...readConfig(text).value.aliases], [['1.2', '1.10']]);
  });

  it('lets an id that was renamed twice lead on by a chain', () => {
    const text = add('aliases:\n  old: mid\n', 'mid → new');
    assert.equal(text, 'aliases:\n  old: mid\n  mid: new\n');
    assert.equal([...laterIds('old', readConfig(text).value.aliases)].at(-1), 'new');
  });

  it('turns an alias round where a task is called as it was before', () => {
    assert.equal(add('aliases:\n  a: b # first\n  c: d\n', 'b → a'), 'aliases:\n  b: a # first\n  c: d\n');
    assert.equal(add('aliases: { a: b }\n', 'B → A'), 'aliases: { B: A }\n');
  });

  it('makes no alias of an id to itself, and none twice', () => {
    for (const former of ['RM-1 → RM-1', 'RM-1 → rm-1', 'a → b'])
      assert.equal(add('aliases: { a: b }\n', former), 'aliases: { a: b }\n');
  });

  it('writes several at once, or none', () => {
    assert.equal(add('', 'a → x', 'b → y'), 'aliases:\n  a: x\n  b: y\n');
  });

  const refused: Record<string, readonly [string, RegExp]> = {
    'a text that is no YAML': ['aliases: [a\n', /no valid YAML/],
    'a list': ['- a\n', /by hand/],
    'aliases that are a list': ['aliases: [a]\n', /add RM-1: RM-12 there by hand/],
    'an end of the document': ['idPrefix: RM\n...\n', /by hand/],
  };
  for (const [name, [text, message]] of Object.entries(refused)) {
    it(`refuses ${name}, and says why`, () => assert.match(add(text, 'RM-1 → RM-12'), message));
  }
});
