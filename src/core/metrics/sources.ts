import * as l10n from '@vscode/l10n';
import type { MetricSource } from '../model/metric.js';

/** By what a reading is judged, not what is read. */
const notRead: ReadonlySet<string> = new Set(['span', 'tolerance', 'maxAge'] satisfies (keyof MetricSource)[]);

/**
 * What makes two sources give the same reading. The metric is part of it, since its target may ask for a percentile of what
 * another one wants the mean.
 */
export function sourceKey(source: MetricSource): string {
  const parts = Object.entries(source).filter(([name, value]) => !notRead.has(name) && value !== undefined);
  return JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A source in a few words: `coverage/lcov.info (lines)`, `git: lead-time`, `node scripts/latency.mjs`. */
export function sourceLabel(source: MetricSource): string {
  switch (source.kind) {
    case 'file':
      return source.value === undefined ? source.file : `${source.file} (${shorten(source.value)})`;
    case 'git':
      return l10n.t({ message: 'git: {0}', args: [source.measure], comment: '{0} is a key such as lead-time' });
    default:
      return shorten(source.command.join(' '));
  }
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= 60 ? plain : `${plain.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…`;
}
