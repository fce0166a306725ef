import type { Span } from '../../model/span.js';
import { openWholeFence } from './wholeFence.js';

/** Containers that one line may open; lists and quotes nested deeper are written by nobody, and parse in quadratic time. */
const maxNesting = 100;

/** A text of the same length that the block parser reads rightly, and what had to be passed over for it. */
export interface Normalised {
  readonly text: string;
  /** Where the Markdown begins: behind the front matter, if there is any. */
  readonly bodyStart: number;
  /** Lines that open too many lists or quotes: from there on read as plain text. */
  readonly unreadable: readonly Span[];
}

/** Offsets stay what they are: every rewrite keeps the length. */
export function normalise(text: string): Normalised {
  let body = text;
  // The parser breaks lines at \n alone.
  if (body.includes('\r')) body = body.replace(/\r\n?/g, (found) => (found.length === 2 ? ' \n' : '\n'));
  // A table's delimiter row is one only where its last pipe ends the line.
  body = body.replace(/^[ \t>]*[|:-][|:\- \t]*\|[ \t]+$/gm, (row) => {
    const trimmed = row.trimEnd();
    return `${trimmed.slice(0, -1)}${' '.repeat(row.length - trimmed.length)}|`;
  });
  // Without a blank line behind it, a line of `<details>` hides the list below it from the parser.
  body = body.replace(/^[ \t]{0,3}<\/?(?:details|summary)\b[^\n]{0,300}$/gim, (line) =>
    /^\s*(?:<\/?(?:details|summary)\b[^>]*>|<summary\b.*<\/summary>)\s*$/i.test(line) ? ' '.repeat(line.length) : line,
  );
  const unreadable: Span[] = [];
  body = limitNesting(body, unreadable);
  const bodyStart = frontMatterEnd(body);
  return { text: openWholeFence(body, bodyStart), bodyStart, unreadable };
}

/** Offset behind a YAML front matter (`---` in the first line to `---` or `...`), 0 where there is none. */
function frontMatterEnd(text: string): number {
  if (!/^---[ \t]*\n/.test(text)) return 0;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;
  close.lastIndex = text.indexOf('\n') + 1;
  const match = close.exec(text);
  if (!match) return 0;
  // Between two rules may stand a whole plan: front matter begins with a key.
  const first = /^[ \t]*[^\s#].*$/m.exec(text.slice(text.indexOf('\n') + 1, match.index))?.[0];
  return first === undefined || /^["']?[\w-][^:]{0,80}:(?:\s|$)/.test(first) ? match.index + match[0].length : 0;
}

function limitNesting(text: string, unreadable: Span[]): string {
  let result = '';
  let kept = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    // Each marker and its blank take two characters, quote marks one.
    if (end - start > maxNesting) {
      const run = markerRun(text, start, end);
      if (run) {
        unreadable.push({ start, end });
        result += text.slice(kept, run.start) + 'x'.repeat(run.end - run.start);
        kept = run.end;
      }
    }
    start = end + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** The part of a line's leading list and quote markers that lies beyond the limit. */
function markerRun(text: string, start: number, end: number): Span | undefined {
  let count = 0;
  let beyond = -1;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) {
      at++;
      continue;
    }
    let next = at + 1;
    if (code >= 48 && code <= 57) {
      while (next < end && next - at < 9 && isDigit(text.charCodeAt(next))) next++;
      const close = text.charCodeAt(next);
      if (close !== 46 && close !== 41) break;
      next++;
    } else if (code !== 45 && code !== 42 && code !== 43 && code !== 62) break;
    if (code !== 62 && next < end && text.charCodeAt(next) !== 32 && text.charCodeAt(next) !== 9) break;
    if (++count > maxNesting && beyond < 0) beyond = at;
    at = next;
  }
  return beyond < 0 ? undefined : { start: beyond, end: at };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
