import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { metricFormats, type MetricFormat, type Selection } from '../../../../../src/core/model/metric.js';
import { maxWhole } from '../../../../../src/core/metrics/reader.js';
import { readerOf } from '../../../../../src/core/metrics/readers/index.js';
import { fixture, read, readPieces, refusal, values } from './reading.js';

const samples: readonly (readonly [MetricFormat, string, Selection])[] = [
  ['istanbul-summary', fixture('c8/coverage-summary.json'), {}],
  ['istanbul', fixture('nyc/coverage-final.json'), {}],
  ['lcov', fixture('nyc/lcov.info').replaceAll('\n', '\r\n'), {}],
  ['cobertura', fixture('coverage.py/coverage.xml'), {}],
  ['jacoco', fixture('jacoco/jacoco.xml'), {}],
  ['junit', fixture('surefire/TEST-tiny.PriceTest.xml').replace('hasFee', 'has a fee 💶 \u{10ffff}'), {}],
  ['json', fixture('plain/slo.json'), { value: '$.runs[*].took', aggregate: 'p95' }],
  ['yaml', fixture('plain/slo.yaml'), { value: '/latency/p95' }],
  ['csv', `\uFEFF${fixture('plain/load.csv').replaceAll('\n', '\r\n')}`, { value: 'duration' }],
  ['csv', '"a ""b""";c\r"1,5";2\r\r"x\r\ny";"3"\n', {}],
  ['prometheus', fixture('prom-client/openmetrics.txt'), {}],
  ['prometheus', fixture('prom-client/metrics.prom'), { value: 'http_request_duration_seconds', aggregate: 'p95' }],
  ['benchmark', fixture('jmh/jmh.json'), {}],
];

describe('a report that comes in pieces', () => {
  it('gives the same wherever they end', async () => {
    for (const [format, text, selection] of samples) {
      const whole = await read(format, text, selection);
      assert.ok(whole.value.length > 0, format);
      assert.deepEqual(await readPieces(format, text.split(''), selection), whole, format);
      const reader = await readerOf(format);
      fc.assert(
        fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
          const session = reader.start(selection);
          const places = [0, ...cuts.sort((a, b) => a - b), text.length];
          for (let i = 1; i < places.length; i++) session.write(text.slice(places[i - 1], places[i]));
          assert.deepEqual(session.end(), whole);
        }),
        { numRuns: 25 },
      );
    }
  });

  it('gives the same wherever they end when it is broken, too', async () => {
    for (const [format, text, selection] of samples) {
      const reader = await readerOf(format);
      fc.assert(
        fc.property(
          fc.nat(text.length),
          fc.nat(30),
          fc.string({ maxLength: 8 }),
          fc.nat(text.length),
          (at, cut, put, end) => {
            const broken = text.slice(0, at) + put + text.slice(at + cut);
            const once = reader.start(selection);
            once.write(broken);
            const twice = reader.start(selection);
            twice.write(broken.slice(0, end));
            twice.write(broken.slice(end));
            const found = once.end();
            assert.deepEqual(twice.end(), found);
            assert.ok(found.value.length > 0 || found.problems.length > 0, 'an empty success');
            for (const { value } of found.value) assert.ok(Number.isFinite(value));
          },
        ),
        { numRuns: 40 },
      );
    }
  });
});

describe('a text of another kind', () => {
  it('is refused by every reader with a reason', async () => {
    const others = [
      '',
      ' \n',
      '\uFEFF',
      'null',
      '[]',
      '{}',
      '<a/>',
      '<',
      '\u0000\u0001',
      'a: b',
      ',,,',
      '# EOF',
      '{"total":null}',
      'x'.repeat(70_000),
      '\ud800',
    ];
    for (const format of metricFormats) {
      for (const text of others) {
        const { value, problems } = await read(format, text);
        assert.deepEqual(value, [], `${format}: ${text}`);
        assert.ok(
          problems.length > 0 && problems.every(({ code, message }) => code === 'metric-source' && message.length > 10),
        );
      }
    }
  });

  it('is not kept where it is longer than what is read as a whole', async () => {
    const piece = ' '.repeat(maxWhole / 4);
    for (const format of ['json', 'istanbul', 'istanbul-summary', 'benchmark', 'yaml'] as const) {
      assert.match((await readPieces(format, Array(5).fill(piece))).problems[0]!.message, /longer than/, format);
    }
  });
});

describe('hostile XML', () => {
  const wrap = (doctype: string, inside: string) => `<?xml version="1.0"?>${doctype}<testsuite>${inside}</testsuite>`;

  it('expands and fetches nothing', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE t [<!ENTITY l0 "ha">${laughs}]>`;
    assert.match(await refusal('junit', wrap(bomb, '<testcase name="&l9;"/>')), /entity of its own/);
    const file =
      '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://example.org/y"> %y;]>';
    assert.match(await refusal('junit', wrap(file, '<testcase>&x;</testcase>')), /entity of its own/);
    // A declaration alone does nothing.
    assert.equal((await values('junit', wrap(file, '<testcase name="a"/>')))['tests'], 1);
    const tricks = '<!DOCTYPE t [<!-- ]> --><?p ]>?><!ELEMENT t ANY><!ATTLIST t a CDATA "]>">]>';
    assert.equal((await values('junit', wrap(tricks, '<testcase name="a"/>')))['tests'], 1);
  });

  it('is refused where it is nested without end', async () => {
    assert.match(await refusal('junit', '<testsuite>'.repeat(100_000)), /200 levels/);
    assert.match(await refusal('cobertura', `<coverage>${'<a>'.repeat(100_000)}`), /200 levels/);
  });

  it('does not keep long texts, comments and sections', async () => {
    const long = 'x'.repeat(100_000);
    const pieces = [
      `<!DOCTYPE t [<!-- `,
      ...Array(10).fill(long),
      ' -->]><testsuite><!-- ',
      ...Array(10).fill(long),
      ' --><testcase name="a"><system-out>',
      ...Array(10).fill(long),
      '<![CDATA[',
      ...Array(10).fill(`${long}]]`),
      ']]></system-out><?p ',
      ...Array(10).fill(long),
      '?></testcase></testsuite>',
    ];
    const { value, problems } = await readPieces('junit', pieces);
    assert.deepEqual(problems, []);
    assert.equal(value.find(({ name }) => name === 'tests')?.value, 1);
  });

  it('is refused where a tag has no end', async () => {
    const long = 'x'.repeat(50_000);
    for (const begin of ['<', '<testsuite></', '<testsuite>&', '<testsuite a="&', '<testsuite ', '<?']) {
      const { problems } = await readPieces('junit', [begin, ...Array(3).fill(long)]);
      assert.match(problems[0]!.message, /too long|no valid XML/, begin);
    }
    const value = await readPieces('junit', ['<testsuite name="', ...Array(85).fill(long)]);
    assert.match(value.problems[0]!.message, /too long/);
    const attributes = Array.from({ length: 50 }, (_, i) =>
      Array.from({ length: 5_000 }, (__, j) => ` a${i}_${j}="1234567890"`).join(''),
    );
    assert.match((await readPieces('junit', ['<testsuite', ...attributes])).problems[0]!.message, /too long/);
  });
});

describe('a long report', () => {
  const long: readonly (readonly [MetricFormat, string, string, string])[] = [
    ['lcov', '', fixture('c8/lcov.info'), ''],
    [
      'cobertura',
      '<coverage><packages><package><classes>',
      '<class><lines><line number="1" hits="1"/><line number="2" hits="0"/></lines></class>\n',
      '</classes></package></packages></coverage>',
    ],
    [
      'junit',
      '<testsuites>',
      '<testsuite><testcase name="a" time="1"/><testcase name="b" time="2"><failure>x</failure></testcase></testsuite>',
      '</testsuites>',
    ],
    ['csv', 'n\n', '1\n2\n', ''],
    ['prometheus', '', 'a{b="c"} 1\n', ''],
  ];
  for (const [format, start, part, end] of long) {
    it(`of ${format} gives the right numbers after half a million characters`, async () => {
      const times = Math.ceil(250_000 / part.length);
      const piece = part.repeat(times);
      const { value, problems } = await readPieces(format, [start, piece, piece, end]);
      assert.deepEqual(problems, []);
      const expected = { lcov: 2500 / 28, cobertura: 50, junit: 50, csv: 2, prometheus: 1 }[format as 'lcov'];
      assert.equal(value[0]!.value, expected);
    });
  }

  it('may be one line', async () => {
    const piece = 'x'.repeat(250_000);
    for (const format of ['lcov', 'prometheus'] as const) {
      const { problems } = await readPieces(format, Array(4).fill(piece));
      assert.match(problems[0]!.message, /Line 1 /, format);
    }
    const { value } = await readPieces('lcov', ['SF:', ...Array(4).fill(piece), '\nDA:1,1\nend_of_record\n']);
    assert.equal(value[0]!.value, 100);
    assert.match((await readPieces('csv', ['a,b\n1,"', ...Array(4).fill(piece)])).problems[0]!.message, /^Line 2:/);
  });
});
