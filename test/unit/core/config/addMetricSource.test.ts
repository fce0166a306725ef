import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addMetricSource } from '../../../../src/core/config/addMetricSource.js';
import { readConfig } from '../../../../src/core/config/readConfig.js';
import type { MetricSource } from '../../../../src/core/model/metric.js';
import { applyEdits } from '../../../../src/core/text/textEdits.js';

const source: MetricSource = { kind: 'file', metric: 'Test coverage', file: 'coverage/lcov.info', value: 'lines' };

/** The text with the entry; where it is refused, why. */
function add(text: string, what = source): string {
  const added = addMetricSource(text, what);
  if (!added.ok) return added.message;
  assert.equal(applyEdits(text, [added.edit]), added.text);
  return added.text;
}

const entry = '  Test coverage:\n    file: coverage/lcov.info\n    value: lines\n';

describe('Adding what measures a metric', () => {
  const cases: Record<string, readonly [string, string]> = {
    'to nothing': ['', `metrics:\n${entry}`],
    'to a comment': ['# ours\n', `# ours\nmetrics:\n${entry}`],
    'behind other keys': ['idPrefix: RM\n', `idPrefix: RM\nmetrics:\n${entry}`],
    'without a last line break': ['idPrefix: RM', `idPrefix: RM\nmetrics:\n${entry.trimEnd()}`],
    'to a key without a value': ['metrics: # soon\nidPrefix: RM\n', `metrics: # soon\n${entry}idPrefix: RM\n`],
    'behind other entries': [
      'metrics:\n  A:\n    git: lead-time # days\n\n# more\nidPrefix: RM\n',
      `metrics:\n  A:\n    git: lead-time # days\n${entry}\n# more\nidPrefix: RM\n`,
    ],
    'behind entries in braces': ['metrics:\n  A: { file: a }', `metrics:\n  A: { file: a }\n${entry.trimEnd()}`],
    'behind an entry that is being written': ['metrics:\n  A:\n', `metrics:\n  A:\n${entry}`],
    'in other indentation': [
      'metrics:\n    A:\n        file: a\n',
      'metrics:\n    A:\n        file: a\n    Test coverage:\n        file: coverage/lcov.info\n        value: lines\n',
    ],
    'with the indentation of other keys': [
      'status:\n    done: [a]\n',
      'status:\n    done: [a]\nmetrics:\n    Test coverage:\n        file: coverage/lcov.info\n        value: lines\n',
    ],
    'in the line breaks of the text': [
      'idPrefix: RM\r\nmetrics:\r\n  A: { file: a }\r\n',
      `idPrefix: RM\r\nmetrics:\r\n  A: { file: a }\r\n${entry.replaceAll('\n', '\r\n')}`,
    ],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`puts it ${name}`, () => assert.equal(add(text), expected));
  }

  it('writes no more than it takes', () => {
    const written = (what: MetricSource) =>
      add('', what)
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim());
    assert.deepEqual(written({ kind: 'git', metric: 'Lead time', measure: 'lead-time', days: 90 }), [
      'Lead time:',
      'git: lead-time',
    ]);
    assert.deepEqual(
      written({ kind: 'command', metric: 'users', command: ['node', 'a b'], timeout: 5, unit: '%', tolerance: 0.1 }),
      ['users:', 'command:', '- node', '- a b', 'timeout: 5', 'unit: "%"', 'tolerance: 0.1'],
    );
  });

  const refused: Record<string, readonly [string, RegExp]> = {
    'a text that is no YAML': ['metrics: [a\n', /no valid YAML/],
    'a name that is there': ['metrics:\n  test coverage: { file: a }\n', /already/],
    'entries in braces': ['metrics: { A: { file: a } }\n', /by hand/],
    'a file in JSON': ['{ "idPrefix": "RM" }\n', /by hand/],
    'a list': ['- a\n', /by hand/],
    'an end of the document': ['idPrefix: RM\n...\n', /by hand/],
    'a text at the end that would take it in': ['idPrefix: |+\n  RM\n', /by hand|^idPrefix/],
  };
  for (const [name, [text, message]] of Object.entries(refused)) {
    it(`refuses ${name}, and says why`, () => assert.match(add(text), message));
  }

  it('leaves every other character as it is, and reads as it was meant', () => {
    const line = fc.constantFrom('idPrefix: RM', '# note', '', 'roadmaps: [a.md]', 'status:\n  done: [x]', 'other: 1');
    const metrics = fc.constantFrom(
      '',
      'metrics:',
      'metrics:\n  A: { file: a }',
      'metrics:\n  A:\n    git: lead-time\n    # x',
    );
    const eol = fc.constantFrom('\n', '\r\n', '\r');
    const name = fc.oneof(
      fc.constantFrom('a: b', '"x"', '- y', '#z', '99.9% uptime', 'true', '12'),
      fc.string({ maxLength: 20 }),
    );
    let added = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(line, { maxLength: 3 }),
        metrics,
        fc.uniqueArray(line, { maxLength: 2 }),
        eol,
        fc.boolean(),
        name,
        (before, block, after, end, last, metric) => {
          const lines = [...before, block, ...after.filter((one) => !before.includes(one))].filter((one) => one !== '');
          const text = (lines.join('\n') + (last ? '\n' : '')).replaceAll('\n', end);
          const result = addMetricSource(text, { ...source, metric });
          if (!result.ok) return;
          added++;
          const { start } = result.edit.span;
          assert.equal(result.text.slice(0, start) + result.text.slice(start + result.edit.newText.length), text);
          const { value, problems } = readConfig(result.text);
          assert.equal(value.metrics.at(-1)!.metric, metric);
          assert.equal(problems.length, readConfig(text).problems.length);
        },
      ),
      { seed: 51, numRuns: 150 },
    );
    assert.ok(added > 75, `${added} of 150 were added`);
  });
});
