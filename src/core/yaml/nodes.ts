import { isScalar, type Node, type Pair, type Scalar, type YAMLSeq } from 'yaml';
import type { Span } from '../model/span.js';

/** Where nodes of a YAML document stand: 0-based UTF-16 offsets. */

/** A node's own characters, quotes included; undefined for nodes that no text stands for. */
export function rangeOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** From a key to the end of its value. */
export function pairSpan({ key, value }: Pair, source: string): Span | undefined {
  const first = rangeOf(key);
  const last = rangeOf(value) ?? first;
  return first && last && trimmed(source, { start: first.start, end: Math.max(first.end, last.end) });
}

/** A scalar's text without quotes, block marks and blanks around it. */
export function textSpan(scalar: Scalar, source: string): Span | undefined {
  const range = rangeOf(scalar);
  if (!range) return undefined;
  let { start, end } = range;
  if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE') {
    start++;
    // A text whose closing quote is missing goes on to the end.
    if (end > start && source[end - 1] === source[start - 1]) end--;
  } else if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED') {
    const header = /[\r\n]/.exec(source.slice(start, end));
    start = header ? start + header.index : end;
  }
  return trimmed(source, { start, end });
}

/** A span without the blanks and line breaks around it. */
export function trimmed(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (to > from && /\s/.test(source[to - 1]!)) to--;
  while (from < to && /\s/.test(source[from]!)) from++;
  return { start: from, end: to };
}

/** An entry of a list, with the dash before it; an entry between brackets has none, and an empty span in its place. */
export interface Entry {
  readonly node: Node | null;
  readonly marker: Span;
}

/** The entries of a list. The document must have been parsed with its source tokens. */
export function entriesOf(list: YAMLSeq): Entry[] {
  const token = list.srcToken;
  const tokens = token && 'items' in token ? token.items : [];
  return list.items.map((item, index) => {
    const node = item as Node | null;
    const dash = tokens[index]?.start.find(({ type }) => type === 'seq-item-ind');
    const at = dash?.offset ?? rangeOf(node)?.start ?? rangeOf(list)?.start ?? 0;
    return { node, marker: { start: at, end: dash ? at + 1 : at } };
  });
}

/** A scalar's text as it is written, so that `1.10` is not read as 1.1; blanks and line breaks as one blank. */
export function plainText(scalar: Scalar): string {
  const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether nothing stands where a value could. */
export function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}
