import assert from 'node:assert/strict';
import { starterRoadmap } from '../../../../../src/core/formats/markdown/starter.js';
import { parseMarkdown } from '../../../../../src/core/formats/markdown/parseMarkdown.js';
import { checkPlan, problemsOf, read } from '../../../../support/check.js';

describe('The title of a roadmap', () => {
  it('is its only heading of the first level', () => {
    assert.equal(read('# Ledger **plan**\n## Now\n- a\n').title, 'Ledger plan');
    assert.equal(read('Ledger\n======\n\n- a\n').title, 'Ledger');
  });

  it("is the file's name where there is none, or where there are several", () => {
    assert.equal(read('- a\n', { fallbackTitle: 'Plan' }).title, 'Plan');
    const several = '# Spring\n- a\n# Autumn\n- b\n';
    assert.equal(read(several, { fallbackTitle: 'Plan' }).title, 'Plan');
    checkPlan(several, 'section: Spring\n  ( ) a\nsection: Autumn\n  ( ) b');
  });
});

describe('The kind of a section', () => {
  const kinds = {
    '30-Day Roadmap': 'horizon',
    Now: 'horizon',
    'Long-term ideas': 'horizon',
    'Week 3: Search': 'phase',
    'Phase 2 Week 3': 'phase',
    'Sprint 4': 'phase',
    'Milestone 2: Beta': 'milestone',
    'M1: Beta': 'milestone',
    'v1.2 Search': 'version',
    'Version 2.0': 'version',
    Backlog: 'status',
    Search: 'section',
    'Q1 2026': 'phase',
  };
  for (const [title, kind] of Object.entries(kinds)) {
    it(`"${title}" is a ${kind}`, () => assert.equal(read(`# Plan\n## ${title}\n- a\n`).children[0]!.kind, kind));
  }

  it('is a milestone where milestones are numbered as ids', () => {
    checkPlan('## M1: Beta\n- a\n## M2: Gold\n- b\n', 'milestone: Beta\n  ( ) a\nmilestone: Gold\n  ( ) b');
  });
});

describe('What is no task', () => {
  const nothing: Record<string, string> = {
    'a code fence': '# Plan\n```\n- [ ] a\n```\n',
    'a fence that is never closed': '# Plan\n~~~ md\n- [ ] a\n',
    'an indented code block': '# Plan\n\n    - [ ] a\n',
    'a comment': '# Plan\n<!--\n- [ ] a\n-->\n',
    'a table of contents': '# Plan\n## Contents\n- [Now](#now)\n',
    'a legend': '# Plan\n## Legend\n- ✅ done\n- 🚧 in progress\n',
    'headings alone': '# Plan\n## Now\n## Later\n',
    prose: '# Plan\nWe write the guide.\n',
    'an introduction before the plan': '# Plan\n- what it is\n\n## Now\n',
    risks: '# Plan\n## Risks\n- Journal growth\n',
    'success criteria of a phase': '# Plan\n## Phase 1\n**Success Criteria:**\n- fast\n',
  };
  for (const [name, text] of Object.entries(nothing)) {
    it(name, () => {
      checkPlan(text, '');
      assert.deepEqual(problemsOf(text), ['no-tasks']);
    });
  }
});

describe('A document', () => {
  it('that is empty says so', () => {
    for (const text of ['', ' \n\t\r\n']) assert.deepEqual(problemsOf(text), ['empty-file']);
  });

  it('may begin with front matter', () => {
    for (const matter of ['---\ntitle: Plan\ntags:\n  - a\n---\n', '---\n# note\nkey: v\n...\n', '---\n---\n']) {
      checkPlan(`${matter}# Plan\n- [ ] a\n`, '[ ] a');
    }
  });

  it('that begins with a rule is no front matter', () => {
    checkPlan('---\n# Plan\n- [ ] a\n\n---\n- [x] b\n', '[ ] a\n[x] b');
    checkPlan('---\n- [ ] a\n', '[ ] a');
  });

  it('may hold tables of any shape', () => {
    checkPlan('## Now\n| a | b |\n|--|--| \n| 1 |\n| 1 | 2 | 3 |\n||\n\n- [ ] a\n', 'horizon: Now\n  [ ] a');
  });

  it('divides a section by its labels', () => {
    const { children, metrics, nextSteps } = read(
      '# Plan\n## Week 1\n**Tasks:**\n- a\n\n**Outcomes:**\n- 50%+ less work\n\n**Success metrics:**\n- ✅ Time: < 5 min\n\n**Notes:**\n- n\n\n**Backend**\n- b\n\n**Next steps:**\n- s\n',
    );
    const [week] = children;
    assert.ok(week && week.kind !== 'task');
    assert.deepEqual(
      week.children.map(({ title }) => title),
      ['a', 'Backend'],
    );
    assert.deepEqual(
      week.outcomes.map(({ text, target }) => [text, target?.value]),
      [['50%+ less work', 50]],
    );
    assert.deepEqual(
      metrics.map(({ text, claimed }) => [text, claimed]),
      [['Time: < 5 min', 'met']],
    );
    assert.deepEqual(
      nextSteps.map(({ text }) => text),
      ['s'],
    );
  });

  it('states risks in any usual shape', () => {
    const { risks } = read(
      '# Plan\n## Operational Risks\n**1. Night shifts**\n- **Mitigation:** Rotation\n\n## Risks\n- **Too much:** keep it small\n- Lock-in\n  - Mitigation: exports\n- Weather\n',
    );
    assert.deepEqual(
      risks.map(({ title, category, mitigation }) => [title, category, mitigation]),
      [
        ['Night shifts', 'Operational', 'Rotation'],
        ['Too much', undefined, 'keep it small'],
        ['Lock-in', undefined, 'exports'],
        ['Weather', undefined, undefined],
      ],
    );
  });

  it('keeps fields it has no place for', () => {
    assert.deepEqual(
      read('# Plan\n**Audience:** Ports\n**Generated:** soon\n\n- [ ] a\n').facts.others.map(({ name, value }) => [
        name,
        value,
      ]),
      [['Audience', 'Ports']],
    );
  });

  it('that a person starts with is read without problems', () => {
    const { value, problems } = parseMarkdown(starterRoadmap('Ledger', '2026-02-03'));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [value.title, value.children.length, value.metrics.length, value.risks.length, value.review?.next?.value],
      ['Ledger Roadmap', 3, 2, 1, 'Monthly'],
    );
    assert.deepEqual(value.facts.generatedDate, { year: 2026, month: 2, day: 3, span: value.facts.generated!.span });
  });
});
