import * as l10n from '@vscode/l10n';
import type { MetricState } from '../model/metric.js';
import type { MetricResult } from '../metrics/metricResults.js';
import { sourceLabel } from '../metrics/sources.js';
import { formatTarget } from '../values/quantity.js';
import { sayAge } from './ages.js';
import { cut, padEnd, printable, width } from './columns.js';
import { sayReading, stateWord } from './measuredMetrics.js';
import { sentence } from './metricRows.js';
import type { TextStyle } from './statusText.js';

/** Marks for plain text: each state has a shape of its own. */
const signs: Readonly<Record<MetricState, string>> = {
  met: '●',
  near: '◐',
  missed: '✕',
  stale: '◌',
  claimed: '?',
  unmeasured: '○',
};

/** The metrics of a roadmap as lines: state, name, reading, target, and where the reading is from; under their groups. */
export function metricsText(results: readonly MetricResult[], style: TextStyle): string[] {
  const rows = results.map(rowOf);
  // A single group says no more than the whole.
  const grouped = new Set(rows.map(({ group }) => group)).size > 1;
  const { names, readings, targets, words, origins } = widthsOf(rows, style.columns);
  const lines: string[] = [];
  let group: string | undefined;
  for (const row of rows) {
    if (grouped && row.group !== group && row.group !== undefined)
      lines.push(`  ${style.bold(cut(row.group, style.columns - 2))}`);
    group = row.group;
    const paint = row.state === 'met' ? style.good : row.state === 'missed' ? style.warn : (text: string) => text;
    const columns = [
      `${paint(signs[row.state])} ${padEnd(cut(row.name, names), names)}`,
      ...(readings > 0 ? [padEnd(cut(row.reading, readings), readings)] : []),
      padEnd(cut(row.target, targets), targets),
      ...(words > 0 ? [paint(row.word)] : []),
    ];
    const origin = row.source === '' || origins === 0 ? '' : sayOrigin(row, origins);
    const gap = ' '.repeat(Math.max(0, words - width(row.word)) + 2);
    lines.push(`  ${columns.join('  ')}${origin === '' ? '' : `${gap}${style.dim(origin)}`}`.trimEnd());
  }
  return lines;
}

/** A metric as it is written: texts for a terminal. */
interface Row {
  readonly group: string | undefined;
  readonly state: MetricState;
  readonly name: string;
  readonly reading: string;
  readonly target: string;
  readonly word: string;
  /** What measures it, and how old its reading is or why there is none. */
  readonly source: string;
  readonly age: string;
}

function rowOf(result: MetricResult): Row {
  const { metric, state, name, source, sourceState, age } = result;
  return {
    group: metric.group === undefined ? undefined : printable(metric.group),
    state,
    name: printable(sentence(name)),
    reading: printable(sayReading(result) ?? '–'),
    target: metric.target ? printable(formatTarget(metric.target)) : l10n.t('a qualitative goal'),
    word: stateWord(state),
    source: source ? printable(sourceLabel(source)) : '',
    age: age === undefined ? (sourceState === 'waiting' ? l10n.t('waits to be allowed') : '') : sayAge(0, age),
  };
}

/**
 * What is left of a line is for the sources, if that is enough for a name; else targets give way, then names, and where hardly
 * anything is left the words for the states, which their signs say as well.
 */
function widthsOf(rows: readonly Row[], columns: number) {
  const longest = (pick: (row: Row) => string, most: number) =>
    rows.reduce((longestYet, row) => Math.max(longestYet, Math.min(most, width(pick(row)))), 0);
  const readings = rows.some(({ reading }) => reading !== '–') ? longest(({ reading }) => reading, 24) : 0;
  const [allNames, allTargets] = [longest(({ name }) => name, 40), longest(({ target }) => target, 28)];
  let words = longest(({ word }) => word, 24);
  // Indentation, sign, and the gaps between the columns.
  let room = columns - 4 - (readings > 0 ? readings + 2 : 0) - 2 - words - 2;
  if (room < Math.min(allNames, 10) + Math.min(allTargets, 10)) {
    room += words + 2;
    words = 0;
  }
  // A target says little without its number and unit, which take some ten columns.
  const fewest = Math.min(allTargets, Math.max(8, Math.min(14, room - 10)));
  const targets = Math.max(fewest, Math.min(allTargets, room - allNames));
  const names = Math.max(Math.min(8, allNames), Math.min(allNames, room - targets));
  const left = room - names - targets - 2;
  return { names, readings, targets, words, origins: words > 0 && left >= 16 ? left : 0 };
}

/** `coverage/lcov.info (lines), 2 days ago`: where room is short the name alone. */
function sayOrigin({ source, age }: Row, columns: number): string {
  return age === '' || width(source) + 2 + width(age) > columns ? cut(source, columns) : `${source}, ${age}`;
}
