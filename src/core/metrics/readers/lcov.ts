import * as l10n from '@vscode/l10n';
import type { Selection } from '../../model/metric.js';
import type { MetricReader, ReadingSession } from '../reader.js';
import { countOf, coverageAliases, share } from './coverage.js';
import { LineReader } from './lines.js';
import { choose, excerpt, refused, type Measured } from './problems.js';
import { looksLike } from './recognise.js';
import { sayEmpty } from './whole.js';

/**
 * lcov's tracefiles: https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1 ("TRACEFILE FORMAT"). A record's own
 * sums (LF, LH, …) count where it has them, else its entries. A source file that stands in several records counts in each,
 * since telling them apart would need all their lines at once.
 */
export const lcov: MetricReader = {
  format: 'lcov',
  recognises: (path, head) => looksLike('lcov', path, head),
  start: (selection) => new LcovSession(selection),
};

/** What one record counts, by its entries and by its own sums. */
interface Tally {
  entries: number;
  hit: number;
  found?: number | undefined;
  covered?: number | undefined;
}

const kinds = ['lines', 'branches', 'functions'] as const;
type Kind = (typeof kinds)[number];

class LcovSession implements ReadingSession {
  readonly #lines = new LineReader((line, number) => this.#read(line, number));
  readonly #selection: Selection;
  readonly #sums = { lines: [0, 0], branches: [0, 0], functions: [0, 0] } satisfies Record<Kind, [number, number]>;
  #record = newRecord();
  #source: { readonly name: string; readonly line: number } | undefined;
  #records = 0;
  #failure: string | undefined;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  write(piece: string): void {
    if (this.#failure === undefined) this.#lines.write(piece);
  }

  end(): Measured {
    if (this.#failure === undefined) this.#lines.end();
    if (this.#failure !== undefined) return refused(this.#failure);
    if (this.#source) {
      return refused(
        l10n.t(
          'This lcov file was cut off: the record of {0}, from line {1} on, has no end_of_record. Have it written once more.',
          this.#source.name,
          this.#source.line,
        ),
      );
    }
    if (this.#records === 0) return refused(sayEmpty());
    const { lines, branches, functions } = this.#sums;
    return choose(
      [
        ...share('lines', lines[1], lines[0]),
        ...share('branches', branches[1], branches[0]),
        ...share('functions', functions[1], functions[0]),
      ],
      this.#selection.value,
      coverageAliases,
    );
  }

  #read(line: string, number: number): void {
    if (this.#failure !== undefined) return;
    const colon = line.indexOf(':');
    if (colon < 0) this.#readWord(line.trim(), number);
    else this.#readEntry(line.slice(0, colon), line.slice(colon + 1), line, number);
  }

  #readWord(word: string, number: number): void {
    if (word === 'end_of_record') this.#close(number);
    else if (word !== '' && !word.startsWith('#')) this.#fail(word, number);
  }

  #readEntry(key: string, value: string, line: string, number: number): void {
    const record = this.#record;
    switch (key) {
      case 'SF':
        if (this.#source) return this.#fail(line, number);
        this.#source = { name: excerpt(value), line: number };
        return;
      case 'DA':
        return this.#count(record.lines, value, 1, line, number);
      case 'BRDA':
        return this.#count(record.branches, value, 3, line, number);
      case 'FN':
      case 'FNL':
        record.named++;
        return;
      case 'FNDA':
        return this.#count(record.functions, value, 0, line, number);
      case 'FNA':
        return this.#alias(value, line, number);
      case 'LF':
      case 'BRF':
      case 'FNF':
        return this.#sum(key, 'found', value, line, number);
      case 'LH':
      case 'BRH':
      case 'FNH':
        return this.#sum(key, 'covered', value, line, number);
      default:
        // TN, VER and whatever tools have added, but no other kind of text.
        if (!/^[A-Z][A-Z\d]{1,9}$/.test(key) && !key.trimStart().startsWith('#')) this.#fail(line, number);
    }
  }

  /** An entry whose field at `index`, between commas, says how often it was taken: `-` is never. */
  #count(tally: Tally, value: string, index: number, line: string, number: number): void {
    let start = 0;
    for (let skipped = 0; skipped < index; skipped++) {
      start = value.indexOf(',', start) + 1;
      if (start === 0) return this.#fail(line, number);
    }
    const hit = isHit(value, start);
    if (hit === undefined) return this.#fail(line, number);
    tally.entries++;
    if (hit) tally.hit++;
  }

  /** lcov 2.2 gives a function's names apart from the function: it is hit where one of them is. */
  #alias(value: string, line: string, number: number): void {
    const record = this.#record;
    const comma = value.indexOf(',');
    const hit = comma < 0 ? undefined : isHit(value, comma + 1);
    if (hit === undefined) return this.#fail(line, number);
    const index = value.slice(0, comma);
    if (index !== record.alias) {
      record.alias = index;
      record.aliasHit = false;
      record.functions.entries++;
    }
    if (hit && !record.aliasHit) record.functions.hit++;
    record.aliasHit ||= hit;
  }

  #sum(key: string, what: 'found' | 'covered', value: string, line: string, number: number): void {
    const count = countOf(value);
    if (count === undefined) return this.#fail(line, number);
    const kind: Kind = key.startsWith('L') ? 'lines' : key.startsWith('B') ? 'branches' : 'functions';
    this.#record[kind][what] = count;
  }

  #close(number: number): void {
    const record = this.#record;
    record.functions.entries = Math.max(record.functions.entries, record.named);
    for (const kind of kinds) {
      const { entries, hit, found = entries, covered = hit } = record[kind];
      if (covered > found) {
        this.#failure = l10n.t(
          'Line {0}: this lcov record has covered more than it has found. Have the file written once more.',
          number,
        );
        return;
      }
      this.#sums[kind][0] += found;
      this.#sums[kind][1] += covered;
    }
    this.#records++;
    this.#source = undefined;
    this.#record = newRecord();
  }

  #fail(line: string, number: number): void {
    this.#failure = l10n.t(
      'Line {0} is no line of an lcov file: "{1}". Have the file written once more, or give the format that it has.',
      number,
      excerpt(line),
    );
  }
}

function newRecord() {
  const tally = (): Tally => ({ entries: 0, hit: 0 });
  return { lines: tally(), branches: tally(), functions: tally(), named: 0, alias: '', aliasHit: false };
}

/** Whether the count that begins at `start` and ends at a comma or the end is more than none. */
function isHit(value: string, start: number): boolean | undefined {
  const first = value.charCodeAt(start);
  const next = value.charCodeAt(start + 1);
  const alone = Number.isNaN(next) || next === 0x2c;
  // Nearly all of them, without making a text of each.
  if (alone && first >= 0x30 && first <= 0x39) return first > 0x30;
  if (alone && first === 0x2d) return false;
  const end = value.indexOf(',', start);
  const count = value.slice(start, end < 0 ? undefined : end).trim();
  return /^-?\d{1,30}(?:\.\d{1,20})?(?:e\+?\d{1,3})?$/i.test(count) ? Number(count) > 0 : undefined;
}
