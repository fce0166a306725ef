import * as l10n from '@vscode/l10n';
import type { Measurement, Selection } from '../../model/metric.js';
import { metricProblem } from '../metricProblem.js';
import type { MetricReader, ReadingSession } from '../reader.js';
import { unitOf, unitOfName } from './amounts.js';
import { LineReader } from './lines.js';
import { excerpt, listed, refused, type Measured } from './problems.js';
import { matches, parseSample, parseSelector, seriesName, type Sample, type SeriesSelector } from './prometheusLine.js';
import { measureSeries, type Family, type Series } from './prometheusSeries.js';
import { looksLike } from './recognise.js';
import { sayEmpty } from './whole.js';

/**
 * Prometheus' text format 0.0.4 and OpenMetrics 1.0. A value names series: `name{label="x"}`. A histogram or summary is
 * measured by its own name, without `_bucket`, `_sum` or `_count`. Units come from `# UNIT` or the end of the name.
 */
export const prometheus: MetricReader = {
  format: 'prometheus',
  recognises: (path, head) => looksLike('prometheus', path, head),
  start: (selection) => new PrometheusSession(selection),
};

/** So many series that are meant at most; a selection that means more is no measurement. */
const mostSeries = 100_000;
/** So many where none is named. */
const mostShown = 1_000;
const mostFamilies = 10_000;
const suffixes = ['', '_total', '_bucket', '_sum', '_count'];

class PrometheusSession implements ReadingSession {
  readonly #lines = new LineReader((line, number, cut) => this.#read(line, number, cut));
  readonly #selection: Selection;
  readonly #selector: SeriesSelector | undefined;
  readonly #families = new Map<string, { type?: string; unit?: string }>();
  readonly #series = new Map<string, Series>();
  readonly #names = new Set<string>();
  #samples = 0;
  #more = false;
  #ended = false;
  #failure: string | undefined;

  constructor(selection: Selection) {
    this.#selection = selection;
    if (selection.value === undefined) return;
    this.#selector = parseSelector(selection.value);
    if (!this.#selector) {
      this.#failure = l10n.t(
        '"{0}" is no series: write a name, and labels if need be, as in {1}',
        excerpt(selection.value),
        // No part of the text: braces stand for arguments there.
        'http_requests_total{method="GET"}',
      );
    }
  }

  write(piece: string): void {
    if (this.#failure === undefined) this.#lines.write(piece);
  }

  end(): Measured {
    if (this.#failure === undefined) this.#lines.end();
    if (this.#failure !== undefined) return refused(this.#failure);
    if (this.#samples === 0) return refused(sayEmpty());
    // OpenMetrics writes seconds, and is what ends with # EOF.
    const scale = this.#ended ? 1 : 1_000;
    if (this.#selector) return this.#measureOne(this.#selector, scale);
    const value = this.#measureAll(scale);
    if (value.length === 0) return refused(l10n.t('No series of this file has a number as its value.'));
    const message = l10n.t(
      'This file holds more than {0} series, of which the first ones are shown: name one.',
      mostShown,
    );
    return { value, problems: this.#more ? [metricProblem('info', message)] : [] };
  }

  #read(line: string, number: number, cut: boolean): void {
    if (this.#failure !== undefined || line.trim() === '') return;
    if (this.#ended) {
      this.#failure = l10n.t('Line {0}: there is more behind # EOF. Have the file written once more.', number);
    } else if (line.startsWith('#')) this.#readComment(line);
    else {
      const sample = cut ? undefined : parseSample(line.trimEnd());
      if (sample) this.#add(sample);
      else {
        this.#failure = l10n.t(
          'Line {0} is no series with a value: "{1}". Have the file written once more, or give the format that it has.',
          number,
          excerpt(line),
        );
      }
    }
  }

  #readComment(line: string): void {
    if (line.trimEnd() === '# EOF') {
      this.#ended = true;
      return;
    }
    const match = /^#[ \t]{1,9}(TYPE|UNIT)[ \t]{1,9}("?)([^\s"]{1,1000})\2[ \t]{1,9}(\S{1,40})/.exec(line);
    if (!match || (this.#families.size >= mostFamilies && !this.#families.has(match[3]!))) return;
    const family = this.#families.get(match[3]!) ?? {};
    this.#families.set(match[3]!, { ...family, [match[1] === 'TYPE' ? 'type' : 'unit']: match[4]! });
  }

  #add(sample: Sample): void {
    this.#samples++;
    const { name, labels, value, timestamp } = sample;
    if (this.#names.size < 50) this.#names.add(name);
    const suffix = this.#selector
      ? suffixes.find((end) => name === `${this.#selector!.name}${end}`)
      : this.#suffixOfFamily(name);
    if (suffix === undefined || (this.#selector && !matches(this.#selector, labels))) return;
    const family = suffix === '' ? name : name.slice(0, -suffix.length);
    const key = seriesName(name, labels);
    // Later points of a series replace earlier ones: OpenMetrics has them in the order of time.
    if (!this.#series.has(key) && this.#series.size >= (this.#selector ? mostSeries : mostShown)) {
      if (this.#selector) {
        this.#failure = l10n.t(
          '{0} means more than {1} series: name labels.',
          excerpt(this.#selector.name),
          mostSeries,
        );
      } else this.#more = true;
      return;
    }
    this.#series.set(key, { family, suffix, labels, value, ...(timestamp === undefined ? {} : { timestamp }) });
  }

  /** Without a selection, histograms and summaries count by their means, and buckets and quantiles not by themselves. */
  #suffixOfFamily(name: string): string | undefined {
    for (const suffix of ['_bucket', '_sum', '_count', '_created']) {
      const type = name.endsWith(suffix) ? this.#families.get(name.slice(0, -suffix.length))?.type : undefined;
      if (type === undefined) continue;
      if (suffix === '_created' || suffix === '_bucket') return undefined;
      if (type === 'histogram' || type === 'summary') return suffix;
    }
    return this.#families.get(name)?.type === 'summary' ? undefined : '';
  }

  #measureOne(selector: SeriesSelector, scale: number): Measured {
    const family = this.#familyOf(selector.name, [...this.#series.values()]);
    if (family.series.length === 0) {
      return refused(
        l10n.t(
          'This file has no series {0}: choose one of {1}.',
          excerpt(this.#selection.value ?? ''),
          listed([...this.#names]),
        ),
      );
    }
    const name = this.#selection.value?.trim() ?? selector.name;
    return measureSeries(name, family, this.#selection.aggregate, this.#unit(family, this.#selection.unit), scale);
  }

  #measureAll(scale: number): Measurement[] {
    const groups = new Map<string, { readonly family: string; readonly series: Series[] }>();
    for (const series of this.#series.values()) {
      const name = seriesName(series.family, series.labels);
      const group = groups.get(name) ?? { family: series.family, series: [] };
      group.series.push(series);
      groups.set(name, group);
    }
    return [...groups].flatMap(([name, { family: familyName, series }]) => {
      const family = this.#familyOf(familyName, series);
      return measureSeries(name, family, undefined, this.#unit(family, undefined), scale).value;
    });
  }

  #familyOf(name: string, series: readonly Series[]): Family {
    const known = this.#families.get(name) ?? this.#families.get(name.replace(/_total$/, ''));
    return { name, series, ...(known?.type === undefined ? {} : { type: known.type }), ...known };
  }

  #unit({ name, unit }: Family, said: string | undefined): string | undefined {
    return said ?? (unit === undefined ? unitOfName(name) : (unitOf(unit) ?? unit));
  }
}
