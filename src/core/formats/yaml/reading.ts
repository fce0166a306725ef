import * as l10n from '@vscode/l10n';
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type * as z from 'zod/mini';
import type { Problem } from '../../model/problem.js';
import type { Sourced, TextItem } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { asMeant } from '../../text/asMeant.js';
import type { SourceText } from '../../text/sourceText.js';
import type { StatusMarks } from '../../values/status.js';
import { nameOf, pairsOf } from '../../yaml/document.js';
import { text as textType } from '../../yaml/fields.js';
import { describeIssue, describeType, valueName } from '../../yaml/describeIssue.js';
import { nearest } from '../../yaml/nearest.js';
import { entriesOf, isNothing, pairSpan, plainText, rangeOf, textSpan, trimmed } from '../../yaml/nodes.js';

/** The keys of a part of a roadmap, each with the type of its value. */
type Shape<K extends string> = Readonly<Record<K, z.ZodMiniType>>;

/** An entry of a list: a plain text, or keys with values. */
export type Item<K extends string> = {
  /** From its dash to its end. */
  readonly span: Span;
  readonly marker: Span;
  /** What stands behind the dash. */
  readonly body: Span;
} & ({ readonly text: Sourced<string> } | { readonly fields: Fields<K> });

const entryType = textType();
const mostProblems = 100;

/** What every reader of one document works with. */
export class Reading {
  readonly problems: Problem[] = [];
  private left = mostProblems;

  constructor(
    readonly source: SourceText,
    readonly marks: StatusMarks | undefined,
  ) {}

  /** Adds a problem; a file that is wrong throughout says so once. */
  report(code: Problem['code'], severity: Problem['severity'], message: string, span: Span | undefined): void {
    if (this.left-- > 0) this.problems.push({ code, severity, message, ...(span ? { span } : {}) });
    else if (this.left === -1) {
      const more = l10n.t(
        'More than {0} places of this file cannot be read: mend those that are named first.',
        mostProblems,
      );
      this.problems.push({ code, severity, message: more, ...(span ? { span } : {}) });
    }
  }

  /** A value that is not read, and costs itself alone. */
  wrong(message: string, node: unknown): undefined {
    this.report('roadmap-value', 'error', message, rangeOf(node));
    return undefined;
  }

  /** A part without a key that it needs. */
  missing(key: string, span: Span): undefined {
    this.report('roadmap-value', 'error', l10n.t('The key {0} is missing here: add it.', key), span);
    return undefined;
  }

  /** The text of a node, if it is one; `type` says what it must be. */
  text(node: unknown, path: readonly PropertyKey[], type: z.ZodMiniType): Sourced<string> | undefined {
    if (isAlias(node)) return this.alias(node);
    const checked = type.safeParse(isScalar(node) ? node.value : isSeq(node) ? [] : {});
    if (!checked.success) {
      return this.wrong(
        isScalar(node) && typeof node.value === 'boolean'
          ? l10n.t('{0} is no text here: put it in quotes.', nameOf(node))
          : describeIssue(checked.error.issues[0]!, path),
        node,
      );
    }
    const span = isScalar(node) ? textSpan(node, this.source.text) : undefined;
    return isScalar(node) && span ? { value: this.meant(plainText(node)), span } : undefined;
  }

  /** The entries of a list that are filled in. */
  entries(node: unknown, key: string): { readonly node: Node; readonly marker: Span; readonly index: number }[] {
    if (isAlias(node)) {
      this.alias(node);
      return [];
    }
    if (!isSeq(node)) {
      this.wrong(l10n.t('"{0}" must be a list: write each entry on a line of its own, behind a dash.', key), node);
      return [];
    }
    return entriesOf(node).flatMap(({ node: entry, marker }, index) =>
      entry === null || isNothing(entry) ? [] : [{ node: entry, marker, index }],
    );
  }

  /** A list of plain texts. */
  texts(node: unknown, key: string): TextItem[] {
    return this.entries(node, key).flatMap(({ node: entry, index }) => {
      const read = this.withColon(entry, []) ?? this.text(entry, [key, index], entryType);
      return read ? [{ text: read.value, span: read.span }] : [];
    });
  }

  /** A list of plain texts and of keys with values. */
  items<K extends string>(node: unknown, key: string, shape: Shape<K>): Item<K>[] {
    return this.entries(node, key).flatMap(({ node: entry, marker, index }) => {
      const body = trimmed(this.source.text, rangeOf(entry) ?? marker);
      const where = { span: { start: marker.start, end: Math.max(marker.end, body.end) }, marker, body };
      const read = this.item(entry, [key, index], shape);
      return read ? [{ ...where, ...read }] : [];
    });
  }

  /** A plain text, or keys with values. */
  item<K extends string>(
    node: unknown,
    path: readonly PropertyKey[],
    shape: Shape<K>,
  ): { readonly text: Sourced<string> } | { readonly fields: Fields<K> } | undefined {
    const text = this.withColon(node, Object.keys(shape));
    if (text) return { text };
    if (isMap(node)) return { fields: new Fields(this, node, shape) };
    if (isSeq(node)) return this.wrong(sayNeither(path), node);
    const plain = this.text(node, path, entryType);
    return plain && { text: plain };
  }

  /** Keys with values. */
  fields<K extends string>(node: unknown, path: readonly PropertyKey[], shape: Shape<K>): Fields<K> | undefined {
    if (isMap(node)) return new Fields(this, node, shape);
    if (isAlias(node)) return this.alias(node);
    return this.wrong(describeType('object', path), node);
  }

  /** What an alias stands for has its place elsewhere, and may be large or hold the alias itself. */
  private alias(node: unknown): undefined {
    return this.wrong(l10n.t('An alias is not read here: write the value out.'), node);
  }

  /** `- Fix the search: it hangs` is a key with a value to YAML, and a text to who wrote it. */
  private withColon(node: unknown, keys: readonly string[]): Sourced<string> | undefined {
    const [pair, ...others] = isMap(node) && !node.flow ? node.items : [];
    if (!pair || others.length > 0 || !(isNothing(pair.value) || isScalar(pair.value))) return undefined;
    const name = nameOf(pair.key);
    const span = pairSpan(pair, this.source.text);
    if (!span || keys.includes(name) || nearest(name, keys) !== undefined) return undefined;
    const written = this.source.text.slice(span.start, span.end);
    const value = this.meant(written.replace(/\s+/g, ' '));
    this.report(
      'roadmap-value',
      'warning',
      l10n.t('"{0}" is read as a text: put it in quotes, for its colon.', value),
      span,
    );
    return { value, span };
  }

  /** A text with its garbled characters read as what was meant. */
  meant(text: string): string {
    return this.source.mojibake.length === 0 ? text : asMeant(text);
  }
}

/** The keys of a map that are known and have a value. Others are reported, and cost themselves alone. */
export class Fields<K extends string = string> {
  private readonly pairs = new Map<K, Pair>();

  constructor(
    private readonly reading: Reading,
    readonly map: YAMLMap,
    private readonly shape: Shape<K>,
  ) {
    const keys = Object.keys(shape);
    const usual = keys.filter((key) => !key.startsWith('$')).join(', ');
    for (const [name, pair] of pairsOf(map)) {
      if (!keys.includes(name)) {
        const close = nearest(name, keys);
        const message =
          close === undefined
            ? l10n.t('"{0}" is no known key here: use {1}.', name, usual)
            : l10n.t('"{0}" is no known key here: did you mean {1}?', name, close);
        reading.report('unknown-key', 'warning', message, rangeOf(pair.key));
      } else if (!isNothing(pair.value)) this.pairs.set(name as K, pair);
    }
  }

  /** The keys with a value, in document order. */
  get keys(): readonly K[] {
    return [...this.pairs.keys()];
  }

  node(key: K): unknown {
    return this.pairs.get(key)?.value;
  }

  /** From the key to the end of its value. */
  span(key: K): Span | undefined {
    const pair = this.pairs.get(key);
    return pair && pairSpan(pair, this.reading.source.text);
  }

  /** The text of a key, where it is what the shape says. */
  text(key: K): Sourced<string> | undefined {
    return this.pairs.has(key) ? this.reading.text(this.node(key), [key], this.shape[key]) : undefined;
  }

  texts(key: K): TextItem[] {
    return this.pairs.has(key) ? this.reading.texts(this.node(key), key) : [];
  }

  items<L extends string>(key: K, shape: Shape<L>): Item<L>[] {
    return this.pairs.has(key) ? this.reading.items(this.node(key), key, shape) : [];
  }
}

function sayNeither(path: readonly PropertyKey[]): string {
  const { key, entry } = valueName(path);
  return entry === undefined
    ? l10n.t('"{0}" must be a text or keys with values.', key)
    : l10n.t('"{0}", entry {1}, must be a text or keys with values.', key, entry);
}
