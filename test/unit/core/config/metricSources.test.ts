import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/core/config/readConfig.js';
import { dedent } from '../../../support/check.js';

/** The problems of an entry as `message at «text»`. */
function problems(text: string): string[] {
  return readConfig(text).problems.map(
    ({ message, span }) => `${message} at «${span ? text.slice(span.start, span.end).trim() : ''}»`,
  );
}

/** The problems of an entry called `T`, with these lines below it. */
const below = (...lines: readonly string[]) =>
  problems(`metrics:\n  T:\n${lines.map((line) => `    ${line}\n`).join('')}`);

describe('What measures metrics', () => {
  it('is read with every key', () => {
    const text = dedent(`
      metrics:
        Test coverage: { file: coverage/coverage-summary.json }
        30-Day/Response time:
          file: 'out\\\\load.csv'
          format: csv
          value: latency
          aggregate: p99.9
          unit: ms
          tolerance: 0.1
          maxAge: 7
        Deployment frequency:
          git: release-frequency
          tags: v*
          days: 180
        Lead time: { git: lead-time }
        users:
          command: [node, scripts/users.mjs, '--since=1', '']
          timeout: 5
          format: json
          value: $.users
        "99.9% uptime": { command: [uptime] }
        later:
    `);
    const { value, problems: none } = readConfig(text);
    assert.deepEqual(none, []);
    assert.deepEqual(
      value.metrics.map(({ span, ...source }) => (assert.ok(span), source)),
      [
        { kind: 'file', metric: 'Test coverage', file: 'coverage/coverage-summary.json' },
        {
          kind: 'file',
          metric: '30-Day/Response time',
          file: 'out//load.csv',
          format: 'csv',
          value: 'latency',
          aggregate: 'p99.9',
          unit: 'ms',
          tolerance: 0.1,
          maxAge: 7,
        },
        { kind: 'git', metric: 'Deployment frequency', measure: 'release-frequency', tags: 'v*', days: 180 },
        { kind: 'git', metric: 'Lead time', measure: 'lead-time', days: 90 },
        {
          kind: 'command',
          metric: 'users',
          command: ['node', 'scripts/users.mjs', '--since=1', ''],
          timeout: 5,
          format: 'json',
          value: '$.users',
        },
        { kind: 'command', metric: '99.9% uptime', command: ['uptime'], timeout: 60 },
      ],
    );
    assert.deepEqual(
      value.metrics.map(({ span }) => text.slice(span!.start, span!.end)),
      ['Test coverage', '30-Day/Response time', 'Deployment frequency', 'Lead time', 'users', '"99.9% uptime"'],
    );
  });

  const wrong: Record<string, readonly [readonly string[], RegExp]> = {
    nothing: [['unit: ms'], /"T" says nothing of what measures it: add one of file:, git: and command:\. at «T»$/],
    'two kinds': [['file: a', 'git: lead-time'], /"T" is measured by file, git, of which only one can be: .* at «T»$/],
    'a path outside': [['file: ../a.json'], /"file" of "T" must be a path inside the folder.* at «\.\.\/a\.json»$/],
    'an absolute path': [['file: /etc/passwd'], /must be a path inside the folder/],
    'a path of Windows': [['file: C:\\a.json'], /must be a path inside the folder/],
    'a path with a NUL': [['file: "a\\0b"'], /must be a path inside the folder/],
    'no path': [['file:'], /"file" of "T" must be a path inside the folder.* at «file»$/],
    'an unknown format': [['file: a', 'format: xml'], /"format" of "T" must be one of istanbul-summary, .* at «xml»$/],
    'an unknown aggregate': [
      ['file: a', 'aggregate: p101'],
      /"aggregate" of "T" must be one of last, .*p95\. at «p101»$/,
    ],
    'a negative tolerance': [
      ['file: a', 'tolerance: -1'],
      /"tolerance" of "T" must be a number from 0 to 1\. at «-1»$/,
    ],
    'a glob of what cannot be added up': [
      ['file: out/*.csv', 'format: csv'],
      /"file" of "T" names several files, which only those of JUnit can be: .* at «out\/\*\.csv»$/,
    ],
    'a glob without a format': [['file: "{a,b}.xml"'], /"file" of "T" names several files/],
    'a tolerance in percent': [
      ['file: a', 'tolerance: 5%'],
      /"tolerance" of "T" must be a number from 0 to 1\. at «5%»$/,
    ],
    'an endless age': [['file: a', 'maxAge: .inf'], /"maxAge" of "T" must be a number from 0 to 36500\. at «\.inf»$/],
    'an unknown measure': [['git: speed'], /"git" of "T" must be one of release-frequency, .* at «speed»$/],
    'half days': [['git: lead-time', 'days: 1.5'], /"days" of "T" must be a whole number from 1 to 3650\. at «1\.5»$/],
    'a key of another kind': [
      ['git: lead-time', 'unit: h'],
      /"T" has no key "unit" beside git: use git, tags, .* at «unit»$/,
    ],
    'a misspelt key': [
      ['file: a', 'agregate: p95'],
      /"T" has no key "agregate" beside file: did you mean aggregate\? at «agregate»$/,
    ],
    'a command line': [['command: npm test'], /"command" of "T" must be a list of a program .* at «npm test»$/],
    'no program': [['command: []'], /"command" of "T" must be a list/],
    'a program without a name': [['command: [" ", a]'], /"command" of "T" must be a list/],
    'an argument with a NUL': [['command: [a, "b\\0"]'], /"command" of "T" must be a list/],
    'an argument that is no text': [['command: [a, 1]'], /"command" of "T" must be a list/],
    'too many arguments': [[`command: [${'a, '.repeat(51)}]`], /"command" of "T" must be a list/],
    'too much time': [['command: [a]', 'timeout: 601'], /"timeout" of "T" must be a number from 1 to 600\. at «601»$/],
    'a value that is a list': [['file: a', 'value: [a]'], /"value" of "T" must be a text\. at «\[a\]»$/],
    'a unit that is too long': [['file: a', `unit: ${'m'.repeat(21)}`], /"unit" of "T" is too long\./],
  };
  for (const [name, [lines, message]] of Object.entries(wrong)) {
    it(`is said to be wrong with ${name}`, () => {
      const [first, ...others] = below(...lines);
      assert.match(first ?? '', message);
      assert.deepEqual(others, []);
    });
  }

  it('is several files where JUnit wrote them, and brackets are part of a name', () => {
    for (const entry of ['{ file: "out/**/TEST-*.xml", format: junit }', '{ file: "app/[id]/cover.json" }']) {
      const { value, problems: none } = readConfig(`metrics:\n  T: ${entry}\n`);
      assert.deepEqual([value.metrics.length, none], [1, []]);
    }
  });

  it('must be keys, each the name of a metric', () => {
    assert.match(problems('metrics: [a]\n')[0]!, /^"metrics" must be keys with values.* at «\[a\]»$/);
    assert.match(
      problems('metrics:\n  T: coverage.json\n')[0]!,
      /^"T" must say what measures it.* at «coverage\.json»$/,
    );
    assert.match(problems(`metrics:\n  ${'x'.repeat(201)}: { file: a }\n`)[0]!, /^A metric must be named/);
    assert.match(problems('metrics:\n  " ": { file: a }\n')[0]!, /^A metric must be named/);
    assert.deepEqual(problems('metrics:\n'), []);
    assert.deepEqual(problems('metrics: {}\n'), []);
  });

  it('loses a wrong entry alone', () => {
    const { value, problems: found } = readConfig(
      'metrics:\n  A: { file: a }\n  B: { file: 1 }\n  C: { file: c }\nidPrefix: RM\n',
    );
    assert.deepEqual([value.metrics.map(({ metric }) => metric), value.idPrefix, found.length], [['A', 'C'], 'RM', 1]);
  });

  it('has an end', () => {
    const entries = Array.from({ length: 201 }, (_, index) => `  M${index}: { file: a }\n`).join('');
    const { value } = readConfig(`metrics:\n${entries}`);
    assert.equal(value.metrics.length, 200);
    assert.deepEqual(problems(`metrics:\n${entries}`), [
      '"metrics" has more than 200 entries: remove those that nobody needs. at «M200»',
    ]);
  });

  it('takes names of built-in properties for what they are: names', () => {
    const { value, problems: none } = readConfig(
      'metrics:\n  __proto__: { file: a }\n  constructor: { git: lead-time }\n',
    );
    assert.deepEqual([value.metrics.map(({ metric }) => metric), none], [['__proto__', 'constructor'], []]);
  });
});
