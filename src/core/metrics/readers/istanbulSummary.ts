import * as l10n from '@vscode/l10n';
import { metricProblem } from '../metricProblem.js';
import type { Measurement, Selection } from '../../model/metric.js';
import type { MetricReader } from '../reader.js';
import { coverage, coverageAliases, type Counted } from './coverage.js';
import { fieldOf, isObject, parseJson } from './jsonText.js';
import { choose, excerpt, refused, type Measured } from './problems.js';
import { looksLike } from './recognise.js';
import { wholeText } from './whole.js';

/**
 * `coverage-summary.json` of Istanbul's reporter `json-summary`, which nyc, c8, jest and vitest share:
 * https://github.com/istanbuljs/istanbuljs/blob/master/packages/istanbul-reports/lib/json-summary/index.js
 */
export const istanbulSummary: MetricReader = {
  format: 'istanbul-summary',
  recognises: (path, head) => looksLike('istanbul-summary', path, head),
  start: (selection) => wholeText((text) => read(text, selection)),
};

const names = ['lines', 'branches', 'functions', 'statements'] as const satisfies readonly Counted[];

function read(text: string, { value: wanted }: Selection): Measured {
  const json = parseJson(text);
  if ('message' in json) return refused(json.message);
  const total = fieldOf(json.value, 'total');
  if (!isObject(total)) {
    return refused(
      l10n.t('This JSON has no "total" with coverage in it: have it written by the reporter json-summary.'),
    );
  }
  const measurements: Measurement[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const entry = fieldOf(total, name);
    if (entry === undefined) continue;
    const pct = fieldOf(entry, 'pct');
    const [covered, all] = [fieldOf(entry, 'covered'), fieldOf(entry, 'total')];
    if (pct === 'Unknown' || all === 0) unknown.push(name);
    else if (typeof pct !== 'number' || typeof covered !== 'number' || typeof all !== 'number') {
      return refused(
        l10n.t(
          'total.{0}.pct is no number: {1}. Run the coverage once more.',
          name,
          excerpt(JSON.stringify(pct) ?? '–'),
        ),
      );
    } else measurements.push(coverage(name, pct, covered, all));
  }
  if (measurements.length === 0 && unknown.length > 0) {
    return refused(l10n.t('The coverage is unknown, since nothing was counted: look whether any file was covered.'));
  }
  const chosen = choose(measurements, wanted, coverageAliases);
  if (unknown.length === 0 || wanted !== undefined) return chosen;
  const message = l10n.t('There is nothing to cover of these, so they are not measured: {0}.', unknown.join(', '));
  return { value: chosen.value, problems: [...chosen.problems, metricProblem('info', message)] };
}
