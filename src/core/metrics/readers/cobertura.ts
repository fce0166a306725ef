import type { Measurement, Selection } from '../../model/metric.js';
import type { MetricReader } from '../reader.js';
import { countOf, coverage, coverageAliases, sayNoNumber, secondsOf, share, type Counted } from './coverage.js';
import { choose } from './problems.js';
import { looksLike } from './recognise.js';
import { xmlSession, type XmlElement, type XmlReport } from './xml.js';

/**
 * Cobertura's XML (http://cobertura.sourceforge.net/xml/coverage-04.dtd), which many tools write. The rates of the root count
 * where it has them; else the lines of the classes are counted, of which those of methods are copies.
 */
export const cobertura: MetricReader = {
  format: 'cobertura',
  recognises: (path, head) => looksLike('cobertura', path, head),
  start: (selection) => xmlSession(new CoberturaReport(selection)),
};

/** What the root says of lines or branches. */
interface Said {
  readonly rate?: number | undefined;
  readonly covered?: number | undefined;
  readonly valid?: number | undefined;
}

class CoberturaReport implements XmlReport {
  readonly roots = ['coverage'];
  readonly #selection: Selection;
  readonly #lines = { covered: 0, valid: 0 };
  readonly #branches = { covered: 0, valid: 0 };
  #said: { readonly lines: Said; readonly branches: Said } = { lines: {}, branches: {} };
  #time: number | undefined;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  open({ name, attributes, path, line }: XmlElement): string | undefined {
    if (path.length === 0) return this.#root(attributes, line);
    if (name !== 'line' || path.at(-1) !== 'lines' || path.at(-2) !== 'class') return undefined;
    const hits = attributes['hits'];
    if (hits === undefined || !/^\s*\d{1,30}\s*$/.test(hits)) return sayNoNumber(line, 'hits', hits);
    this.#lines.valid++;
    if (Number(hits) > 0) this.#lines.covered++;
    const branches = /\((\d{1,9})\/(\d{1,9})\)/.exec(attributes['condition-coverage']?.slice(0, 100) ?? '');
    if (branches) {
      this.#branches.covered += Number(branches[1]);
      this.#branches.valid += Number(branches[2]);
    }
    return undefined;
  }

  end() {
    const measurements = [
      ...this.#measure('lines', this.#said.lines, this.#lines),
      ...this.#measure('branches', this.#said.branches, this.#branches),
    ];
    return choose(measurements, this.#selection.value, coverageAliases);
  }

  #root(attributes: Readonly<Record<string, string>>, line: number): string | undefined {
    for (const key of ['line-rate', 'branch-rate']) {
      if (attributes[key] !== undefined && !isRate(attributes[key])) return sayNoNumber(line, key, attributes[key]);
    }
    const said = (rate: string, covered: string, valid: string): Said => ({
      rate: rateOf(attributes[rate]),
      covered: countOf(attributes[covered]),
      valid: countOf(attributes[valid]),
    });
    this.#said = {
      lines: said('line-rate', 'lines-covered', 'lines-valid'),
      branches: said('branch-rate', 'branches-covered', 'branches-valid'),
    };
    this.#time = secondsOf(attributes['timestamp']);
    return undefined;
  }

  #measure(name: Counted, said: Said, counted: { readonly covered: number; readonly valid: number }): Measurement[] {
    const { covered = counted.covered, valid = counted.valid } = said;
    // Tools that do not look at branches write a rate of 0 or 1 for none of none.
    if (valid === 0 && (said.valid === 0 || name === 'branches' || said.rate === undefined)) return [];
    if (said.rate === undefined) return share(name, covered, valid, this.#time);
    const value = Number((said.rate * 100).toPrecision(12));
    const whole = coverage(name, value, covered, valid);
    const time = this.#time === undefined ? {} : { time: this.#time };
    return [valid > 0 ? { ...whole, ...time } : { name, value, unit: '%', ...time }];
  }
}

/** `NaN` is what some tools make of 0 / 0. */
function isRate(text: string): boolean {
  return /^NaN$/i.test(text) || rateOf(text) !== undefined;
}

function rateOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*[01](?:[.,]\d{0,30})?(?:e-?\d{1,3})?\s*$/i.test(text)) {
    return text !== undefined && /^\s*\d[.,]?\d{0,30}e-\d{1,3}\s*$/i.test(text)
      ? Number(text.replace(',', '.'))
      : undefined;
  }
  const rate = Number(text.replace(',', '.'));
  return rate <= 1 ? rate : undefined;
}
