import type { TextEdit } from '../model/edit.js';

const context = 3;

/** A stretch of lines that is replaced: 0-based, the end not included. */
interface Change {
  readonly from: number;
  to: number;
  lines: string[];
}

/**
 * The edits of a text as a unified diff (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html) with
 * three lines of context, as `git apply` and `patch` take it. Edits ascend without overlap.
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const changes = changesOf(text, lines, edits);
  if (changes.length === 0) return '';
  let out = `--- a/${path}\n+++ b/${path}\n`;
  let shift = 0;
  for (let first = 0; first < changes.length;) {
    let last = first;
    while (last + 1 < changes.length && changes[last + 1]!.from - changes[last]!.to <= 2 * context) last++;
    const from = Math.max(0, changes[first]!.from - context);
    const to = Math.min(lines.length, changes[last]!.to + context);
    let body = '';
    let at = from;
    let added = 0;
    let removed = 0;
    for (const change of changes.slice(first, last + 1)) {
      while (at < change.from) body += lineOf(' ', lines[at++]!);
      while (at < change.to) body += lineOf('-', lines[at++]!);
      for (const line of change.lines) body += lineOf('+', line);
      removed += change.to - change.from;
      added += change.lines.length;
    }
    while (at < to) body += lineOf(' ', lines[at++]!);
    const length = to - from;
    out += `@@ -${range(from, length)} +${range(from + shift, length - removed + added)} @@\n${body}`;
    shift += added - removed;
    first = last + 1;
  }
  return out;
}

function range(from: number, length: number): string {
  // A range of no lines is named by the line before it.
  return `${length === 0 ? from : from + 1}${length === 1 ? '' : `,${length}`}`;
}

/** Lines with their `\n`; a `\r` belongs to the line, as git has it. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lineOf(sign: string, line: string): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

function changesOf(text: string, lines: readonly string[], edits: readonly TextEdit[]): Change[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const lineAt = (at: number) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    const atEnd = edit.span.start >= text.length && (text === '' || text.endsWith('\n'));
    const from = atEnd ? lines.length : lineAt(edit.span.start);
    // The line an edit ends in goes with it; where it stays as it is, it is left out below.
    const to = atEnd ? lines.length : lineAt(edit.span.end) + 1;
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups
    .map((group) => replaced(text, lines, starts, group))
    .filter(({ from, to, lines: put }) => to > from || put.length > 0);
}

/** The lines of a group of edits, without those at both ends that stay as they are. */
function replaced(
  text: string,
  lines: readonly string[],
  starts: readonly number[],
  { from, to, edits }: { readonly from: number; readonly to: number; readonly edits: readonly TextEdit[] },
): Change {
  const begin = starts[from] ?? text.length;
  const end = starts[to] ?? text.length;
  let put = '';
  let at = begin;
  for (const { span, newText } of edits) {
    put += text.slice(at, span.start) + newText;
    at = span.end;
  }
  put += text.slice(at, Math.max(at, end));
  const fresh = linesOf(put);
  let head = 0;
  while (head < fresh.length && from + head < to && fresh[head] === lines[from + head]) head++;
  let tail = 0;
  while (
    tail < fresh.length - head &&
    to - tail > from + head &&
    fresh[fresh.length - 1 - tail] === lines[to - 1 - tail]
  )
    tail++;
  return { from: from + head, to: to - tail, lines: fresh.slice(head, fresh.length - tail) };
}
