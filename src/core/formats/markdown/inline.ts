import type { Element } from '@lezer/markdown';
import type { Span } from '../../model/span.js';
import { MappedText, type Replacement, type SourceText } from '../../text/sourceText.js';
import { findShortcodes } from '../../values/words/shortcodes.js';
import { addressParser, inlineParser } from './parser.js';

/** One line of inline Markdown as a person reads it; the ranges are places in `read.text`. */
export interface Inline {
  readonly read: MappedText;
  readonly bold: readonly Span[];
  readonly struck: readonly Span[];
  readonly code: readonly Span[];
  readonly links: readonly (Span & { readonly url: string })[];
  /** HTML comments: not read, but they may carry an id. In source offsets. */
  readonly comments: readonly Span[];
}

/** Longer lines keep their markup: the parser's time is not linear in hostile ones, and no title is that long. */
const maxLength = 2000;

/** Characters that can begin markup; without one the text is what it seems. */
const markup = /[*_`[<\\&~]|https?:|www\./;

const address = /https?:|www\.|mailto:|xmpp:|[\w+-]@/;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

const none: readonly never[] = [];

/** Source ranges of styled text, before they are mapped to places in the text as read. */
interface Found {
  readonly replacements: Replacement[];
  readonly bold: Span[];
  readonly struck: Span[];
  readonly code: Span[];
  readonly links: (Span & { readonly url: string })[];
  readonly comments: Span[];
}

/** Reads one line: markup is left out, links become their text, mojibake what was meant. */
export function readInline(source: SourceText, span: Span): Inline {
  const raw = source.text.slice(span.start, span.end);
  const garbled = merge(lineBreaks(raw, span.start), source.mojibakeIn(span));
  if (raw.length > maxLength || !holdsMarkup(raw)) {
    const read = MappedText.read(source.text, span, merge(shortcodes(raw, span.start, none), garbled));
    return { read, bold: none, struck: none, code: none, links: none, comments: none };
  }
  const found: Found = { replacements: [], bold: [], struck: [], code: [], links: [], comments: [] };
  const parser = address.test(raw) ? addressParser : inlineParser;
  collect(parser.parseInline(withNewlines(raw), span.start), source.text, found);
  found.replacements.push(...shortcodes(raw, span.start, found.code));
  const read = MappedText.read(source.text, span, merge(found.replacements, garbled));
  const place = placer(read);
  return {
    read,
    bold: found.bold.map(place),
    struck: found.struck.map(place),
    code: found.code.map(place),
    links: found.links.map((link) => ({ ...place(link), url: link.url })),
    comments: found.comments,
  };
}

/** Whether a line holds markup. The check box that begins most items is none, and would cost each of them a parse. */
function holdsMarkup(raw: string): boolean {
  const box = raw.charCodeAt(0) === 0x5b && raw.charCodeAt(2) === 0x5d && raw.charCodeAt(3) === 0x20;
  return markup.test(box ? raw.slice(4) : raw);
}

/** Emoji written by name, except in code. */
function shortcodes(raw: string, start: number, code: readonly Span[]): readonly Replacement[] {
  // A name stands between two colons.
  const first = raw.indexOf(':');
  if (first < 0 || raw.indexOf(':', first + 1) < 0) return none;
  const found = [...findShortcodes(raw)].map((emoji) => ({
    start: start + emoji.start,
    end: start + emoji.end,
    text: emoji.text,
  }));
  return found.filter((emoji) => !code.some((span) => span.start <= emoji.start && emoji.end <= span.end));
}

/** A wrapped title is one line: a line break with the blanks around it is one blank. */
function lineBreaks(raw: string, start: number): readonly Replacement[] {
  if (!raw.includes('\n') && !raw.includes('\r')) return none;
  return [...raw.matchAll(/(?:\r\n|\r|\n)[ \t>]*/g)].map(({ 0: found, index }) => {
    let from = index;
    while (raw[from - 1] === ' ' || raw[from - 1] === '\t') from--;
    return { start: start + from, end: start + index + found.length, text: ' ' };
  });
}

/** The parser breaks lines at \n alone. The length stays what it is. */
function withNewlines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, (found) => (found.length === 2 ? '\n ' : '\n')) : raw;
}

/** Walks the inline tree; its depth is bounded by `maxLength`. */
function collect(elements: readonly Element[], text: string, found: Found): void {
  for (const element of elements) {
    const name = inlineParser.nodeSet.types[element.type]!.name;
    const children = (element as Element & { readonly children: readonly Element[] }).children;
    const span = { start: element.from, end: element.to };
    switch (name) {
      case 'EmphasisMark':
      case 'CodeMark':
      case 'StrikethroughMark':
        found.replacements.push({ ...span, text: '' });
        break;
      case 'HTMLTag':
        found.replacements.push({ ...span, text: /^<br\b/i.test(text.slice(span.start, span.start + 5)) ? ' ' : '' });
        break;
      case 'Comment':
        found.comments.push(span);
        found.replacements.push({ ...span, text: '' });
        break;
      case 'Escape':
        found.replacements.push({ start: span.start, end: span.start + 1, text: '' });
        break;
      case 'HardBreak':
        // The line break itself is read as a blank already; a backslash before it is markup.
        if (text[span.start] === '\\') found.replacements.push({ start: span.start, end: span.start + 1, text: '' });
        break;
      case 'Entity': {
        const meant = entities[text.slice(span.start, span.end)];
        if (meant) found.replacements.push({ ...span, text: meant });
        break;
      }
      case 'Link':
      case 'Image':
        collectLink(children, span, text, found);
        break;
      default:
        if (name === 'StrongEmphasis') found.bold.push(span);
        if (name === 'Strikethrough') found.struck.push(span);
        if (name === 'InlineCode') found.code.push(span);
        collect(children, text, found);
    }
  }
}

/** `[text](url)` and `[text][label]` read as their text; `[x]` alone is no link here but a check box or an id. */
function collectLink(children: readonly Element[], span: Span, text: string, found: Found): void {
  const types = inlineParser.nodeSet.types;
  const url = children.find((child) => types[child.type]!.name === 'URL');
  const label = children.find((child) => types[child.type]!.name === 'LinkLabel');
  const marks = children.filter((child) => types[child.type]!.name === 'LinkMark');
  const [open, close] = marks;
  if (!open || !close || !(url ?? label)) {
    collect(
      children.filter((child) => types[child.type]!.name !== 'LinkMark'),
      text,
      found,
    );
    return;
  }
  found.replacements.push({ start: open.from, end: open.to, text: '' });
  found.links.push({ ...span, url: url ? text.slice(url.from, url.to) : '' });
  collect(
    children.filter((child) => child.from >= open.to && child.to <= close.from),
    text,
    found,
  );
  found.replacements.push({ start: close.from, end: span.end, text: '' });
}

/** One ordered list; what lies inside something left out goes with it. */
function merge(found: readonly Replacement[], garbled: readonly Replacement[]): readonly Replacement[] {
  // Either is in order by itself.
  if (found.length === 0) return garbled;
  if (garbled.length === 0) return found;
  const all = [...found, ...garbled].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Replacement[] = [];
  let end = -1;
  for (const replacement of all) {
    if (replacement.start < end) continue;
    merged.push(replacement);
    end = replacement.end;
  }
  return merged;
}

/** Maps source ranges to places in the text as read. */
function placer(read: MappedText): (span: Span) => Span {
  return ({ start, end }) => ({ start: read.indexAt(start), end: read.indexAt(end) });
}
