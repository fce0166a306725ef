import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { namesOurSchema } from '../../../../../src/core/formats/yaml/recognise.js';
import { readShape } from '../../../../../src/core/formats/yaml/shapes/readShape.js';
import { groupsOf, tasksOf } from '../../../../../src/core/model/roadmap.js';
import type { RoadmapFile } from '../../../../../src/core/model/snapshot.js';
import type { Span } from '../../../../../src/core/model/span.js';
import { statusText } from '../../../../../src/core/views/statusText.js';
import { buildTree } from '../../../../../src/core/views/tree.js';
import { fileOf } from '../../../../support/check.js';
import { fixture } from '../../../../support/golden.js';
import { allNodes, plainStyle, snapshotOf } from '../../../../support/views.js';

/**
 * Reads a text in our shape and in any, shows it everywhere, and checks that every range lies in it and every id is
 * alone. Gives what is read in our shape.
 */
function survive(text: string) {
  show(text, fileOf(text, 'plan.yaml', 'project', readShape));
  namesOurSchema(text);
  return show(text, fileOf(text, 'plan.yaml'));
}

function show(text: string, file: RoadmapFile) {
  const value = file.roadmap!;
  const inside = ({ start, end }: Span) =>
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
  const tasks = [...tasksOf(value)];
  for (const task of tasks) {
    for (const span of [task.span, task.titleSpan, task.markerSpan, task.statusSpan, task.idSpan])
      if (span) inside(span);
  }
  for (const { group } of groupsOf(value)) [group.span, group.titleSpan, group.markerSpan].forEach(inside);
  const items = [...value.metrics, ...value.risks, ...value.dependencies, ...value.themes, ...value.nextSteps];
  for (const { span } of [...items, ...value.facts.others]) inside(span);
  Object.values(value.registerSpans).forEach(inside);
  for (const { span, places } of file.problems) [...(span ? [span] : []), ...(places ?? [])].forEach(inside);
  assert.equal(new Set(tasks.map(({ id }) => id.toLowerCase())).size, tasks.length);
  assert.ok(file.problems.filter(({ code }) => code !== 'duplicate-id').length <= 160);
  const keys = allNodes(buildTree(snapshotOf([file]))).map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(statusText(file, plainStyle(80)).length > 0);
  return { value, tasks, problems: file.problems.map(({ code }) => code) };
}

const many = (text: string, count: number) => text.repeat(count);
const nested = (levels: number, indent: number) =>
  Array.from(
    { length: levels },
    (_, level) => `${' '.repeat(level * indent)}- title: x\n${' '.repeat(level * indent)}  tasks:`,
  );

const refused: Record<string, string> = {
  '20,000 open brackets': `tasks: ${many('[', 20_000)}`,
  '20,000 open braces': `tasks: ${many('{tasks: [', 10_000)}`,
  '20,000 dashes on a line': `tasks:\n${many('- ', 20_000)}a`,
  '20,000 keys on a line': many('a: ', 20_000),
  '20,000 question marks': many('? ', 20_000),
  '1,000 levels': `tasks:\n${nested(1000, 2).join('\n')}`,
  'more than two million characters': `title: ${many('x', 2_000_000)}`,
};

const hostile: Record<string, string> = {
  '1,000 entries that begin with a reserved character': `tasks:\n${many('- @a\n', 1_000)}`,
  '5,000 quotes that never end': `tasks:\n${many('- "', 5_000)}`,
  '2,000 wrong entries': `tasks:\n${many('- true\n', 2_000)}`,
  '2,000 unknown keys': Array.from({ length: 2_000 }, (_, i) => `k${i}: 1`).join('\n'),
  '2,000 times the same key': many('tasks: [a]\n', 2_000),
  '2,000 aliases': `tasks:\n- &a b\n${many('- *a\n', 2_000)}`,
  '5,000 documents': many('---\ntasks: [a]\n', 5_000),
  '1,000 tasks with one title': `tasks:\n${many('- x\n', 1_000)}`,
  '1,000 tasks with one id': `tasks:\n${many('- { title: a, id: x }\n', 1_000)}`,
  '2,000 commas': `tasks: [${many(',', 2_000)}]`,
  '5,000 tabs': many('\t\n', 5_000),
  '5,000 blank lines in a value': `title:\n${many(' \n', 5_000)}`,
  'a key of 100,000 characters': `${many('a', 100_000)}: 1`,
  'a title of 200,000 characters': `tasks:\n- ${many('a ', 100_000)}`,
  'a target of 100,000 digits': `metrics: [{ title: a, target: ${many('9', 100_000)} }]`,
  '20,000 garbled characters': `tasks:\n- ${many('âœ…', 20_000)}`,
  'an alias bomb': `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 8 }, (_, i) => `k${i}: &k${i} [${many(`*${i === 0 ? 'a' : `k${i - 1}`}, `, 9)}]`).join('\n')}\ntasks: *k7\n`,
  'an alias of itself': 'tasks: &a\n- title: x\n  tasks: *a\n',
  'merge keys': 'x: &a { title: b }\ntasks:\n- <<: *a\n',
  'names of built-in properties':
    'facts: { __proto__: a, constructor: b }\n__proto__: { title: c }\nconstructor: d\ntasks: [toString]\n',
  'keys that are no texts': '? [a]\n: b\n? { c: d }\n: e\n: f\n12: g\ntasks: [a]\n',
  'tags of all sorts': '!!set { a, b }\n--- !!binary |\n  aGk=\n',
  'tags on tasks': 'tasks:\n- !!int x\n- !!binary aGk=\n- !x y\n- !!timestamp 2026-01-01\n',
  'NUL and lone surrogates': 'tasks: ["\ud800", "\0", \udfff]\n',
  'a line of a megabyte': `items:\n- title: ${many('a: ', 350_000)}\n- @ b\n`,
  'a broken text of 2,000 lines': `phases:\n- name: a: b\n  tasks:\n${many('  - title: c: d\n    "e: f\n', 1_000)}`,
  'a broken text with 2,000 lists': `a: b: c\n${many('- [x]\n', 2_000)}`,
  'a broken text that goes on for 20,000 lines': `a: b: c\ntasks:\n- d\n${many('  e\n', 20_000)}`,
  'a broken text with 1,000 block texts': `a: b: c\ntasks:\n${many('- title: |\n', 1_000)}`,
  'a broken text that ends where a block text begins': '- a "\n b: >',
  '3,000 keys': `tasks: [a]\n${Array.from({ length: 3_000 }, (_, i) => `k${i}: 1`).join('\n')}`,
  'an alias bomb in a list of tasks': `tasks:\n- &a0 [x, x, x, x]\n${Array.from({ length: 60 }, (_, i) => `- &a${i + 1} [${many(`*a${i}, `, 9)}]`).join('\n')}`,
  '45 parts in each other': `${Array.from({ length: 45 }, (_, i) => `${many(' ', i)}phases:`).join('\n')}\n${many(' ', 45)}tasks: [a b]\n`,
  '500 states that nobody knows': `items:\n${Array.from({ length: 500 }, (_, i) => `- { title: a b, status: z${i} }`).join('\n')}`,
  '500 tasks, each of a milestone': `milestones:\n${Array.from({ length: 500 }, (_, i) => `- title: m${i}`).join('\n')}\ntasks:\n${Array.from({ length: 500 }, (_, i) => `- { title: a, milestone: m${i} }`).join('\n')}`,
  'a broken text of 1,000 keys': `a: b: c\n${Array.from({ length: 1_000 }, (_, i) => `k${i}: d: e`).join('\n')}`,
  'a broken text with many dashes on each line': `a: b: c\n${many(`${many('- ', 90)}x\n`, 30)}`,
  'broken JSON of 1,000 entries': `{"tasks":[${many('{"title":"a b"},', 1_000)}`,
  'a broken text of 150 levels': `a: b: c\n${Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}k${i}:`).join('\n')}\n`,
  'a text of 20,000 brackets in a broken one': `a: b: c\ntasks:\n- d (${many('(', 20_000)}\n`,
  '1,000 keys that are entries': `features:\n${Array.from({ length: 1_000 }, (_, i) => `  k${i}: { status: done }`).join('\n')}`,
  '500 lists that numbers begin again in': `phases:\n${many('- name: a\n  tasks: [{ id: 1, title: b }]\n', 500)}`,
  'a byte order mark in the middle': 'tasks:\n- a\n\ufeff- b\n',
};

describe('A hostile YAML text', () => {
  for (const [name, text] of Object.entries(refused)) {
    it(`is refused before it is parsed: ${name}`, () => {
      const { tasks, problems } = survive(text);
      assert.deepEqual([tasks.length, problems], [0, ['roadmap-syntax']]);
    });
  }
  for (const [name, text] of Object.entries(hostile)) it(`is survived: ${name}`, () => void survive(text));

  it('is read as deep as people write', () => {
    assert.equal(survive(`tasks:\n${nested(40, 4).join('\n')}\n`).tasks.length, 40);
    const json = `${many('{"title":"x","tasks":[', 20)}"y"${many(']}', 20)}`;
    assert.equal(survive(`{"tasks":[${json}]}`).tasks.length, 21);
  });

  it('may hold any number of brackets in its texts', () => {
    const { tasks, problems } = survive(`tasks:\n${many('- Mend a[0 and {b\n', 200)}- "[[[" # {{{\n`);
    assert.deepEqual([tasks.length, problems], [201, []]);
  });
});

describe('Any YAML text', () => {
  const piece = fc.constantFrom(
    'tasks:',
    'groups:',
    'phases:',
    'now:',
    'features:',
    'name:',
    'done:',
    'true',
    'metrics:',
    'review:',
    'facts:',
    'title:',
    'status:',
    'target:',
    'window:',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '- ',
    'a',
    '"b"',
    "'c",
    'd: e',
    '[',
    ']',
    '{',
    '}',
    ', ',
    ': ',
    '|\n',
    '>-\n',
    '# f',
    '&g ',
    '*g',
    '!h ',
    '? ',
    '---\n',
    '...\n',
    '\t',
    '\r\n',
    '\r',
    '@',
    '%i\n',
    'done',
    '< 5 min',
    'âœ…',
    '\u00a0',
    '𝒜',
    '~',
    '1.5',
    '<<: ',
  );

  it('is read and shown without a throw, with every range inside it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => void survive(pieces.join(''))),
      { seed: 3, numRuns: 400 },
    );
  });

  it('is read and shown with any line of a good one taken out or cut', () => {
    const lines = fixture('orchard.yaml').split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(40), (line, at) => {
        survive(lines.filter((_, index) => index !== line).join('\n'));
        survive(lines.map((text, index) => (index === line ? text.slice(0, at) : text)).join('\n'));
      }),
      { seed: 4, numRuns: 12 },
    );
  });
});
