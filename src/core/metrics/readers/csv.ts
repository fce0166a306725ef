import * as l10n from '@vscode/l10n';
import type { Aggregate, Measurement, Selection } from '../../model/metric.js';
import { metricProblem } from '../metricProblem.js';
import type { MetricReader, ReadingSession } from '../reader.js';
import { parseAmount, unitOf, unitOfName } from './amounts.js';
import { CsvRows } from './csvRows.js';
import { Numbers, ofMany } from './numbers.js';
import { excerpt, listed, refused, type Measured } from './problems.js';
import { timeColumn, timeOf } from './timeColumn.js';
import { sayEmpty } from './whole.js';

/**
 * CSV, with any delimiter people use. A value names a column by its heading, in any case, or where none is called so by its
 * number, of which 1 is the first. The first row is headings where none of its cells is a number. Without a value each column
 * with numbers is measured. Of the numbers the last one counts, unless an aggregate says otherwise; where a column says when
 * each row was measured, it is the newest one, and those before it are its history.
 */
export const csv: MetricReader = {
  format: 'csv',
  recognises: () => false,
  start: (selection) => new CsvSession(selection),
};

/** So many columns at most are measured where none is named. */
const mostColumns = 100;
/** So many earlier rows are remembered, the newest. */
const mostEarlier = 200;

interface Column {
  readonly index: number;
  readonly name: string;
  readonly unit: string | undefined;
  readonly numbers: Numbers;
  /** Of the numbers, where they have one. */
  written?: string;
  /** Of the last row with a number, and those before it. */
  time?: number;
  readonly earlier: { readonly time: number; readonly value: number }[];
  skipped: number;
  firstSkipped?: { readonly line: number; readonly text: string };
}

class CsvSession implements ReadingSession {
  readonly #rows = new CsvRows((cells, line) => this.#read(cells, line));
  readonly #selection: Selection;
  readonly #aggregate: Aggregate;
  #columns: readonly Column[] | undefined;
  #timeColumn: number | undefined;
  #failure: string | undefined;

  constructor(selection: Selection) {
    this.#selection = selection;
    this.#aggregate = selection.aggregate ?? 'last';
  }

  write(piece: string): void {
    if (this.#failure === undefined) this.#rows.write(piece);
  }

  end(): Measured {
    const { unclosed } = this.#failure === undefined ? this.#rows.end() : {};
    if (this.#failure !== undefined) return refused(this.#failure);
    if (unclosed !== undefined) {
      return refused(
        l10n.t(
          'Line {0}: a quotation mark begins here and never ends: close it, or have the file written once more.',
          unclosed,
        ),
      );
    }
    if (!this.#columns) return refused(sayEmpty());
    const named = this.#selection.value !== undefined;
    const results = this.#columns
      .filter(({ numbers }) => named || numbers.count > 0)
      .map((column) => this.#measure(column));
    if (results.length > 0) {
      return { value: results.flatMap(({ value }) => value), problems: results.flatMap(({ problems }) => problems) };
    }
    return refused(l10n.t('No column of this file holds numbers: look whether it is the right one.'));
  }

  #read(cells: readonly string[], line: number): void {
    if (this.#failure !== undefined) return;
    if (!this.#columns) {
      const headed = !cells.some((cell) => this.#amount(cell));
      const columns = this.#choose(cells, headed);
      if (typeof columns === 'string') {
        this.#failure = columns;
        return;
      }
      this.#columns = columns;
      if (headed) {
        this.#timeColumn = timeColumn(cells);
        return;
      }
    }
    const time = this.#timeColumn === undefined ? undefined : timeOf(cells[this.#timeColumn] ?? '');
    for (const column of this.#columns) this.#add(column, cells[column.index] ?? '', line, time);
  }

  #add(column: Column, cell: string, line: number, time: number | undefined): void {
    if (cell === '') return;
    const amount = this.#amount(cell);
    if (amount) {
      // Some write the newest row first.
      if (time !== undefined && column.time !== undefined && time < column.time) {
        column.numbers.add(amount.value, false);
      } else {
        column.numbers.add(amount.value);
        if (time !== undefined) column.time = time;
      }
      if (time !== undefined) {
        column.earlier.push({ time, value: amount.value });
        // Sorted and cut now and then, not with each row.
        if (column.earlier.length >= 4 * mostEarlier) keepNewest(column.earlier);
      }
      if (amount.unit !== undefined) column.written = amount.unit;
    } else {
      column.skipped++;
      column.firstSkipped ??= { line, text: cell };
    }
  }

  #amount(cell: string) {
    return parseAmount(cell, this.#rows.delimiter !== ',');
  }

  #choose(cells: readonly string[], headed: boolean): Column[] | string {
    const wanted = this.#selection.value?.trim();
    const names = cells.map((cell, index) => (headed && cell !== '' ? cell : String(index + 1)));
    if (wanted === undefined) return names.slice(0, mostColumns).map((name, index) => this.#column(name, index));
    const exact = headed ? names.indexOf(wanted) : -1;
    const alike = headed ? names.findIndex((name) => plain(name) === plain(wanted)) : -1;
    const numbered = /^[1-9]\d{0,4}$/.test(wanted) && Number(wanted) <= cells.length ? Number(wanted) - 1 : -1;
    const index = [exact, alike, numbered].find((each) => each >= 0);
    if (index !== undefined) return [this.#column(names[index]!, index)];
    return headed
      ? l10n.t('There is no column "{0}": choose one of {1}, or a number from 1.', excerpt(wanted), listed(names))
      : l10n.t(
          'There is no column "{0}": the first row has no headings, so use a number from 1 to {1}.',
          excerpt(wanted),
          cells.length,
        );
  }

  #column(name: string, index: number): Column {
    return { index, name, unit: unitOfName(name), numbers: new Numbers(this.#aggregate), earlier: [], skipped: 0 };
  }

  #measure(column: Column): Measured {
    const { name, numbers, skipped, firstSkipped, time } = column;
    // The newest row is the reading itself.
    keepNewest(column.earlier);
    const earlier = this.#aggregate === 'last' ? column.earlier.slice(0, -1) : [];
    const result =
      numbers.count === 0 && this.#aggregate !== 'count'
        ? { message: l10n.t('The column "{0}" holds no numbers: choose another one.', excerpt(name)) }
        : numbers.end();
    if ('message' in result) return refused(result.message);
    const unit = this.#aggregate === 'count' ? undefined : (column.written ?? this.#selection.unit ?? column.unit);
    const measurement: Measurement = {
      name,
      value: result.value,
      aggregate: this.#aggregate,
      detail: ofMany(this.#aggregate, numbers.count),
      ...(unit === undefined ? {} : { unit: unitOf(unit) ?? unit }),
      ...(time === undefined ? {} : { time }),
      ...(earlier.length > 0 ? { history: earlier } : {}),
    };
    if (!firstSkipped || this.#selection.value === undefined) return { value: [measurement], problems: [] };
    const message = l10n.t(
      'Cells of the column "{0}" that are no numbers do not count: {1}, the first in line {2}, "{3}".',
      excerpt(name),
      skipped,
      firstSkipped.line,
      excerpt(firstSkipped.text),
    );
    return { value: [measurement], problems: [metricProblem('warning', message)] };
  }
}

/** Rows in the order of their times, and no more than are kept. */
function keepNewest(rows: Column['earlier']): void {
  rows.sort((a, b) => a.time - b.time);
  rows.splice(0, Math.max(0, rows.length - mostEarlier - 1));
}

/** A heading without case and without its unit in brackets. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s*[([][^()[\]]{0,20}[)\]]$/, '')
    .trim();
}
