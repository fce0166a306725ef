import * as l10n from '@vscode/l10n';
import type { Measurement, Selection } from '../../model/metric.js';
import { metricProblem } from '../metricProblem.js';
import type { MetricReader, ReadingSession } from '../reader.js';
import { countOf } from './coverage.js';
import { choose, excerpt, refused, type Measured } from './problems.js';
import { looksLike } from './recognise.js';
import { xmlSession, type XmlElement, type XmlReport } from './xml.js';

/**
 * JUnit's XML, of which there is no standard: Ant's (https://github.com/windyroad/JUnit-Schema), Surefire's
 * (https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd) and what others have made of them.
 * A suite has as many tests as it lists, or as its attributes say where that is more: some list no skipped tests, some none that
 * passed. The two are compared, never added. The duration is what the outermost element says that says it, else the sum of what
 * it holds. The pass rate is of the tests that were not skipped.
 */
export const junit: MetricReader = {
  format: 'junit',
  recognises: (path, head) => looksLike('junit', path, head),
  start: (selection) => xmlSession(new JunitReport(selection)),
};

/** Adds up many reports, one for each class of tests as Surefire and Gradle write them. */
export interface JunitSum {
  /** Reads the next one. Its session tells problems alone. */
  next(): ReadingSession;
  /** What all of them measured. */
  end(): Measured;
}

export function junitSum(selection: Selection): JunitSum {
  const all = new JunitReport(selection);
  const part: XmlReport = {
    roots: all.roots,
    open: (element) => all.open(element),
    close: (name) => all.close(name),
    end: () => ({ value: [], problems: [] }),
  };
  return { next: () => xmlSession(part), end: () => all.end() };
}

type Outcome = 'passed' | 'failed' | 'broken' | 'skipped';

interface Tally {
  tests: number;
  failed: number;
  broken: number;
  skipped: number;
  /** Seconds of all it holds. */
  time: number;
  /** Whether anything in it said how long it took. */
  timed: boolean;
}

interface Suite extends Tally {
  readonly attributes: Readonly<Record<string, string>>;
}

class JunitReport implements XmlReport {
  readonly roots = ['testsuites', 'testsuite'];
  readonly #selection: Selection;
  readonly #suites: Suite[] = [];
  #total: Tally = emptyTally();
  #test: { readonly name: string; readonly time: number | undefined; outcome: Outcome } | undefined;
  #slowest: { readonly name: string; readonly time: number } | undefined;
  #time: number | undefined;
  #unread: { readonly line: number; readonly text: string } | undefined;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  open({ name, attributes, line }: XmlElement): string | undefined {
    switch (name) {
      case 'testsuites':
      case 'testsuite':
        return this.#openSuite(attributes, line);
      case 'testcase':
        this.#test = {
          name: excerpt([attributes['classname'], attributes['name']].filter(Boolean).join(' › '), 200),
          time: this.#seconds(attributes['time'], line),
          outcome: /^(?:notrun|disabled|skipped|ignored)$/i.test(attributes['status'] ?? '') ? 'skipped' : 'passed',
        };
        return undefined;
      case 'failure':
        if (this.#test) this.#test.outcome = 'failed';
        return undefined;
      case 'error':
        // Tests with both have failed, and count once.
        if (this.#test && this.#test.outcome !== 'failed') this.#test.outcome = 'broken';
        return undefined;
      case 'skipped':
        if (this.#test?.outcome === 'passed') this.#test.outcome = 'skipped';
        return undefined;
      default:
        return undefined;
    }
  }

  close(name: string): void {
    if (name === 'testcase' && this.#test) this.#closeTest(this.#test);
    else if (name === 'testsuites' || name === 'testsuite') this.#closeSuite();
  }

  end(): Measured {
    const { tests, failed, broken, skipped, time, timed } = this.#total;
    if (tests === 0) {
      return refused(l10n.t('This report holds no test: run the tests once more, and look whether any were found.'));
    }
    const passed = Math.max(0, tests - failed - broken - skipped);
    const run = tests - skipped;
    const when = this.#time === undefined ? {} : { time: this.#time };
    const measurements: Measurement[] = [
      ...(run > 0
        ? [{ name: 'pass-rate', value: (100 * passed) / run, unit: '%', detail: sayPassed(passed, run, skipped) }]
        : []),
      { name: 'tests', value: tests },
      { name: 'passed', value: passed },
      { name: 'failures', value: failed },
      { name: 'errors', value: broken },
      { name: 'skipped', value: skipped },
      ...(timed ? [{ name: 'duration', value: Number(time.toPrecision(12)), unit: 's' }] : []),
      ...(this.#slowest ? [{ name: 'slowest', value: this.#slowest.time, unit: 's', detail: this.#slowest.name }] : []),
    ].map((measurement) => ({ ...measurement, ...when }));
    const { value, problems } = choose(measurements, this.#selection.value, aliases);
    return {
      value,
      problems: this.#unread ? [...problems, metricProblem('warning', sayNoTime(this.#unread))] : problems,
    };
  }

  #openSuite(attributes: Readonly<Record<string, string>>, line: number): string | undefined {
    for (const key of ['tests', 'failures', 'errors', 'skipped']) {
      const text = attributes[key];
      if (text !== undefined && text.trim() !== '' && countOf(text) === undefined) {
        return l10n.t(
          'Line {0}: {1} is no number: "{2}". Have the report written once more.',
          line,
          key,
          excerpt(text),
        );
      }
    }
    const time = attributes['time'];
    if (time !== undefined) this.#seconds(time, line);
    const at = momentOf(attributes['timestamp']);
    if (at !== undefined && !(this.#time !== undefined && this.#time > at)) this.#time = at;
    this.#suites.push({ ...emptyTally(), attributes });
    return undefined;
  }

  #closeSuite(): void {
    const suite = this.#suites.pop();
    if (!suite) return;
    const { attributes } = suite;
    const said = (key: string) => countOf(attributes[key]) ?? 0;
    suite.tests = Math.max(suite.tests, said('tests'));
    suite.failed = Math.max(suite.failed, said('failures'));
    suite.broken = Math.max(suite.broken, said('errors'));
    suite.skipped = Math.max(suite.skipped, said('skipped') + said('disabled'));
    const own = secondsOf(attributes['time']);
    if (own !== undefined && (own > 0 || !suite.timed)) {
      suite.time = own;
      suite.timed = true;
    }
    add(this.#suites.at(-1) ?? this.#total, suite);
  }

  #closeTest({
    name,
    time,
    outcome,
  }: {
    readonly name: string;
    readonly time: number | undefined;
    outcome: Outcome;
  }): void {
    this.#test = undefined;
    add(this.#suites.at(-1) ?? this.#total, {
      tests: 1,
      failed: outcome === 'failed' ? 1 : 0,
      broken: outcome === 'broken' ? 1 : 0,
      skipped: outcome === 'skipped' ? 1 : 0,
      time: time ?? 0,
      timed: time !== undefined,
    });
    if (time !== undefined && !(this.#slowest && this.#slowest.time >= time)) this.#slowest = { name, time };
  }

  #seconds(text: string | undefined, line: number): number | undefined {
    const seconds = secondsOf(text);
    if (seconds === undefined && text !== undefined && text.trim() !== '') this.#unread ??= { line, text };
    return seconds;
  }
}

const aliases: Readonly<Record<string, string>> = {
  passes: 'passed',
  failed: 'failures',
  failure: 'failures',
  error: 'errors',
  test: 'tests',
  count: 'tests',
  time: 'duration',
  successrate: 'pass-rate',
};

function emptyTally(): Tally {
  return { tests: 0, failed: 0, broken: 0, skipped: 0, time: 0, timed: false };
}

function add(sum: Tally, { tests, failed, broken, skipped, time, timed }: Tally): void {
  sum.tests += tests;
  sum.failed += failed;
  sum.broken += broken;
  sum.skipped += skipped;
  sum.time += time;
  sum.timed ||= timed;
}

/** Surefire writes `1,234.5` for long ones; others write what their language has, `0,5`. */
function secondsOf(text: string | undefined): number | undefined {
  const written = text === undefined || text.length > 40 ? '' : text.trim();
  const plain = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(written)
    ? written.replaceAll(',', '')
    : written.replace(',', '.');
  return /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined;
}

/** `2026-03-04T05:06:07`, without a zone in UTC, as the schemas say. */
function momentOf(text: string | undefined): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const moment = Date.parse(`${match[1]!}T${match[2]!}${match[4] ?? 'Z'}`);
  return Number.isNaN(moment) ? undefined : moment / 1000;
}

function sayPassed(passed: number, run: number, skipped: number): string {
  if (run === 1) {
    return skipped === 0
      ? l10n.t('{0} of 1 test passed', passed)
      : l10n.t('{0} of 1 test passed, {1} skipped', passed, skipped);
  }
  return skipped === 0
    ? l10n.t('{0} of {1} tests passed', passed, run)
    : l10n.t('{0} of {1} tests passed, {2} skipped', passed, run, skipped);
}

function sayNoTime({ line, text }: { readonly line: number; readonly text: string }): string {
  return l10n.t('Line {0}: the time "{1}" is no number of seconds and does not count.', line, excerpt(text));
}
