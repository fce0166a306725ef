/** Something that stands above a line, so that the line moves when it comes or goes. 0-based. */
export interface OnLine {
  readonly line: number;
}

/** A change of a text: the lines it was in, and how many breaks it brought. 0-based, both included. */
export interface LineChange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly newBreaks: number;
}

/**
 * Keeps what stands above lines where it is while a person types: text must not jump under their hands. What is new
 * comes, and what is gone goes, when they pause.
 */
export class SteadyLines<T extends OnLine> {
  private shown: readonly T[] = [];
  private typing = false;

  /** A change was typed: what is shown moves with its lines; what stands on lines that are gone goes with them. */
  type(changes: readonly LineChange[]): void {
    this.typing = true;
    // From the end, as VS Code tells them: no change moves another.
    for (const { startLine, startCharacter, endLine, newBreaks } of [...changes].sort(
      (a, b) => b.startLine - a.startLine,
    )) {
      const shift = newBreaks - (endLine - startLine);
      this.shown = this.shown.flatMap((one) => {
        // A break at the beginning of a line moves that line itself.
        const moved =
          one.line > endLine ||
          (one.line === endLine && (startLine === endLine ? startCharacter === 0 && shift > 0 : true));
        if (moved) return [{ ...one, line: Math.max(0, one.line + shift) }];
        return one.line > startLine ? [] : [one];
      });
    }
  }

  /** The person has paused: what is asked for next is shown as it is. */
  pause(): void {
    this.typing = false;
  }

  /** What to show: as it is; while somebody types, the lines as they were, with what is known of them now. */
  take(fresh: readonly T[]): readonly T[] {
    if (!this.typing) return (this.shown = fresh);
    const lines = new Set(this.shown.map(({ line }) => line));
    const known = new Map<number, T[]>();
    for (const one of fresh) known.set(one.line, [...(known.get(one.line) ?? []), one]);
    this.shown = [...lines].flatMap((line) => known.get(line) ?? this.shown.filter((one) => one.line === line));
    return this.shown;
  }
}
