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
  NUL: '\0- [ ] a\0\n- [\0] b',
  'lone surrogates': '- \ud800 \udc00 x\n## \udfff\n- [\ud83d] y',
  'a byte order mark in the middle': '- [ ] a\n\ufeff- [x] b\n',
};

describe('A hostile text', () => {
  for (const [name, text] of Object.entries(hostile)) it(`is survived: ${name}`, () => void survive(text));

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
