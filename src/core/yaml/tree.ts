import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Span } from '../model/span.js';
import { nameOf } from './document.js';
import { entriesOf, isNothing, pairSpan, plainText, rangeOf, textSpan, trimmed } from './nodes.js';

/**
 * What a YAML document holds, however it was read: by the library, or line by line where it is broken. Positions are
 * 0-based UTF-16 offsets into the source.
 */
export type Tree = TextTree | ListTree | MapTree;

export interface TextTree {
  readonly kind: 'text';
  /** In one line. */
  readonly value: string;
  /** Without quotes and block marks. */
  readonly span: Span;
}

interface ListTree {
  readonly kind: 'list';
  readonly entries: readonly TreeEntry[];
}

/** An entry of a list. */
export interface TreeEntry {
  /** Its dash; empty between brackets. */
  readonly marker: Span;
  readonly value: Tree | undefined;
  readonly end: number;
}

export interface MapTree {
  readonly kind: 'map';
  readonly pairs: readonly TreePair[];
}

/** A key with its value, which is absent where nothing stands behind it. */
export interface TreePair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree | undefined;
  readonly end: number;
}

/**
 * The tree of a document. An alias stands for nothing: what it means has its place elsewhere. The depth is bounded by
 * what `parseDocuments` takes.
 */
export function treeOf({ contents }: Document, source: string): Tree | undefined {
  return treeOfNode(contents, source);
}

function treeOfNode(node: Node | null | undefined, source: string): Tree | undefined {
  if (isNothing(node) || isAlias(node)) return undefined;
  if (isScalar(node)) {
    const span = textSpan(node, source);
    const value = plainText(node);
    return span && value !== '' ? { kind: 'text', value, span } : undefined;
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      entries: entriesOf(node).map(({ node: entry, marker }) => ({
        marker,
        value: treeOfNode(entry, source),
        end: trimmed(source, { start: marker.start, end: Math.max(marker.end, rangeOf(entry)?.end ?? 0) }).end,
      })),
    };
  }
  if (!isMap(node)) return undefined;
  return {
    kind: 'map',
    pairs: node.items.flatMap((pair) => {
      const keySpan = rangeOf(pair.key);
      const key = nameOf(pair.key).trim();
      if (!keySpan || key === '' || key === '<<') return [];
      const value = treeOfNode(pair.value as Node | null, source);
      return [{ key, keySpan, value, end: pairSpan(pair, source)?.end ?? keySpan.end }];
    }),
  };
}
