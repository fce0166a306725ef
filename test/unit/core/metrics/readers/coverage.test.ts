import assert from 'node:assert/strict';
import { fixture, measure, read, refusal, values } from './reading.js';

describe('coverage of Istanbul', () => {
  for (const tool of ['c8', 'nyc']) {
    it(`${tool} counts the same in its summary, in all counts, and as it says`, async () => {
      const summary = JSON.parse(fixture(`${tool}/coverage-summary.json`)).total;
      const said = {
        lines: summary.lines.pct,
        branches: summary.branches.pct,
        functions: summary.functions.pct,
        statements: summary.statements.pct,
      };
      assert.deepEqual(await values('istanbul-summary', fixture(`${tool}/coverage-summary.json`)), said);
      assert.deepEqual(await values('istanbul', fixture(`${tool}/coverage-final.json`)), said);
    });
  }

  it('says of how many, and is chosen by name', async () => {
    const found = await measure('istanbul-summary', fixture('c8/coverage-summary.json'), { value: 'Lines' });
    assert.deepEqual(found, { name: 'lines', value: 89.28, unit: '%', detail: '25 of 28 lines' });
    assert.equal(
      (await measure('istanbul', fixture('c8/coverage-final.json'), { value: 'branch coverage' })).value,
      90,
    );
  });

  it('takes nothing that was not counted for a measurement', async () => {
    const none = { total: 0, covered: 0, skipped: 0, pct: 'Unknown' };
    const some = { total: 4, covered: 1, skipped: 0, pct: 25 };
    const partly = JSON.stringify({
      total: { lines: some, statements: some, functions: none, branches: { ...none, pct: 100 } },
    });
    assert.deepEqual(await values('istanbul-summary', partly), { lines: 25, statements: 25 });
    assert.match((await read('istanbul-summary', partly)).problems[0]!.message, /branches, functions/);
    const empty = JSON.stringify({ total: { lines: none, statements: none, functions: none, branches: none } });
    assert.match(await refusal('istanbul-summary', empty), /nothing was counted/);
    assert.match(await refusal('istanbul', '{}'), /counted nothing/);
  });

  it('says what is wrong and where', async () => {
    assert.match(await refusal('istanbul-summary', '{\n"total": {\n "lines": }'), /Line 3, column 11.*no valid JSON/);
    assert.match(
      await refusal('istanbul-summary', fixture('c8/coverage-summary.json').slice(0, 500)),
      /ends too early/,
    );
    assert.match(
      await refusal('istanbul-summary', '{"total":{"lines":{"pct":"many","covered":1,"total":2}}}'),
      /total\.lines\.pct/,
    );
    assert.match(await refusal('istanbul-summary', '[]'), /no "total"/);
    assert.match(await refusal('istanbul', '{"a.js":{"s":{}}}'), /"a\.js" is no coverage/);
    assert.match(
      await refusal('istanbul-summary', fixture('c8/coverage-summary.json'), { value: 'speed' }),
      /lines, branches/,
    );
  });
});

describe('coverage of lcov', () => {
  it('sums the records of a file', async () => {
    assert.deepEqual(await values('lcov', fixture('c8/lcov.info')), { lines: 2500 / 28, branches: 90, functions: 50 });
    assert.deepEqual(await values('lcov', fixture('nyc/lcov.info')), {
      lines: 1400 / 15,
      branches: 700 / 11,
      functions: 60,
    });
  });

  it('counts entries where a record has no sums', async () => {
    const entries = fixture('nyc/lcov.info').replace(/^(?:LF|LH|FNF|FNH|BRF|BRH):.*\n/gm, '');
    assert.deepEqual(await values('lcov', entries), await values('lcov', fixture('nyc/lcov.info')));
  });

  it('reads what lcov 2.2 and others write', async () => {
    const text = [
      '# made by hand',
      'TN:unit',
      'SF:a.c',
      'VER:2',
      'FNL:0,1,5',
      'FNA:0,0,first',
      'FNA:0,3,alias',
      'FNL:1,7',
      'FNA:1,0,second',
      'DA:1,12,checksum==',
      'DA:2,0',
      'DA:3,1e+3',
      'DA:4,-1',
      'BRDA:1,e0,cond,-',
      'BRDA:1,0,1,7',
      'MCDC:1,1,t,0,0,x',
      'end_of_record',
    ].join('\r\n');
    assert.deepEqual(await values('lcov', text), { lines: 50, branches: 50, functions: 50 });
  });

  it('says which line is wrong', async () => {
    assert.match(await refusal('lcov', 'TN:\nSF:a\nDA:1\nend_of_record\n'), /^Line 3 .*DA:1/);
    assert.match(await refusal('lcov', 'SF:a\nDA:1,x\nend_of_record\n'), /^Line 2 .*DA:1,x/);
    assert.match(await refusal('lcov', 'SF:a\nLF:many\nend_of_record\n'), /^Line 2 .*LF:many/);
    assert.match(await refusal('lcov', 'SF:a\nLF:1\nLH:2\nend_of_record\n'), /^Line 4.*more than/);
    assert.match(await refusal('lcov', '<html>\n'), /^Line 1 .*<html>/);
    assert.match(await refusal('lcov', 'SF:a\nDA:1,1\nend_of_record\nSF:b\nDA:1,1\n'), /cut off.* b, from line 4/);
    assert.match(await refusal('lcov', ' \n'), /empty/);
  });
});

describe('coverage of Cobertura', () => {
  it('takes the rates of the root, and its time', async () => {
    const { value } = await read('cobertura', fixture('coverage.py/coverage.xml'));
    assert.deepEqual(value, [
      { name: 'lines', value: 83.33, unit: '%', detail: '10 of 12 lines', time: 1733400000.123 },
      { name: 'branches', value: 75, unit: '%', detail: '3 of 4 branches', time: 1733400000.123 },
    ]);
    assert.deepEqual(await values('cobertura', fixture('c8/cobertura-coverage.xml')), { lines: 89.28, branches: 90 });
    assert.deepEqual(await values('cobertura', fixture('nyc/cobertura-coverage.xml')), {
      lines: 93.33,
      branches: 63.63,
    });
  });

  it('counts lines of classes, once, where the root says nothing', async () => {
    const bare = fixture('coverage.py/coverage.xml')
      .replace(/<coverage [^>]*>/, '<coverage timestamp="1733400000">')
      .replace('<methods/>', '<methods><method name="m"><lines><line number="1" hits="1"/></lines></method></methods>');
    const { value } = await read('cobertura', bare);
    assert.deepEqual(
      value.map(({ name, value: share, time }) => [name, share, time]),
      [
        ['lines', 1000 / 12, 1733400000],
        ['branches', 75, 1733400000],
      ],
    );
  });

  it('takes branches that nobody looked at for not measured', async () => {
    const text = '<coverage line-rate="0.5" branch-rate="0" lines-valid="2" lines-covered="1" branches-valid="0"/>';
    assert.deepEqual(await values('cobertura', text), { lines: 50 });
  });

  it('says what is wrong', async () => {
    assert.match(await refusal('cobertura', '<coverage line-rate="most"/>'), /Line 1: line-rate is no number: "most"/);
    assert.match(await refusal('cobertura', '<report/>'), /<report>, where <coverage>/);
    assert.match(await refusal('cobertura', fixture('c8/cobertura-coverage.xml').slice(0, 900)), /ends too early/);
    assert.match(await refusal('cobertura', '<coverage/>'), /counted nothing/);
    assert.match(await refusal('cobertura', ''), /empty/);
  });
});

describe('coverage of JaCoCo', () => {
  it('takes the counters of the report', async () => {
    const { value } = await read('jacoco', fixture('jacoco/jacoco.xml'));
    assert.deepEqual(
      value.map(({ name, value: share, detail }) => [name, share, detail]),
      [
        ['lines', 700 / 9, '7 of 9 lines'],
        ['branches', 75, '3 of 4 branches'],
        ['instructions', 75, '15 of 20 instructions'],
        ['methods', 100, '2 of 2 methods'],
        ['classes', 100, '1 of 1 class'],
      ],
    );
    assert.equal(value[0]!.time, 1733400000.123);
    assert.equal((await measure('jacoco', fixture('jacoco/jacoco.xml'), { value: 'functions' })).name, 'methods');
  });

  it('sums packages, in groups, where the report has none', async () => {
    const counter = (covered: number) => `<counter type="LINE" missed="1" covered="${covered}"/>`;
    const text = `<report name="r"><group name="g"><package name="a">${counter(1)}</package><package name="b">${counter(3)}</package>${counter(4)}</group></report>`;
    assert.deepEqual(await values('jacoco', text), { lines: (100 * 4) / 6 });
  });

  it('says what is wrong', async () => {
    assert.match(
      await refusal('jacoco', '<report>\n<counter type="LINE" missed="-1" covered="2"/></report>'),
      /Line 2: missed/,
    );
    assert.match(await refusal('jacoco', '<report><counter type="LINE" missed="1"/></report>'), /covered is missing/);
  });
});
