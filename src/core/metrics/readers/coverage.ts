import * as l10n from '@vscode/l10n';
import type { Measurement } from '../../model/metric.js';
import { excerpt } from './problems.js';

/** What coverage is counted in. */
export type Counted = 'lines' | 'branches' | 'functions' | 'statements' | 'instructions' | 'methods' | 'classes';

/** Words by which people and tools call the same. */
export const coverageAliases: Readonly<Record<string, string>> = {
  line: 'lines',
  linerate: 'lines',
  coverage: 'lines',
  linecoverage: 'lines',
  branch: 'branches',
  branchrate: 'branches',
  branchcoverage: 'branches',
  function: 'functions',
  statement: 'statements',
};

/** So many of so many, in percent. Nothing of nothing is not measured: 0 and 100 % would both be lies. */
export function share(name: Counted, covered: number, total: number, time?: number): Measurement[] {
  if (!(total > 0)) return [];
  return [{ ...coverage(name, (100 * covered) / total, covered, total), ...(time === undefined ? {} : { time }) }];
}

/** A share that the source has computed itself. */
export function coverage(name: Counted, value: number, covered: number, total: number): Measurement {
  return { name, value, unit: '%', detail: sayShare(name, covered, total) };
}

function sayShare(name: Counted, covered: number, total: number): string {
  if (total === 1) return sayShareOfOne(name, covered);
  switch (name) {
    case 'lines':
      return l10n.t('{0} of {1} lines', covered, total);
    case 'branches':
      return l10n.t('{0} of {1} branches', covered, total);
    case 'functions':
      return l10n.t('{0} of {1} functions', covered, total);
    case 'statements':
      return l10n.t('{0} of {1} statements', covered, total);
    case 'instructions':
      return l10n.t('{0} of {1} instructions', covered, total);
    case 'methods':
      return l10n.t('{0} of {1} methods', covered, total);
    default:
      return l10n.t('{0} of {1} classes', covered, total);
  }
}

function sayShareOfOne(name: Counted, covered: number): string {
  switch (name) {
    case 'lines':
      return l10n.t('{0} of 1 line', covered);
    case 'branches':
      return l10n.t('{0} of 1 branch', covered);
    case 'functions':
      return l10n.t('{0} of 1 function', covered);
    case 'statements':
      return l10n.t('{0} of 1 statement', covered);
    case 'instructions':
      return l10n.t('{0} of 1 instruction', covered);
    case 'methods':
      return l10n.t('{0} of 1 method', covered);
    default:
      return l10n.t('{0} of 1 class', covered);
  }
}

/** A count as a report writes it, or undefined. */
export function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}

/** Seconds since 1970 of a number of seconds or milliseconds: as seconds, these would be after the year 5000. */
export function secondsOf(text: string | undefined): number | undefined {
  const time = countOf(text);
  if (time === undefined || time === 0) return undefined;
  return time > 1e11 ? time / 1000 : time;
}

/** Said of an attribute that must be a number. */
export function sayNoNumber(line: number, name: string, text: string | undefined): string {
  return text === undefined
    ? l10n.t('Line {0}: {1} is missing here. Have the report written once more.', line, name)
    : l10n.t('Line {0}: {1} is no number: "{2}". Have the report written once more.', line, name, excerpt(text));
}
