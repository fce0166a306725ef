import * as l10n from '@vscode/l10n';
import type { Measurement } from '../../model/metric.js';
import type { Parsed } from '../../model/problem.js';
import { metricProblem } from '../metricProblem.js';

/** What a reader gives. */
export type Measured = Parsed<readonly Measurement[]>;

/** Nothing could be measured, and why. */
export function refused(message: string): Measured {
  return { value: [], problems: [metricProblem('error', message)] };
}

/** As much of a file's own words as belongs into a sentence. */
export function excerpt(text: string, longest = 60): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

/** The first few of several names, for a sentence. */
export function listed(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map((name) => excerpt(name));
  return names.length > most ? `${shown.join(', ')}, …` : shown.join(', ');
}

/**
 * Of the measurements a text holds those that a selection names, and all of them without one. Names are compared without
 * regard to case, blanks, `-` and `_`; `aliases` are other words people use for them.
 */
export function choose(
  measurements: readonly Measurement[],
  value: string | undefined,
  aliases: Readonly<Record<string, string>> = {},
): Measured {
  if (measurements.length === 0) {
    return refused(l10n.t('This report is valid, but counted nothing: have its tool run on the project once more.'));
  }
  if (value === undefined) return { value: measurements, problems: [] };
  const wanted = plain(value);
  const name = Object.hasOwn(aliases, wanted) ? plain(aliases[wanted]!) : wanted;
  const found = measurements.filter((measurement) => plain(measurement.name) === name);
  return found.length > 0 ? { value: found, problems: [] } : refused(notAmong(value, measurements));
}

function notAmong(value: string, measurements: readonly Measurement[]): string {
  const names = listed(measurements.map(({ name }) => name));
  return l10n.t('This report measures no "{0}": choose one of {1}.', excerpt(value), names);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}
