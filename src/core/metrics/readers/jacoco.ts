import type { Selection } from '../../model/metric.js';
import type { MetricReader } from '../reader.js';
import { countOf, coverageAliases, sayNoNumber, secondsOf, share, type Counted } from './coverage.js';
import { choose } from './problems.js';
import { looksLike } from './recognise.js';
import { xmlSession, type XmlElement, type XmlReport } from './xml.js';

/**
 * JaCoCo's XML (https://www.jacoco.org/jacoco/trunk/coverage/report.dtd). The counters of the report itself count, else those
 * of its packages. Complexity is no coverage that anybody asks for.
 */
export const jacoco: MetricReader = {
  format: 'jacoco',
  recognises: (path, head) => looksLike('jacoco', path, head),
  start: (selection) => xmlSession(new JacocoReport(selection)),
};

/** Names by JaCoCo's types, the most telling first. */
const names: Readonly<Record<string, Counted>> = {
  LINE: 'lines',
  BRANCH: 'branches',
  INSTRUCTION: 'instructions',
  METHOD: 'methods',
  CLASS: 'classes',
};

interface Tally {
  covered: number;
  total: number;
}

class JacocoReport implements XmlReport {
  readonly roots = ['report'];
  readonly #selection: Selection;
  readonly #ofReport = new Map<string, Tally>();
  readonly #ofPackages = new Map<string, Tally>();
  #time: number | undefined;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  open({ name, attributes, path, line }: XmlElement): string | undefined {
    if (name === 'sessioninfo') {
      const time = secondsOf(attributes['dump']);
      if (time !== undefined && !(this.#time !== undefined && this.#time > time)) this.#time = time;
    }
    const parent = path.at(-1);
    const into = parent === 'report' ? this.#ofReport : parent === 'package' ? this.#ofPackages : undefined;
    const type = attributes['type'] ?? '';
    if (name !== 'counter' || !into || !Object.hasOwn(names, type)) return undefined;
    const missed = countOf(attributes['missed']);
    const covered = countOf(attributes['covered']);
    if (missed === undefined) return sayNoNumber(line, 'missed', attributes['missed']);
    if (covered === undefined) return sayNoNumber(line, 'covered', attributes['covered']);
    const tally = into.get(type) ?? { covered: 0, total: 0 };
    tally.covered += covered;
    tally.total += covered + missed;
    into.set(type, tally);
    return undefined;
  }

  end() {
    const counters = this.#ofReport.size > 0 ? this.#ofReport : this.#ofPackages;
    const measurements = Object.entries(names).flatMap(([type, name]) => {
      const { covered, total } = counters.get(type) ?? { covered: 0, total: 0 };
      return share(name, covered, total, this.#time);
    });
    return choose(measurements, this.#selection.value, aliases);
  }
}

const aliases = {
  ...coverageAliases,
  function: 'methods',
  functions: 'methods',
  method: 'methods',
  statements: 'instructions',
  instruction: 'instructions',
  class: 'classes',
};
