import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readYaml } from '../../../../../src/core/formats/yaml/readYaml.js';
import { groupsOf, tasksOf } from '../../../../../src/core/model/roadmap.js';
import { treeNodeAt } from '../../../../../src/core/views/treeSearch.js';
import { buildTree } from '../../../../../src/core/views/tree.js';
import { outline, withCursor } from '../../../../support/annotated.js';
import { checkRanges, fileOf } from '../../../../support/check.js';
import { fixture } from '../../../../support/golden.js';
import { snapshotOf } from '../../../../support/views.js';

describe('The ranges of a node in YAML', () => {
  const texts: Record<string, string> = {
    'plain texts': 'tasks:\n  ⟦m:-⟧ ⟦t:Write docs⟧ # now\n  ⟦m:-⟧   ⟦t:Read⟧  \n',
    'quoted texts': `tasks:\n⟦m:-⟧ "⟦t:Write \\"docs\\"⟧"\n⟦m:-⟧ ' ⟦t:Read''em⟧ '\n`,
    'keys in any order':
      'tasks:\n  ⟦m:-⟧ id: ⟦i:RM-1⟧\n    title: ⟦t:Write⟧\n    status: ⟦s:done⟧\n    owner: "⟦o:@ida⟧"\n    effort: ⟦e:2-3 days⟧ # or so\n    priority: ⟦p:high⟧\n    start: ⟦b:2026-04-01⟧\n    due: "⟦d:16 April 2026⟧"\n    labels: [⟦l:ui⟧, "⟦l:web⟧"]\n    dependsOn:\n    - ⟦n:RM-2⟧\n    - "⟦n:#12⟧"\n    references: ["⟦r:#12⟧"]\n',
    'texts of several lines':
      'tasks:\n⟦m:-⟧ ⟦t:Write\n  docs⟧\n⟦m:-⟧ |-\n  ⟦t:Read\n  them⟧\n\n⟦m:-⟧ >\n\n   ⟦t:Sign⟧\n',
    subtasks: 'tasks:\n⟦m:-⟧ title: ⟦t:Write⟧\n  tasks:\n  ⟦m:-⟧ ⟦t:Draft⟧\n  ⟦m:-⟧ title: ⟦t:Print⟧\n',
    'brackets, where no dash stands': 'tasks: [⟦m:⟧⟦t:Write⟧, "⟦m:⟧⟦t:Read⟧"]\n'.replace('"⟦m:⟧', '⟦m:⟧"'),
    JSON: '{\n  "tasks": [\n    ⟦m:⟧{ "title": "⟦t:Write⟧", "id": "⟦i:w⟧" },\n    ⟦m:⟧"⟦t:Read⟧"\n  ]\n}\n',
    'Windows line ends':
      'groups:\r\n⟦m:-⟧ title: ⟦t:Search⟧\r\n  status: ⟦s:doing⟧\r\n  tasks:\r\n  ⟦m:-⟧ ⟦t:Write\r\n    docs⟧\r\n  ⟦m:-⟧ ⟦t:Read⟧\r\n',
    groups:
      'groups:\n  ⟦m:-⟧ title: ⟦t:Search⟧\n    priority: ⟦p:low⟧\n    window: ⟦w:Week 1⟧\n    effort: ⟦e:1 week⟧\n    owner: ⟦o:ida⟧\n    status: ⟦s:done⟧\n    groups:\n      ⟦m:-⟧ title: "⟦t:⟦w:Q1 2026⟧: Loans⟧"\n',
    'garbled characters': 'tasks:\n⟦m:-⟧ title: ⟦t:Dev â†’ Prod⟧\n  status: ⟦s:âœ…⟧\n',
    'a dash on a line of its own': 'tasks:\n⟦m:-⟧\n  title: ⟦t:Write⟧\n⟦m:-⟧ # why\n  ⟦t:Read⟧\n',
    'tags and anchors': 'tasks:\n⟦m:-⟧ !!str ⟦t:12⟧\n⟦m:-⟧ &x ⟦t:Write⟧\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`are exact for ${name}`, () => checkRanges(text, {}, readYaml));
  }

  it('hold all that is below, and end with its last character', () => {
    const text = fixture('orchard.yaml');
    const { value } = readYaml(text);
    const slices = new Set([...tasksOf(value)].map(({ span }) => text.slice(span.start, span.end)));
    assert.ok(
      slices.has(
        "- title: Fly over the valley\n            id: OR-1\n            status: done\n            effort: 2 days\n            owner: '@jon'",
      ),
    );
    assert.ok(slices.has('Ask the pickers'));
    const [winter] = value.children;
    assert.match(text.slice(winter!.span.start, winter!.span.end), /^- title: Winter\n[^]* {12}status: todo$/);
    for (const { group } of groupsOf(value)) {
      for (const child of group.children) {
        assert.ok(group.span.start <= child.span.start && child.span.end <= group.span.end);
      }
    }
    const spans = Object.entries(value.registerSpans).map(([name, { start, end }]) => [name, text.slice(start, end)]);
    for (const [name, slice] of spans) assert.ok(slice!.startsWith(`${name}:`) && slice === slice!.trimEnd());
    assert.equal(spans.length, 6);
  });
});

describe('The row under the cursor in YAML', () => {
  const places: [string, string][] = [
    ['title: Win$0ter', 'Winter'],
    ['window: Q1$0 2026', 'Winter'],
    ['outcomes: [Every r$0ow is on a map]', 'Every row is on a map'],
    ['effort: 2 da$0ys', 'Fly over the valley'],
    ['- title: South sl$0ope', 'South slope'],
    ['that survives ra$0in', 'Print the maps on paper that survives rain'],
    ['claimed: m$0et', 'Time to find a tree'],
    ['mitigation: La$0mps', 'Thieves'],
    ['- Fro$0st', 'Frost'],
    ['items: [Measure, Re$0pair]', 'Repair'],
    ['$0nextSteps:', 'Next steps'],
    ['next: May$0 2026', 'Next review'],
  ];
  for (const [line, label] of places) {
    it(`"${line}" is ${label}`, () => {
      const source = fixture('orchard.yaml');
      const { text, offset } = withCursor(source.replace(line.replace('$0', ''), () => line));
      assert.equal(text, source);
      const nodes = buildTree(snapshotOf([fileOf(text, 'orchard.yaml')]));
      assert.equal(treeNodeAt(nodes, 'memory:///project/orchard.yaml', offset)?.label, label);
    });
  }
});

describe('Line ends in YAML', () => {
  const rangesOf = (text: string) => {
    const { value, problems } = readYaml(text);
    const slice = ({ start, end }: { start: number; end: number }) => {
      assert.ok(0 <= start && start <= end && end <= text.length);
      return text.slice(start, end).replace(/\r\n?/g, '\n').trimEnd();
    };
    const nodes = [...[...groupsOf(value)].map(({ group }) => group), ...tasksOf(value)];
    return {
      plan: outline(value),
      problems: problems.map(({ code, message, span }) => [code, message, span && slice(span)]),
      ranges: nodes.map((node) => [node.titleSpan, node.markerSpan, node.span].map(slice)),
      registers: [...value.metrics, ...value.risks, ...value.nextSteps, ...value.facts.others].map(({ span }) =>
        slice(span),
      ),
    };
  };
  const piece = fc.constantFrom(
    'tasks:',
    '  - Write',
    '  - title: Read',
    '    status: done',
    '    tasks: [a, "b"]',
    '      goes on',
    '  - |',
    '     kept',
    '  - "open',
    'groups:',
    '  - title: "Week 1: x"',
    'metrics:',
    '  - Speed: < 5 min',
    '# note',
    '',
    '---',
    'facts: { a: b }',
    '  - âœ… x',
    '\t- tab',
  );
  for (const [name, end] of [
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ] as const) {
    it(`${name} makes no difference to what is read, nor to the characters a range stands for`, () => {
      for (const fixed of ['ledger.yaml', 'orchard.yaml']) {
        const text = fixture(fixed);
        assert.deepEqual(rangesOf(text.replaceAll('\n', end)), rangesOf(text));
      }
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (lines) => {
          assert.deepEqual(rangesOf(lines.join(end)), rangesOf(lines.join('\n')));
        }),
        { seed: 11, numRuns: 60 },
      );
    });
  }
});
