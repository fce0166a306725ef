import { trimmed } from './nodes.js';
import type { TextTree, Tree } from './tree.js';

/** A value read without regard to what is wrong around it. */
export interface LooseScalar {
  readonly tree: Tree | undefined;
  /** Whether lines that stand further in go on with it. */
  readonly plain: boolean;
  /** Where it ends, and where the next line begins that is not its own. */
  readonly end: number;
  readonly next: number;
}

/**
 * Reads the value in `source[from, to)`, the rest of a line, and what belongs to it of the lines from `next` to `end`:
 * the lines of a block text are those further in than `column`. Undefined where nothing stands there.
 */
export function looseScalar(
  source: string,
  from: number,
  to: number,
  column: number,
  next: number,
  end: number,
): LooseScalar | undefined {
  const span = trimmed(source, { start: from, end: to });
  if (span.start >= span.end || source[span.start] === '#') return undefined;
  const written = source.slice(span.start, span.end);
  if (/^[|>][-+0-9]{0,2}\s*(?:#.*)?$/.test(written)) {
    const after = blockEnd(source, column, next, end);
    // Behind the last line of the text no next one begins.
    const body = trimmed(source, { start: Math.min(next, after), end: after });
    return { tree: textOf(source, body.start, body.end), plain: false, end: Math.max(span.end, body.end), next: after };
  }
  if (/^\[.*\]$/s.test(written)) {
    return { tree: flowList(source, span.start + 1, span.end - 1), plain: false, end: span.end, next };
  }
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, span.start + 1);
    const inside = close > 0 && close < span.end ? close : span.end;
    return { tree: textOf(source, span.start + 1, inside), plain: false, end: span.end, next };
  }
  const remark = /\s#/.exec(written);
  const stop = remark ? span.start + remark.index : span.end;
  return { tree: textOf(source, span.start, stop), plain: !remark, end: span.end, next };
}

/** Where the block text ends whose lines stand further in than `column`. */
function blockEnd(source: string, column: number, next: number, end: number): number {
  let at = next;
  while (at < end) {
    let start = at;
    while (start < end && (source[start] === ' ' || source[start] === '\t')) start++;
    let stop = start;
    while (stop < end && source[stop] !== '\n' && source[stop] !== '\r') stop++;
    if (stop > start && start - at <= column) break;
    at = source[stop] === '\r' && source[stop + 1] === '\n' ? stop + 2 : stop + 1;
  }
  return Math.min(at, end);
}

/** The texts between brackets. */
function flowList(source: string, from: number, to: number): Tree {
  const entries: { marker: { start: number; end: number }; value: TextTree | undefined; end: number }[] = [];
  // Looked for in the list alone: in the whole text each list without a comma would be a way to its end.
  const inside = source.slice(from, to);
  for (let at = from; at <= to;) {
    const comma = inside.indexOf(',', at - from);
    const stop = comma < 0 ? to : from + comma;
    const span = trimmed(source, { start: at, end: stop });
    const quoted = span.end - span.start > 1 && /["']/.test(source[span.start]!);
    const value = textOf(source, span.start + (quoted ? 1 : 0), span.end - (quoted ? 1 : 0));
    if (value) entries.push({ marker: { start: span.start, end: span.start }, value, end: span.end });
    at = stop + 1;
  }
  return { kind: 'list', entries };
}

function textOf(source: string, start: number, end: number): TextTree | undefined {
  const span = trimmed(source, { start, end: Math.max(start, end) });
  const value = source.slice(span.start, span.end).replace(/\s+/g, ' ');
  return value === '' || value === '~' || value === 'null' ? undefined : { kind: 'text', value, span };
}
