/** A range of a source text: `[start, end)` in UTF-16 code units, as JavaScript strings and VS Code count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: 0-based line and 0-based UTF-16 column. Lines break at `\r\n`, `\n` and `\r`, as in VS Code. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range of a file that nobody keeps the text of. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Whether `outer` holds the offset; its end counts as inside, so that a cursor behind the last character belongs to it. */
export function touches(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

/** Converts offsets of one text to positions and back. Built once per text, in linear time. */
export class LineIndex {
  /** Offset of the first character of each line; always holds 0. */
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** 0-based line that holds `offset`; offsets outside the text belong to the first or the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    return { line, character: bounded - this.starts[line]! };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  offsetAt(position: Position): number {
    const line = Math.max(0, Math.min(position.line, this.starts.length - 1));
    const start = this.starts[line]!;
    return Math.min(start + Math.max(0, position.character), this.lineSpan(line).end);
  }

  /** The line's characters, without its line break. */
  lineSpan(line: number): Span {
    const start = this.starts[line] ?? this.text.length;
    let end = this.starts[line + 1] ?? this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return { start, end };
  }
}
