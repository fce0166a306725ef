import type { Span } from '../model/span.js';
import { looseScalar } from './looseScalar.js';
import type { MapTree, TextTree, Tree, TreeEntry, TreePair } from './tree.js';

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

type OpenList = { readonly kind: 'list'; readonly entries: Open<TreeEntry>[] };
type OpenMap = { readonly kind: 'map'; readonly pairs: Open<TreePair>[] };

/** A list or map that lines may still belong to, with the column at which its entries or keys stand. */
interface Frame {
  readonly column: number;
  readonly tree: OpenList | OpenMap;
}

/** Deeper than anybody writes; what stands deeper belongs to the last level. */
const deepest = 50;

/**
 * Reads broken YAML in block style line by line, as a person would: a text may hold `: `, a key may stand too far in or
 * out, a list may have lost its dashes or have numbers instead. Gives the trees that stand side by side at the left margin. Linear in the
 * length of the span.
 */
export function looseTrees(source: string, { start, end }: Span): Tree[] {
  return new LooseReader(source, start, end).read();
}

class LooseReader {
  private readonly roots: Tree[] = [];
  private frames: Frame[] = [];
  /** The plain text that a line further in goes on with. */
  private last: { text: Open<TextTree>; column: number } | undefined;

  constructor(
    private readonly source: string,
    private at: number,
    private readonly end: number,
  ) {}

  read(): Tree[] {
    while (this.at < this.end) {
      const from = this.at;
      const to = this.lineEnd(from);
      this.at = this.afterBreak(to);
      let start = from;
      while (start < to && (this.source[start] === ' ' || this.source[start] === '\t')) start++;
      const content = this.source.slice(start, to).trimEnd();
      if (content === '' || content.startsWith('#') || /^(?:---|\.\.\.)(?:\s|$)/.test(content)) continue;
      this.line(start - from, start, start + content.length);
    }
    return this.roots;
  }

  private line(indent: number, from: number, to: number): void {
    let column = indent;
    let start = from;
    for (let width = markerWidth(this.source, start, to); width > 0; width = markerWidth(this.source, start, to)) {
      this.dash(column, start, width, to);
      let next = start + width;
      while (next < to && /[ \t]/.test(this.source[next]!)) next++;
      column += next - start;
      start = next;
    }
    if (start >= to) return;
    const colon = keyEnd(this.source, start, to);
    if (colon === undefined) this.text(column, start, to);
    else this.key(column, start, colon, to);
  }

  private dash(column: number, start: number, width: number, end: number): void {
    this.last = undefined;
    this.close(({ column: at, tree }) => at > column || (at === column && tree.kind === 'map' && !this.awaits(tree)));
    const top = this.frames.at(-1);
    let list =
      top?.tree.kind === 'list' && (top.column === column || this.frames.length >= deepest) ? top.tree : undefined;
    if (!list) {
      list = { kind: 'list', entries: [] };
      this.place(list, start, end);
      this.frames.push({ column, tree: list });
    }
    list.entries.push({ marker: { start, end: start + width }, value: undefined, end });
    this.grow(end);
  }

  private key(column: number, start: number, colon: number, to: number): void {
    this.last = undefined;
    // A list at the column of a key belongs to the key before.
    this.close(({ column: at, tree }) => at > column || (at === column && tree.kind === 'list'));
    const top = this.frames.at(-1);
    const map = this.mapFor(top, column, start, to);
    const quoted = /^(["']).{0,500}\1$/s.exec(this.source.slice(start, colon));
    const key = quoted ? quoted[0].slice(1, -1) : this.source.slice(start, colon).trim();
    const pair: Open<TreePair> = { key, keySpan: { start, end: colon }, value: undefined, end: to };
    map.pairs.push(pair);
    const scalar = looseScalar(this.source, colon + 1, to, column, this.at, this.end);
    if (scalar) {
      pair.value = scalar.tree;
      this.at = Math.max(this.at, scalar.next);
      pair.end = scalar.end;
      if (scalar.tree?.kind === 'text' && scalar.plain) this.last = { text: scalar.tree, column };
    }
    this.grow(pair.end);
  }

  /** The map a key belongs to: one at its column, one that is further out by mistake, or a new one. */
  private mapFor(top: Frame | undefined, column: number, start: number, to: number): OpenMap {
    if (top?.tree.kind === 'map' && (top.column === column || !this.awaits(top.tree) || this.frames.length >= deepest))
      return top.tree;
    const entry = top?.tree.kind === 'list' ? top.tree.entries.at(-1) : undefined;
    // A key that stands left of the others of its entry.
    if (entry?.value?.kind === 'map' && top!.column < column) {
      this.frames.push({ column, tree: entry.value as OpenMap });
      return entry.value as OpenMap;
    }
    const map = { kind: 'map' as const, pairs: [] };
    this.place(map, start, to);
    this.frames.push({ column, tree: map });
    return map;
  }

  /** A line that is neither entry nor key. */
  private text(column: number, start: number, to: number): void {
    if (this.last && column > this.last.column) {
      const { text } = this.last;
      // Parts are joined as they come, which stays linear because strings are ropes.
      text.value += ` ${this.source.slice(start, to)}`;
      text.span = { start: text.span.start, end: to };
      this.grow(to);
      return;
    }
    const scalar = looseScalar(this.source, start, to, column - 1, this.at, this.end);
    if (!scalar?.tree) return;
    this.at = Math.max(this.at, scalar.next);
    this.close(({ column: at }) => at >= column);
    this.place(scalar.tree, start, scalar.end);
    if (scalar.tree.kind === 'text' && scalar.plain) {
      this.last = { text: scalar.tree, column: this.frames.at(-1)?.column ?? column };
    }
    this.grow(scalar.end);
  }

  /** Puts a tree where a value is awaited, else beside the others at the margin. */
  private place(tree: Tree, start: number, end: number): void {
    const top = this.frames.at(-1)?.tree;
    if (top?.kind === 'map') {
      const pair = top.pairs.at(-1);
      if (pair && pair.value === undefined) pair.value = tree;
    } else if (top?.kind === 'list') {
      const entry = top.entries.at(-1);
      if (entry && entry.value === undefined) entry.value = tree;
      else if (entry?.value?.kind === 'text' && tree.kind === 'list') entry.value = withList(entry.value, tree, end);
      // A line that has lost its dash is an entry all the same.
      else top.entries.push({ marker: { start, end: start }, value: tree, end });
    } else this.roots.push(tree);
  }

  private awaits(map: MapTree): boolean {
    return map.pairs.at(-1)?.value === undefined;
  }

  private close(done: (frame: Frame) => boolean): void {
    while (this.frames.length > 0 && done(this.frames.at(-1)!)) this.frames.pop();
  }

  /** What is open ends where its last line does. */
  private grow(end: number): void {
    for (const { tree } of this.frames) {
      const last = tree.kind === 'list' ? tree.entries.at(-1) : tree.pairs.at(-1);
      if (last && last.end < end) last.end = end;
    }
  }

  private lineEnd(from: number): number {
    let to = from;
    while (to < this.end && this.source[to] !== '\n' && this.source[to] !== '\r') to++;
    return to;
  }

  private afterBreak(at: number): number {
    return this.source[at] === '\r' && this.source[at + 1] === '\n' ? at + 2 : at + 1;
  }
}

/** A text with a list further in, which YAML has no form for: what YAML would have for a person. */
function withList(text: TextTree, list: Tree, end: number): Tree {
  const at = { start: text.span.start, end: text.span.start };
  return {
    kind: 'map',
    pairs: [
      { key: 'title', keySpan: at, value: text, end: text.span.end },
      { key: 'subtasks', keySpan: at, value: list, end },
    ],
  };
}

/** The width of the mark of an entry: a dash, or a number or letter as in text that was never YAML. */
function markerWidth(source: string, start: number, to: number): number {
  const mark = /^(?:-|\d{1,3}[.)]|[a-z]\))(?=[ \t\r\n]|$)/.exec(source.slice(start, Math.min(to, start + 5)));
  return mark ? mark[0].length : 0;
}

const longestKey = 120;

/** Where the colon behind a key stands, if the line begins with one. */
function keyEnd(source: string, start: number, to: number): number | undefined {
  const first = source[start]!;
  if (/[[\]{},&*!|>%]/.test(first)) return undefined;
  let at = start;
  if (first === '"' || first === "'") {
    at = source.indexOf(first, start + 1) + 1;
    if (at === 0 || at > to) return undefined;
    while (source[at] === ' ') at++;
    return source[at] === ':' && at < to && (at + 1 >= to || /\s/.test(source[at + 1]!)) ? at : undefined;
  }
  const limit = Math.min(to, start + longestKey);
  for (; at < limit; at++) {
    if (source[at] === ':' && (at + 1 >= to || /\s/.test(source[at + 1]!))) return at > start ? at : undefined;
    if (source[at] === '#' && /\s/.test(source[at - 1] ?? ' ')) return undefined;
  }
  return undefined;
}
