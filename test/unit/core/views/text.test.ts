import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { cut, padEnd, padStart, printable, width } from '../../../../src/core/views/columns.js';
import { problemsLine, statusText } from '../../../../src/core/views/statusText.js';
import { timingOf } from '../../../../src/core/views/timing.js';
import { percent } from '../../../../src/core/progress/counts.js';
import { fileOf } from '../../../support/check.js';
import { checkGolden, fixture } from '../../../support/golden.js';
import { today } from '../../../support/measured.js';
import { plainStyle, snapshotOf } from '../../../support/views.js';

describe('The width of a text in a terminal', () => {
  const widths: [string, number][] = [
    ['abc', 3],
    ['Größe', 5],
    ['日本', 4],
    ['✅', 2],
    ['✔️', 2],
    ['✔', 1],
    ['é', 1],
    ['👩‍💻', 2],
    ['❤️‍🔥', 2],
    ['→', 1],
    ['\u200b', 0],
    ['', 0],
  ];
  for (const [text, columns] of widths) it(`of "${text}" is ${columns}`, () => assert.equal(width(text), columns));

  it('is what a text is cut and filled to, without breaking a character', () => {
    assert.equal(cut('日本語', 5), '日本…');
    assert.equal(cut('日本語', 4), '日…');
    assert.equal(cut('fits', 4), 'fits');
    assert.equal(padEnd('日', 4), '日  ');
    assert.equal(padStart('7', 3), '  7');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (text, columns) => {
        assert.ok(width(cut(text, columns)) <= columns);
        assert.ok(width(padEnd(cut(text, columns), columns)) === columns);
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});

describe('The status as text', () => {
  const lines = (text: string, columns = 100) => statusText(fileOf(text), plainStyle(columns));

  it('shows groups with bars, and the registers', () => {
    checkGolden('ledger.status.txt', `${lines(fixture('ledger.md')).join('\n')}\n`);
  });

  it('fits a narrow terminal', () => {
    for (const line of lines(fixture('ledger.md').replace('Port Onboarding', '港の立ち上げ'.repeat(5)), 72).slice(
      1,
      -1,
    )) {
      assert.ok(width(line) <= 72, line);
    }
  });

  it('says what is late, also where there is no room for other notes', () => {
    const late = (columns: number) => {
      const file = fileOf(
        '# Plan\n## Q1 2020: Search (due 2020-03-01)\n**Priority:** High\n- [x] a\n- [ ] b\n## Later\n- [ ] c\n',
      );
      return statusText(file, plainStyle(columns), timingOf(snapshotOf([file]), file, today));
    };
    assert.deepEqual(late(100).slice(1, 3), [
      '  ◐ Search      ■■■■■■■■■■□□□□□□□□□□  1/2   50 %  late · Q1 2020 · due 2020-03-01 · high',
      '  ○ Later       □□□□□□□□□□□□□□□□□□□□  0/1    0 %',
    ]);
    assert.equal(late(44)[1], '  ◐ Search      ■■■■■□□□□□  1/2   50 %  late');
    for (const columns of [40, 44, 60, 80]) for (const line of late(columns)) assert.ok(width(line) <= columns, line);
  });

  it('shows a list without sections as one line', () => {
    assert.deepEqual(lines('# Plan\n- [x] a\n- [ ] b\n'), [
      'Plan  ROADMAP.md',
      '  Tasks         ■■■■■■■■■■□□□□□□□□□□  1/2   50 %',
    ]);
  });

  it('never rounds to an end that is not reached', () => {
    const count = (done: number, total: number) =>
      percent({ todo: total - done, doing: 0, blocked: 0, done, cancelled: 0, total });
    assert.deepEqual([count(1, 1000), count(999, 1000), count(0, 9), count(9, 9), count(0, 0)], [1, 99, 0, 100, 0]);
    assert.match(lines(`# P\n${'- [x] a\n'.repeat(199)}- [ ] b\n`)[1]!, /■{19}□ {2}199\/200 {3}99 %/);
  });

  it('lets no control characters of a file into the terminal', () => {
    const text = lines('# Plan\u001b[2J\u0007\n## Now\u202e\u0085\n- [ ] a\n').join('\n');
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
    assert.equal(printable('a\u001b[31mb\r\nc\td'), 'a [31mb c d');
  });

  it('says that a file could not be read', () => {
    const { roadmap: _, ...unread } = fileOf('');
    assert.deepEqual(statusText(unread, plainStyle(80)), ['ROADMAP.md  could not be read']);
  });

  it('counts problems', () => {
    assert.equal(
      problemsLine([{ severity: 'error' }, { severity: 'warning' }, { severity: 'info' }]),
      '1 error, 2 warnings',
    );
    assert.equal(problemsLine([{ severity: 'warning' }]), '1 warning');
  });
});
