import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseMarkdown } from '../../../../../src/core/formats/markdown/parseMarkdown.js';
import { recogniseMarkdown } from '../../../../../src/core/formats/markdown/recognise.js';
import { groupsOf, tasksOf } from '../../../../../src/core/model/roadmap.js';
import type { Span } from '../../../../../src/core/model/span.js';
import { buildTree } from '../../../../../src/core/views/tree.js';
import { statusText } from '../../../../../src/core/views/statusText.js';
import { fileOf } from '../../../../support/check.js';
import { spansOfFacts } from '../../../../support/annotated.js';
import { checkGrowth } from '../../../../support/growth.js';
import { allNodes, plainStyle, snapshotOf } from '../../../../support/views.js';

/** Reads a text, shows it everywhere, and checks that every range lies in it and every id is alone. */
function survive(text: string) {
  const { value, problems } = parseMarkdown(text);
  const inside = ({ start, end }: Span) =>
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end}`);
  const tasks = [...tasksOf(value)];
  for (const task of tasks)
    [task.span, task.titleSpan, task.markerSpan, task.statusSpan, task.idSpan, ...spansOfFacts(task)].forEach(
      (span) => span && inside(span),
    );
  for (const { group } of groupsOf(value))
    [group.span, group.titleSpan, group.markerSpan, ...spansOfFacts(group)].forEach(inside);
  for (const item of [...value.metrics, ...value.risks, ...value.dependencies, ...value.themes, ...value.nextSteps])
    inside(item.span);
  for (const { span, places } of problems) [...(span ? [span] : []), ...(places ?? [])].forEach(inside);
  assert.equal(new Set(tasks.map(({ id }) => id.toLowerCase())).size, tasks.length);
  recogniseMarkdown(text);
  return { value, problems, tasks };
}

const many = (text: string, count: number) => text.repeat(count);

/** Each of these once took seconds, or could: what a reader does to them must be linear. */
const hostile: Record<string, string> = {
  '100,000 list markers on a line': `${many('- ', 100_000)}x`,
  '50,000 numbers on a line': `${many('1. ', 50_000)}x`,
  '10,000 quote marks': `${many('>', 10_000)} x`,
  'quotes that go on for 300 lines': many(`${many('> ', 90)}a\n`, 300),
  '10,000 brackets': `- ${many('[', 10_000)}`,
  'brackets in 20 lines': many(`- ${many('[a](', 490)}\n`, 20),
  'emphasis that never ends': `- ${many('*a _b ', 10_000)}`,
  'emphasis in 20 lines': many(`- ${many('**a*', 480)}\n`, 20),
  'back ticks of all lengths': `- ${Array.from({ length: 60 }, (_, i) => many('`', i)).join(' ')}`,
  '40,000 blanks in a heading': `# a${many(' ', 40_000)}b (Week 1)\n- x`,
  '40,000 blanks in a metric': `## Metrics\n- x${many(' ', 40_000)}y to 5%`,
  '40,000 blanks in a wrapped item': `- a${many(' ', 40_000)}b\n  c`,
  '40,000 dashes in a heading': `# a${many('-', 40_000)}b\n- x`,
  '40,000 dashes in a label': `**a${many('-', 40_000)}b**\n- x`,
  'a section of risks and risks and risks': `## Risks${many(' and a', 30)} 1\n- x`,
  'a line of 1 MB': `- ${many('a ', 500_000)}`,
  'a number of 1 MB': `## Metrics\n- ${many('9', 1_000_000)}`,
  '20,000 garbled characters': `- ${many('âœ…', 20_000)}`,
  '10,000 owners behind a title': `- a${many(' @ab', 10_000)}`,
  '10,000 at signs': `- a ${many('@', 10_000)}`,
  '10,000 labels behind a title': `- a${many(' #ab', 10_000)}`,
  '10,000 number signs': `- a ${many('#', 10_000)}`,
  '10,000 issues': `- a ${many('#12 ', 10_000)}\n- b (${many('#12, ', 10_000)})`,
  '10,000 brackets that close': `- a ${many(')', 10_000)}\n- a ${many(']', 10_000)}\n- a ${many('(a)', 10_000)}`,
  '10,000 notes behind a title': `- a${many(' (@ab)', 10_000)}\n- a${many(' - @ab', 10_000)}`,
  '10,000 dates behind a title': `- a${many(' 📅 2026-04-16', 10_000)}`,
  '10,000 marks of recurrence': `- a${many(' 🔁 every day', 10_000)}`,
  '10,000 words that ask for more': `- a${many(' depends on', 10_000)}\n- a${many(' due by', 10_000)} 1`,
  'a field that lists 100,000 things': `- a\n  - Depends on: ${many('b, ', 100_000)}\n  - Owner: ${many('@c ', 100_000)}\n  - Labels: ${many('d,', 100_000)}`,
  'a field of 100,000 brackets': `- a\n  - Depends on: ${many(']', 100_000)}a\n  - Labels: ${many("'", 100_000)}a`,
  'an address of 1 MB': `- a https://example.org/${many('issues/', 150_000)}`,
  '10,000 months and years in a heading': `# ${many('May ', 10_000)}2026x\n## ${many('2026 ', 10_000)}\n## ${many('2026-04-', 10_000)}\n- x`,
  '10,000 quarters and dashes in a heading': `# ${many('Q1 - ', 10_000)}\n## 2026 - ${many('1 - ', 10_000)}\n- x`,
  '10,000 table columns': `|${many('a|', 10_000)}\n|${many('-|', 10_000)}\n|${many('b|', 10_000)}`,
  'table rows that end in blanks': many(`|-|-|${many(' ', 200)}x\n`, 200),
  '2,000 items with one title': many('- x\n', 2000),
  '2,000 items with one id': many('- a {#x}\n', 2000),
  '2,000 sections with one title': many('## a\n', 2000),
  '20,000 carriage returns': many('\r', 20_000),
  'a fence that is never closed': `\`\`\`\n${many('- [ ] a\n', 5000)}`,
  'a table row of 20,000 cells': `| Task | Status |\n|-|-|\n|${many('a|', 20_000)}\n`,
  'a table of 5,000 rows': `| Task | Status |\n|-|-|\n${many('| a | done |\n', 5_000)}`,
  '10,000 table rows of nothing but pipes': `| Task | Status |\n|-|-|\n${many('||||\n', 10_000)}`,
  '50,000 escaped pipes in a cell': `| Task | Status |\n|-|-|\n| ${many('\\|', 50_000)} | done |\n`,
  '100,000 pipes without a table': many('|', 100_000),
  '10,000 delimiter rows': many('|---|---|\n', 10_000),
  'a heading of 10,000 words': `# Plan\n## Risks ${many('and more risks ', 10_000)}\n- x\n`,
  'a label of 10,000 words': `**Technical${many(' goals', 10_000)}:**\n- x\n`,
  '500 names of sections that nearly fit': many(
    `## Métricas ${many('por equipo e ', 8)}(x) y\n- x\n**Strategic goals ${many('- ', 20)}:**\n- y\n`,
    500,
  ),
  '5,000 fences': many('```\n- a\n', 5_000),
  'fences in fences': Array.from({ length: 300 }, (_, i) => `${many('`', i + 3)}\n- a`).join('\n'),
  'a whole fence of 5,000 items': `# Plan\n\`\`\`\n${many('- a\n', 5_000)}\`\`\`\n`,
  '10,000 details that are never closed': many('<details>\n', 10_000),
  '10,000 details on a line': many('<details><summary>', 10_000),
  '10,000 folded items': many('<details><summary>a</summary>\n- a\n', 10_000),
  '10,000 comments that are never closed': many('<!-- ', 10_000),
  'a comment of 100,000 dashes': `<!--${many('-', 100_000)}`,
  '100,000 colons': `- ${many(':', 100_000)}`,
  '20,000 names of emoji': `- ${many(':white_check_mark: ', 20_000)}`,
  '50,000 names that are no emoji': `- ${many(':a_', 50_000)}`,
  '20,000 legends in a line': many('Legend: 🟢 done ', 20_000),
  '3,000 marks that nobody knows': many('- [>] a\n', 3_000),
  '3,000 hyphens in check boxes, each further in': Array.from(
    { length: 3_000 },
    (_, i) => `${many(' ', i % 40)}- [-] a`,
  ).join('\n'),
  '50,000 signs of a dialect that do not end': `- [-] a ${many('[[a _Requirements ', 50_000)}`,
  'front matter that never ends': `---\n${many('a: b\n', 20_000)}`,
  '20,000 rules': many('---\n', 20_000),
  '10,000 quotes': `${many('> ', 10_000)}a`,
  'quotes, each deeper': Array.from({ length: 200 }, (_, i) => `${many('>', i + 1)} a`).join('\n'),
  '500 bold lines behind nested items': many('- a\n  - b\n    - c\n**d**\n', 500),
  '3,000 marked lines': many('✅ **a b**\n', 3_000),
  '2,000 sections in prose': `# Roadmap\n${many('## Add it\nIt is there.\n', 2_000)}`,
  '1,000 headings with ids': `# Roadmap\n${many('## RM-1 ✅ a\n**Status:** done\n\n**Goal:** b\n- c\n', 1_000)}`,
  'a paragraph of 20,000 lines above an underline': `${many('a\n', 20_000)}===\n`,
  'an item of 20,000 lines': `- a\n${many('  Notes: b\n', 20_000)}`,
  NUL: '\0- [ ] a\0\n- [\0] b',
  'lone surrogates': '- \ud800 \udc00 x\n## \udfff\n- [\ud83d] y',
  'a byte order mark in the middle': '- [ ] a\n\ufeff- [x] b\n',
};

describe('A hostile text', () => {
  for (const [name, text] of Object.entries(hostile)) it(`is survived: ${name}`, () => void survive(text));

  it('is read in time that grows with its length alone: lists of facts below as many lines', () => {
    const facts = (size: number) =>
      `## a\n${many('Moor\n\n', size)}${many('- Status: done\n- Owner: a\n\n<!-- -->\n\n', size)}`;
    checkGrowth(facts, 4_000, parseMarkdown);
  }).timeout(30_000);

  it('is read in time that grows with its length alone: bold lines above lists', () => {
    const names = (size: number) => `# a\n\n${many('**Moor**\n\n- b\n- c\n\n', size)}`;
    checkGrowth(names, 1_000, parseMarkdown);
  }).timeout(30_000);

  it('of too many levels is read as far as levels are read, and says where it ends', () => {
    const { tasks, problems } = survive(
      Array.from({ length: 220 }, (_, level) => `${many('  ', level)}- x`).join('\n'),
    );
    assert.deepEqual([tasks.length, problems.map(({ code }) => code)], [200, ['unreadable-line']]);
  });

  it('costs its line, not the file', () => {
    const { tasks, problems } = survive(
      `- [ ] before\n\n${hostile['100,000 list markers on a line']}\n\n# Next\n- [x] after\n`,
    );
    assert.deepEqual([tasks[0]?.title, tasks.at(-1)?.title], ['before', 'after']);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unreadable-line'],
    );
  });
});

describe('Any text', () => {
  const piece = fc.constantFrom(
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '[ ] ',
    '[x] ',
    '[?] ',
    '**',
    '`',
    '~~',
    '[a](b)',
    '<!-- id: a -->',
    '{#a}',
    '(RM-1)',
    '\n',
    '\n\n',
    '  ',
    '\t',
    '> ',
    '| a |',
    '|---|',
    '```\n',
    'Week 1: ',
    'Q1 2026',
    'Priority: high\n',
    '**Tasks:**\n',
    'Risks\n',
    'Metrics\n',
    '< 5 min',
    'âœ…',
    '✅',
    '\r\n',
    '\r',
    '&amp;',
    '\\',
    '---\n',
    'a',
    '\u00a0',
    '𝒜',
  );

  it('is read and shown without a throw, with every range inside it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        survive(text);
        const file = fileOf(text);
        const keys = allNodes(buildTree(snapshotOf([file]))).map(({ key }) => key);
        assert.equal(new Set(keys).size, keys.length);
        assert.ok(statusText(file, plainStyle(80)).length > 0);
      }),
      { seed: 3, numRuns: 400 },
    );
  });
});
