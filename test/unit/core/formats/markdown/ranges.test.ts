import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseMarkdown } from '../../../../../src/core/formats/markdown/parseMarkdown.js';
import { groupsOf, tasksOf } from '../../../../../src/core/model/roadmap.js';
import { outline } from '../../../../support/annotated.js';
import { checkRanges, read } from '../../../../support/check.js';
import { fixture } from '../../../../support/golden.js';

describe('The ranges of a node', () => {
  const texts: Record<string, string> = {
    'a check box': '⟦m:-⟧ ⟦s:[x]⟧ ⟦t:Write docs⟧\n',
    'a numbered item with an emoji': '⟦m:12)⟧ ⟦s:✅⟧ ⟦t:Write docs⟧\n',
    'an emoji with its variation selector': '⟦m:-⟧ ⟦s:✔️⟧ ⟦t:Write⟧\n⟦m:-⟧ ⟦t:Read⟧ ⟦s:☑️⟧\n',
    'an id before the title':
      '⟦m:-⟧ ⟦s:[ ]⟧ ⟦i:RM-1⟧: ⟦t:Write⟧\n⟦m:-⟧ ⟦s:[ ]⟧ **⟦i:RM-2⟧:** ⟦t:Read⟧\n⟦m:-⟧ ⟦s:[ ]⟧ [⟦i:RM-3⟧] ⟦t:Sign⟧\n',
    'an id behind it':
      '⟦m:*⟧ ⟦t:Write⟧ {#⟦i:write⟧}\n⟦m:*⟧ ⟦t:Read⟧ ^⟦i:read⟧\n⟦m:*⟧ ⟦t:Sign⟧ <!-- id: ⟦i:sign⟧ -->\n⟦m:*⟧ ⟦t:Send⟧ (⟦i:RM-4⟧) ⟦s:✅⟧\n',
    'a title with markup inside': '⟦m:+⟧ ⟦t:Write **bold** `code` and [links](https://example.org) now⟧\n',
    'a title that is all markup': '⟦m:-⟧ **⟦t:Write⟧**\n⟦m:-⟧ [⟦t:Read⟧](https://example.org)\n⟦m:-⟧ `⟦t:sign()⟧`\n',
    'a title with entities and escapes': '⟦m:-⟧ ⟦t:Search &amp; find \\*all\\*⟧\n',
    'a struck title': '⟦m:-⟧ ~~⟦s:⟦t:Write⟧⟧~~\n',
    'a wrapped title': '⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Write the guide\n      for ports⟧\n',
    tabs: '⟦m:-⟧\t⟦s:[x]⟧\t⟦t:Write⟧\n\t⟦m:-⟧\t⟦s:[ ]⟧\t⟦t:Read⟧\n',
    'Windows line ends':
      '⟦m:##⟧ ⟦t:Week 1: Search⟧\r\n\r\n⟦m:-⟧ ⟦s:[x]⟧ ⟦t:Write\r\n  docs⟧\r\n⟦m:-⟧ ⟦s:[ ]⟧ ⟦t:Read⟧\r\n',
    headings: '⟦m:##⟧ ⟦s:✅⟧ ⟦t:Week 1: Search⟧ ##\n⟦m:1.⟧ ⟦t:Write⟧\n',
    'underlined headings': 'Plan\n====\n\n⟦t:Search⟧\n⟦m:------⟧\n⟦m:1.⟧ ⟦t:Write⟧\n',
    fields:
      '⟦m:##⟧ ⟦t:Search⟧\n**Priority:** ⟦p:🔴 High⟧  \n**Effort:** ⟦e:2-3 days⟧\n**Owner:** ⟦o:@ida⟧\n\n⟦m:1.⟧ ⟦t:Write⟧\n   - Priority: ⟦p:low⟧\n',
    'a bold line used as a heading': '⟦m:##⟧ ⟦t:Plan⟧\n\n**1. ⟦m:⟧⟦t:Search⟧:**\n\n⟦m:-⟧ ⟦t:Write⟧\n',
    'garbled characters':
      '⟦m:##⟧ ⟦s:âœ…⟧ ⟦t:Week 1 â†’ 2⟧\n**Priority:** ⟦p:ðŸ”´ High⟧\n\n⟦m:-⟧ ⟦s:âœ…⟧ ⟦t:Dev â†’ Prod⟧\n⟦m:-⟧ **⟦s:ðŸš§⟧** ⟦t:LoginsÂ© â€“ all⟧\n⟦m:-⟧ ⟦t:Last⟧ ⟦s:âœ…⟧\n',
  };
  for (const [name, text] of Object.entries(texts))
    it(`are exact for ${name}`, () => checkRanges(text, { idPrefix: 'RM' }));
});

describe('Line ends', () => {
  /** The characters that every range of a text stands for, line breaks written alike. */
  const rangesOf = (text: string) => {
    const { value, problems } = parseMarkdown(text);
    const slice = ({ start, end }: { start: number; end: number }) => {
      assert.ok(0 <= start && start <= end && end <= text.length);
      return text.slice(start, end).replace(/\r\n?/g, '\n').trimEnd();
    };
    const nodes = [...[...groupsOf(value)].map(({ group }) => group), ...tasksOf(value)];
    return {
      plan: outline(value),
      problems: problems.map(({ code, message, span }) => [code, message, span && slice(span)]),
      ranges: nodes.map((node) => [node.titleSpan, node.markerSpan, node.span].map(slice)),
      registers: [
        ...value.metrics,
        ...value.dependencies,
        ...value.risks,
        ...value.nextSteps,
        ...value.facts.others,
      ].map(({ span }) => slice(span)),
    };
  };
  const piece = fc.constantFrom(
    '# Plan',
    '## Week 1: Search',
    '- [ ] Write',
    '- [x] ~~Read~~ it',
    '  - nested **bold**',
    '   wrapped \\',
    '> quote',
    '1. ✅ One',
    '',
    '**Priority:** High',
    '**Tasks:**',
    '---',
    '```',
    '| a | b |',
    '|---|---| ',
    'Title',
    '=====',
    '\t- tab',
    '## Risks',
    '## Metrics',
    '- Time: < 5 min',
    '<!-- x',
    '-->',
    'âœ… garbled',
  );

  for (const [name, end] of [
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ] as const) {
    it(`${name} makes no difference to what is read, nor to the characters a range stands for`, () => {
      const reference = fixture('ledger-garbled.md');
      assert.deepEqual(rangesOf(reference.replaceAll('\n', end)), rangesOf(reference));
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 14 }), (lines) => {
          assert.deepEqual(rangesOf(lines.join(end)), rangesOf(lines.join('\n')));
        }),
        { seed: 11, numRuns: 150 },
      );
    });
  }

  it('may be mixed', () => {
    assert.equal(outline(read('# Plan\r\r\n- [ ] a\r- [x] b\n- [ ] c\r\n')), '[ ] a\n[x] b\n[ ] c');
  });
});
