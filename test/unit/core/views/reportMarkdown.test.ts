import assert from 'node:assert/strict';
import { GFM, parser } from '@lezer/markdown';
import * as fc from 'fast-check';
import { metricResults } from '../../../../src/core/metrics/metricResults.js';
import type { Snapshot } from '../../../../src/core/model/snapshot.js';
import { reportMarkdown } from '../../../../src/core/views/reportMarkdown.js';
import { fileOf } from '../../../support/check.js';
import { historyOf, measuredSnapshot, now, steadySnapshot, today } from '../../../support/measured.js';
import { checkGolden, fixture } from '../../../support/golden.js';
import { snapshotOf } from '../../../support/views.js';

const gfm = parser.configure([GFM]);

/** How often each kind of node is in a text; words and their parts are none. */
function nodesOf(markdown: string): Record<string, number> {
  const counts: Record<string, number> = {};
  gfm.parse(markdown).iterate({ enter: ({ name }) => void (counts[name] = (counts[name] ?? 0) + 1) });
  return counts;
}

/** A text as it is shown: escapes and entities are what they stand for. */
function shown(markdown: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', amp: '&' };
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|&(?:#(\d+)|(\w+));/g,
    (_, sign?: string, code?: string, name?: string) =>
      sign ?? (code === undefined ? names[name!]! : String.fromCodePoint(Number(code))),
  );
}

const report = (snapshot: Snapshot) =>
  reportMarkdown(snapshot, metricResults(snapshot.roadmaps, snapshot.configs, snapshot.readings, { now }), today);

/** A report in which a title stands everywhere a title may: heading, table, lists; with a path and an author of that name. */
function reportOf(title: string): string {
  const file = fileOf('# Plan\n## Now\n- [x] One\n- [ ] Two\n## Success Metrics\n- Speed: 80%+\n', title);
  const roadmap = file.roadmap!;
  const [group] = roadmap.children;
  if (group?.kind === 'task') throw new Error('a group');
  const children = group!.children.map((child) => ({ ...child, title, name: title }));
  const [metric] = roadmap.metrics;
  const named = {
    ...file,
    roadmap: {
      ...roadmap,
      title,
      children: [{ ...group!, name: title, title, children }],
      metrics: [
        { ...metric!, text: title, target: { ...metric!.target!, name: title, qualifier: title, unit: title } },
      ],
    },
  } as typeof file;
  const history = historyOf(file, [
    [9, '# Plan\n## Now\n- [ ] One\n- [ ] Two\n'],
    [5, '# Plan\n## Now\n- [x] One\n- [ ] Two\n'],
  ]);
  const changes = history.changes.map((change) => ({ ...change, title, author: title }));
  return report({ ...snapshotOf([named]), planHistories: [{ ...history, changes }] });
}

describe('The report in Markdown', () => {
  it('has progress, metrics, what is next and what was finished last', () => {
    const { snapshot } = steadySnapshot();
    const text = report(snapshot);
    assert.match(text, /^# Harbour\n\n2026-11-26 · ROADMAP\.md · 12 of 24 done \(50 %\)\n\n## Progress\n\n/);
    assert.match(text, /^\| Horizon \| Done \| Share \| Ends \| 50 \/ 85 \/ 95 % \| State \|$/m);
    assert.match(text, /^\| Foundations \| 8\/8 \| 100 % \| 2026-12-31 \| done \| – \|$/m);
    assert.match(
      text,
      /^\| Growth \| 4\/8 \| 50 % \| 2027-03-31 \| [-\d]{10} \/ [-\d]{10} \/ [-\d]{10} \| on track \|$/m,
    );
    assert.match(text, /^All: 50 %: [-\d]{10}, 85 %: /m);
    assert.match(text, /^## Next\n\n1\. Task 17 – next in order$/m);
    assert.match(text, /^## Finished last\n\n- 2026-11-26 Task 12 \(Ada\)\n- 2026-11-19 Task 11 \(Ada\)\n/m);
    assert.deepEqual([nodesOf(text)['Table'], nodesOf(text)['ATXHeading1'], nodesOf(text)['ATXHeading2']], [1, 1, 3]);
  });

  it('shows metrics with target, reading, state, source and date, and the group where names come twice', () => {
    const { snapshot } = measuredSnapshot(
      '- [ ] a\n## Success Metrics\n### 30-Day Goals\n- Coverage: 70%+\n### 90-Day Goals\n- Coverage: 80%+\n- critical incidents: 0\n',
      'metrics:\n  Coverage: { file: lcov.info, value: lines }\n',
      [{ value: 77.5, unit: '%', age: 2 }],
    );
    const text = report(snapshot);
    assert.match(
      text,
      /^\| Coverage \| 30-Day Goals \| ≥ 70 % \| 77\.5 % \| met \| lcov\.info \(lines\) \| 2026-11-24 \|$/m,
    );
    assert.match(text, /^\| Coverage \| 90-Day Goals \| ≥ 80 % \| 77\.5 % \| near \|/m);
    assert.match(text, /^\| Critical incidents \|/m);
  });

  it('leaves out columns in which nothing stands', () => {
    const text = report(snapshotOf([fileOf('## Now\n- [ ] a\n## Success Metrics\n- Coverage: 80%+\n')]));
    assert.match(text, /^\| Horizon \| Done \| Share \|$/m);
    assert.match(text, /^\| Metric \| Target \| State \|$/m);
    assert.match(
      report(snapshotOf([fileOf('- [ ] a\n')])),
      /^# ROADMAP\.md\n\n[^\n]*\n\n## Next\n\n1\. a – next in order\n$/,
    );
  });

  it('of a plan with everything in it reads as it should', () => {
    checkGolden('ledger.report.md', report(snapshotOf([fileOf(fixture('ledger.md'))])));
  });

  it('has a part for each roadmap, and nothing where there is none', () => {
    const text = report(snapshotOf([fileOf('# One\n- [ ] a\n'), fileOf('# Two\n- [ ] b\n', 'docs/ROADMAP.md')]));
    assert.deepEqual(text.match(/^# .*$/gm), ['# One', '# Two']);
    assert.equal(report(snapshotOf([])), '');
  });

  describe('shows titles as they are, whatever they hold', () => {
    const plain = nodesOf(reportOf('Plain words'));
    const titles = [
      'a | b || c',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[click](javascript:alert(1))',
      '![x](http://example.org/x.png)',
      '[a]: http://example.org',
      '<http://example.org>',
      'see http://example.org/a?b=c',
      'HTTPS://example.org',
      'www.example.org/path',
      'WWW.Example.org',
      'write to ada@example.org',
      'mailto:ada@example.org xmpp:ada@example.org/x',
      'javascript:alert(1)',
      '`code` ``x`` **bold** _it_ __b__ ~~gone~~ *a*',
      '# heading #',
      'Trailing ###',
      '> quote',
      '- item',
      '+ item',
      '* item',
      '1. item',
      '12) item',
      '- [x] ticked',
      '[ ] box',
      '---',
      '***',
      '```js',
      '~~~',
      '    indented',
      '\\| \\` \\\\',
      'ends with \\',
      '&lt;b&gt; &amp; &#60; &copy;',
      '$x^2$ $$y$$',
      '| - |',
      '<!-- comment -->',
      '<?php ?>',
      '<![CDATA[x]]>',
      '=SUM(A1)',
      '=====',
      'a `b | c` d',
      '*a|*b',
    ];
    for (const title of titles)
      it(title, () => {
        const text = reportOf(title);
        const { Escape: _e, Entity: _n, ...found } = nodesOf(text);
        const { Escape: _e2, Entity: _n2, ...expected } = plain;
        assert.deepEqual(found, expected, text);
        const said = shown(text);
        assert.ok(said.includes(title.replace(/\s+/g, ' ').trim()), said);
      });

    it('in one line, without signs that turn the order of others', () => {
      const text = reportOf('a\nb\r\nc\u2028d\u0000e\u001b[2Jf\u202eg\u2066h');
      const { Escape: escapes, ...found } = nodesOf(text);
      assert.ok(escapes! > 0);
      assert.deepEqual(found, plain, text);
      assert.match(text, /a b c d e \\\[2Jfgh/);
      assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u2028\u202a-\u202e\u2066-\u2069]/u);
    });

    it('whatever signs are put together', () => {
      const signs = '\\`*_{}[]()#+-.!|<>&"\'~$^=:/@ \tab1';
      const pieces = [
        'http://x.yz',
        'www.x.yz',
        'a@b.cd',
        '<b>',
        '](',
        '![',
        '- ',
        '1. ',
        '```',
        '&#60;',
        ...signs.split(''),
      ];
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (parts) => {
          const title = parts.join('');
          if (title.trim() === '') return;
          const text = reportOf(title);
          const { Escape: _e, Entity: _n, ...found } = nodesOf(text);
          const { Escape: _e2, Entity: _n2, ...expected } = plain;
          assert.deepEqual(found, expected, text);
        }),
        { seed: 7, numRuns: 100 },
      );
    });
  });
});
