import { plausibleTime } from '../../../core/values/day.js';
import type { CommitRecord } from '../../../workspace/ports.js';

/** UTF-16 code units that are kept of the beginning and of the end of a long text: trailers stand at the end. */
export const maxBody = 8_192;

/** What `git log` is told so that `CommitReader` can read it. No field can hold a NUL, so each ends with one. */
export const logFormat: readonly string[] = [
  '-z',
  '--format=tformat:%m%x00%H%x00%P%x00%an%x00%ae%x00%ct%x00%s%x00%b',
  '--encoding=UTF-8',
  '--no-show-signature',
  '--no-decorate',
  '--no-notes',
  '--no-color',
  '--no-patch',
  '--no-ext-diff',
  '--no-textconv',
];

/** On which side of `a...b` a commit is. */
export type Side = 'left' | 'right';

/** git wrote something else than commits. */
export class UnreadableLog extends Error {}

const fieldCount = 8;

/** Reads the commits that `git log` writes, piece by piece; of a long message it holds no more than it hands on. */
export class CommitReader {
  private fields: string[] = [];
  private unfinished = new LongField();
  /** Few people make most commits: their names are kept once. */
  private names = new Map<string, string>();

  constructor(private readonly take: (record: CommitRecord, side: Side) => void) {}

  /** Throws `UnreadableLog` where this cannot be commits. */
  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      if (this.unfinished.isEmpty) this.field(decode(chunk, from, end));
      else {
        this.unfinished.add(chunk.subarray(from, end));
        this.field(this.unfinished.text());
        this.unfinished = new LongField();
      }
      from = end + 1;
    }
    if (from < chunk.length) this.unfinished.add(chunk.subarray(from));
  }

  /** Throws `UnreadableLog` where the last commit is cut off. */
  end(): void {
    if (this.fields.length > 0 || !this.unfinished.isEmpty) throw new UnreadableLog();
  }

  private field(text: string): void {
    const { fields } = this;
    if (fields.push(text) < fieldCount) {
      if ((fields.length === 1 && !/^[<>=-]$/.test(text)) || (fields.length === 2 && !isHash(text)))
        throw new UnreadableLog();
      return;
    }
    this.fields = [];
    const [mark, hash, parents, author, email, time, subject, body] = fields as [string, ...string[]] & { length: 8 };
    this.take(
      {
        hash: hash!,
        parents: parents === '' ? [] : parents!.split(' ').filter(isHash),
        author: this.name(author!),
        email: this.name(email!),
        time: plausibleTime(Number(time)),
        subject: subject!,
        body: body!,
      },
      mark === '<' ? 'left' : 'right',
    );
  }

  private name(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= 10_000) this.names.clear();
    this.names.set(text, text);
    return text;
  }
}

/** Whether a text is the whole hash of a commit: SHA-1 or SHA-256. */
export function isHash(text: string): boolean {
  return (text.length === 40 || text.length === 64) && /^[0-9a-f]+$/.test(text);
}

/** Bytes that hold `maxBody` code units in any case: at most three a unit, and part of a character at the edge. */
const enough = 3 * maxBody + 4;

/** A field whose end is not here yet. Of a very long one, the middle is let go. */
class LongField {
  private head: Buffer | undefined;
  private pieces: Buffer[] = [];
  private size = 0;

  get isEmpty(): boolean {
    return this.size === 0;
  }

  add(piece: Buffer): void {
    this.pieces.push(piece);
    this.size += piece.length;
    // Seldom enough that each byte is copied a few times at most.
    if (this.size < 16 * enough) return;
    const bytes = Buffer.concat(this.pieces);
    this.head ??= Buffer.from(bytes.subarray(0, enough));
    this.pieces = [Buffer.from(bytes.subarray(bytes.length - enough))];
    this.size = enough;
  }

  text(): string {
    const bytes = Buffer.concat(this.pieces);
    return this.head ? ends(this.head, bytes) : decode(bytes, 0, bytes.length);
  }
}

function decode(bytes: Buffer, from: number, to: number): string {
  if (to - from > 2 * enough) return ends(bytes.subarray(from, from + enough), bytes.subarray(to - enough, to));
  const text = bytes.toString('utf8', from, to);
  return text.length > 2 * maxBody ? shorten(text, text) : text;
}

/** A text of which these are the first and the last bytes. */
function ends(head: Buffer, bytes: Buffer): string {
  let start = Math.max(0, bytes.length - enough);
  // Where a character is cut, the rest of it is left out.
  while (start < bytes.length && (bytes[start]! & 0xc0) === 0x80) start++;
  return shorten(head.toString('utf8'), bytes.toString('utf8', start));
}

/** The beginning of one text and the end of another, no character cut apart. */
function shorten(first: string, last: string): string {
  const head = first.slice(0, maxBody).replace(/[\uD800-\uDBFF]$/, '');
  const tail = last.slice(-maxBody).replace(/^[\uDC00-\uDFFF]/, '');
  return `${head}\n…\n${tail}`;
}
