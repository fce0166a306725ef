import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Span } from '../../../model/span.js';
import { parseDocuments } from '../../../yaml/document.js';
import { looseTrees } from '../../../yaml/looseTree.js';
import { entriesOf, rangeOf, trimmed } from '../../../yaml/nodes.js';
import type { Tree } from '../../../yaml/tree.js';
import { namesOurSchema } from '../recognise.js';
import { roadmapKind } from '../roadmapKind.js';

/**
 * How a YAML or JSON text lies there: every value with its quotes and brackets, every entry with its dash and every key
 * with its colon, so that an edit can put text in between. Positions are 0-based UTF-16 offsets into the text.
 */
type Part = TextPart | ListPart | MapPart;

/** A scalar with its quotes, a block text with its header, or an alias. */
export interface TextPart extends Span {
  readonly kind: 'text';
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'alias';
  /** Without quotes and escapes. */
  readonly value: string;
}

export interface ListPart extends Span {
  readonly kind: 'list';
  /** Between brackets. */
  readonly flow: boolean;
  readonly items: Item[];
}

export interface MapPart extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly items: Item[];
}

/** An entry of a list, or a key with its value. */
export interface Item extends Span {
  readonly parent: ListPart | MapPart;
  readonly index: number;
  /** The item whose value the parent is. */
  readonly above: Item | undefined;
  /** Absent for entries of a list. */
  readonly key: TextPart | undefined;
  /** Behind the colon or dash; the start of an entry between brackets. */
  readonly behind: number;
  /** Absent where nothing stands there. */
  readonly value: Part | undefined;
}

/** A text as it lies there. */
export interface Layout {
  readonly text: string;
  /** Entries by where their dash or value begins, keys by where they begin. */
  readonly items: ReadonlyMap<number, Item>;
  /** JSON, or written as it is: every key stands in double quotes. */
  readonly json: boolean;
  /** Whether texts that need quotes get single ones, as most in the file have. */
  readonly single: boolean;
}

/** Undefined where the text is refused as a whole. */
export function layoutOf(text: string): Layout | undefined {
  const parsed = parseDocuments(text, roadmapKind);
  if ('refusal' in parsed) return undefined;
  const reader = new LayoutReader(text);
  const ours = namesOurSchema(text);
  const flow = /^\s*[[{]/.test(text);
  let from = 0;
  for (const [index, { document }] of parsed.documents.entries()) {
    const end = index === parsed.documents.length - 1 ? text.length : Math.min(text.length, document.range[2]);
    // As in `readShape`: what is no valid YAML is read line by line.
    const lines = !flow && !ours && (document.errors.length > 0 || isScalar(document.contents));
    if (lines) for (const tree of looseTrees(text, { start: from, end })) reader.loose(tree, undefined);
    else reader.part(document.contents, undefined);
    from = end;
  }
  const { items, single, double } = reader;
  const json = flow && [...items.values()].every(({ key }) => !key || key.style === 'double');
  return { text, items, json, single: single > double };
}

class LayoutReader {
  readonly items = new Map<number, Item>();
  single = 0;
  double = 0;

  constructor(private readonly text: string) {}

  part(node: unknown, above: Item | undefined): Part | undefined {
    const range = rangeOf(node);
    if (!range) return undefined;
    if (isScalar(node) || isAlias(node)) return this.scalar(node, range);
    if (isSeq(node)) {
      const part = { kind: 'list', ...range, flow: node.flow === true, items: [] as Item[] } as const;
      const tokens = node.srcToken && 'items' in node.srcToken ? node.srcToken.items : [];
      entriesOf(node).forEach(({ node: entry, marker }, index) => {
        const props = tokens[index]?.start.find(({ type }) => type === 'anchor' || type === 'tag')?.offset;
        const start = part.flow ? Math.min(marker.start, props ?? marker.start) : marker.start;
        const item = this.item({ parent: part, index, above, start, key: undefined, behind: marker.end }, entry);
        this.items.set(marker.start, item);
      });
      return this.closed(part);
    }
    if (!isMap(node)) return undefined;
    const part = { kind: 'map', ...range, flow: node.flow === true, items: [] as Item[] } as const;
    for (const pair of node.items) {
      const keyRange = rangeOf(pair.key);
      if (!keyRange || !isScalar(pair.key)) continue;
      const key = this.scalar(pair.key, keyRange);
      const behind = colonOf(pair) ?? key.end;
      const at = { parent: part, index: part.items.length, above, start: key.start, key, behind };
      const item = this.item(at, pair.value as Node | null);
      if (!this.items.has(key.start)) this.items.set(key.start, item);
    }
    return this.closed(part);
  }

  private item(at: Omit<Item, 'value' | 'end'>, node: Node | null): Item {
    const item = { ...at, end: at.behind, value: undefined as Part | undefined };
    at.parent.items.push(item);
    const value = this.part(node, item);
    // A value that nothing stands for has a range all the same.
    if (value && value.end > value.start) {
      item.value = value;
      item.end = Math.max(item.end, value.end);
    }
    return item;
  }

  /** What was read line by line: nothing in it stands between brackets but texts. */
  loose(tree: Tree | undefined, above: Item | undefined): Part | undefined {
    if (!tree) return undefined;
    if (tree.kind === 'text') {
      const { start, end } = tree.span;
      const quote = this.text[start - 1];
      const quoted = (quote === '"' || quote === "'") && this.text[end] === quote;
      const line = this.text.slice(Math.max(0, start - 200), start);
      const style = /[|>][-+0-9]{0,2}[ \t]*(?:#.*)?[\r\n]\s*$/.test(line)
        ? 'block'
        : quoted
          ? quote === '"'
            ? 'double'
            : 'single'
          : 'plain';
      return { kind: 'text', start: quoted ? start - 1 : start, end: quoted ? end + 1 : end, style, value: tree.value };
    }
    if (tree.kind === 'list') {
      const inside = tree.entries.some(({ marker }) => marker.end === marker.start);
      const part = { kind: 'list', start: 0, end: 0, flow: inside, items: [] as Item[] } as const;
      for (const { marker, value, end } of tree.entries) {
        const { start } = marker;
        const at = { parent: part, index: part.items.length, above, start, key: undefined, behind: marker.end };
        this.items.set(start, this.looseItem(at, value, end));
      }
      return this.spanned(part);
    }
    const part = { kind: 'map', start: 0, end: 0, flow: false, items: [] as Item[] } as const;
    for (const { key: value, keySpan, value: below, end } of tree.pairs) {
      const quote = this.text[keySpan.start];
      const style = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
      const key = { kind: 'text', ...keySpan, style, value } as const;
      const behind = this.text[keySpan.end] === ':' ? keySpan.end + 1 : keySpan.end;
      const at = { parent: part, index: part.items.length, above, start: keySpan.start, key, behind };
      const item = this.looseItem(at, below, end);
      if (!this.items.has(keySpan.start)) this.items.set(keySpan.start, item);
    }
    return this.spanned(part);
  }

  private looseItem(at: Omit<Item, 'value' | 'end'>, tree: Tree | undefined, end: number): Item {
    const item = { ...at, end: Math.max(at.behind, end), value: undefined as Part | undefined };
    at.parent.items.push(item);
    item.value = this.loose(tree, item);
    return item;
  }

  private spanned<T extends ListPart | MapPart>(part: T): T {
    const first = part.items[0];
    return Object.assign(part, { start: first?.start ?? 0, end: part.items.at(-1)?.end ?? 0 });
  }

  /** A block ends with its last item: blank lines and comments behind it are not its own. */
  private closed<T extends ListPart | MapPart>(part: T): T {
    if (!part.flow) (part as { end: number }).end = part.items.at(-1)?.end ?? part.start;
    return part;
  }

  private scalar(node: Node, range: Span): TextPart {
    const { start, end } = trimmed(this.text, range);
    if (isAlias(node)) return { kind: 'text', start, end, style: 'alias', value: '' };
    const { type, value } = node as Scalar;
    const style =
      type === 'QUOTE_DOUBLE'
        ? 'double'
        : type === 'QUOTE_SINGLE'
          ? 'single'
          : type?.startsWith('BLOCK')
            ? 'block'
            : 'plain';
    if (style === 'single') this.single++;
    if (style === 'double') this.double++;
    const written = typeof value === 'string' ? value : ((node as Scalar).source ?? String(value));
    return { kind: 'text', start, end, style, value: written };
  }
}

function colonOf(pair: Pair): number | undefined {
  const token = (pair as { srcToken?: { sep?: readonly { type: string; offset: number }[] } }).srcToken;
  const colon = token?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon && colon.offset + 1;
}
