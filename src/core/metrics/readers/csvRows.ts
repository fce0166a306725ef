/** Longer cells are cut: no number is as long, and no column is called so. */
const longestCell = 1_000;
/** More columns than that are passed over. */
const mostCells = 10_000;
/** So much of a text is looked at to tell its delimiter. */
const sniffed = 16_384;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A row with the number of the line in which it begins. */
export type TakeRow = (cells: readonly string[], line: number) => void;

/**
 * Splits CSV (RFC 4180; also `;`, tab and `|`; `\n`, `\r\n`, `\r`) that comes in pieces, and keeps one row at most. Written
 * here because papaparse keeps all of a text behind a quotation mark that nobody closes, and reads it again with each piece.
 */
export class CsvRows {
  #head: string | undefined = '';
  #delimiter = 0x2c;
  #cells: string[] = [];
  #cell = '';
  /** In quotes; `after` a quotation mark that ends them or is the first of two. */
  #state: 'plain' | 'quoted' | 'after' = 'plain';
  #started = false;
  #afterReturn = false;
  #line = 1;
  #rowLine = 1;
  #quoteLine = 1;
  readonly #take: TakeRow;

  constructor(take: TakeRow) {
    this.#take = take;
  }

  /** `,` `;` tab or `|`, once it is known. */
  get delimiter(): string {
    return String.fromCharCode(this.#delimiter);
  }

  write(piece: string): void {
    if (this.#head === undefined) return this.#split(piece);
    this.#head += piece;
    if (this.#head.length >= sniffed) this.#begin();
  }

  /** Returns the line of a quotation mark that was never closed. */
  end(): { readonly unclosed?: number } {
    this.#begin();
    if (this.#state === 'quoted') return { unclosed: this.#quoteLine };
    if (this.#started) this.#endRow();
    return {};
  }

  #begin(): void {
    if (this.#head === undefined) return;
    const head = this.#head.charCodeAt(0) === 0xfeff ? this.#head.slice(1) : this.#head;
    this.#head = undefined;
    this.#delimiter = sniffDelimiter(head.slice(0, sniffed)).charCodeAt(0);
    this.#split(head);
  }

  #split(piece: string): void {
    let start = 0;
    for (let index = 0; index < piece.length; index++) {
      const code = piece.charCodeAt(index);
      if (code === lineFeed || code === carriageReturn) {
        const second = code === lineFeed && this.#afterReturn;
        this.#afterReturn = code === carriageReturn;
        if (!second) this.#line++;
        if (this.#state !== 'quoted') {
          this.#keep(piece, start, index);
          if (!second) this.#endRow();
          else this.#rowLine = this.#line;
          start = index + 1;
        }
        continue;
      }
      this.#afterReturn = false;
      if (code === quote) {
        if (this.#state === 'quoted') {
          this.#keep(piece, start, index);
          this.#state = 'after';
          start = index + 1;
        } else if (this.#state === 'after') {
          // Two of them within quotes are one.
          this.#state = 'quoted';
          start = index;
        } else if (this.#cell === '' && piece.slice(start, index).trim() === '') {
          this.#state = 'quoted';
          this.#quoteLine = this.#line;
          this.#started = true;
          start = index + 1;
        }
      } else if (this.#state !== 'quoted') {
        if (code === this.#delimiter) {
          this.#keep(piece, start, index);
          this.#endCell();
          start = index + 1;
        } else if (this.#state === 'after') this.#state = 'plain';
      }
    }
    this.#keep(piece, start, piece.length);
  }

  #keep(piece: string, start: number, end: number): void {
    if (end <= start) return;
    this.#started = true;
    const room = longestCell - this.#cell.length;
    if (room > 0) this.#cell += piece.slice(start, Math.min(end, start + room));
  }

  #endCell(): void {
    this.#started = true;
    if (this.#cells.length < mostCells) this.#cells.push(this.#cell.trim());
    this.#cell = '';
    this.#state = 'plain';
  }

  #endRow(): void {
    if (this.#started) {
      this.#endCell();
      if (this.#cells.some((cell) => cell !== '')) this.#take(this.#cells, this.#rowLine);
    }
    this.#cells = [];
    this.#cell = '';
    this.#state = 'plain';
    this.#started = false;
    this.#rowLine = this.#line;
  }
}

/** The delimiter that divides the first lines into equally many cells, the most of them; a comma where none does. */
function sniffDelimiter(head: string): string {
  const lines = head
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 10);
  let best = ',';
  let most = 0;
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [first = 0] = counts;
    const alike = counts.filter((count) => count === first).length;
    // A decimal comma stands in some lines; a delimiter stands equally often in nearly all.
    const score =
      first > 0 && alike >= Math.max(1, counts.length - 1) ? first + 100 * (alike === counts.length ? 1 : 0) : 0;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}
