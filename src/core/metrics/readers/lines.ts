/** Longer lines are cut: their beginning says what they are, and no measurement is as long. */
const longestLine = 65_536;

/** Puts the lines of a text together whose pieces may end anywhere. Keeps no more than one line, and of that its beginning. */
export class LineReader {
  #rest = '';
  #cut = false;
  #number = 0;
  #begun = false;
  readonly #take: (line: string, number: number, cut: boolean) => void;

  /** `take` is given each line without its end (`\n` or `\r\n`), its number from 1, and whether it was longer. */
  constructor(take: (line: string, number: number, cut: boolean) => void) {
    this.#take = take;
  }

  write(piece: string): void {
    if (piece === '') return;
    let start = this.#begun || piece.charCodeAt(0) !== 0xfeff ? 0 : 1;
    this.#begun = true;
    for (;;) {
      const end = piece.indexOf('\n', start);
      if (end < 0) break;
      if (this.#rest === '' && !this.#cut && end - start <= longestLine) this.#give(piece.slice(start, end));
      else {
        this.#keep(piece, start, end);
        this.#finish();
      }
      start = end + 1;
    }
    this.#keep(piece, start, piece.length);
  }

  end(): void {
    if (this.#rest !== '' || this.#cut) this.#finish();
  }

  #keep(piece: string, start: number, end: number): void {
    const room = longestLine - this.#rest.length;
    if (end - start > room) this.#cut = true;
    this.#rest += piece.slice(start, Math.min(end, start + room));
  }

  #finish(): void {
    const line = this.#rest;
    this.#rest = '';
    this.#give(line);
    this.#cut = false;
  }

  #give(line: string): void {
    this.#number++;
    this.#take(line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line, this.#number, this.#cut);
  }
}
