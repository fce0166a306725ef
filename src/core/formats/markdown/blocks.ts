import * as l10n from '@vscode/l10n';
import type { SyntaxNodeRef } from '@lezer/common';
import type { Problem } from '../../model/problem.js';
import type { Span } from '../../model/span.js';
import type { SourceText } from '../../text/sourceText.js';
import { normalise } from './normalise.js';
import { blockParser } from './parser.js';

/** The block structure of a Markdown text, positions in the source's own offsets. */
export type Block = Heading | Paragraph | List | Table | Quote | Other;

export interface Heading {
  readonly type: 'heading';
  readonly level: number;
  readonly span: Span;
  /** The `#`s before the title, or the underline of a setext heading. */
  readonly mark: Span;
  /** The title without marks and surrounding blanks. */
  readonly content: Span;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
  /** Its lines without indentation, quote marks and trailing blanks. */
  readonly lines: readonly Span[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly span: Span;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  /** `-`, `*`, `+`, `1.` or `1)`. */
  readonly marker: Span;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly header: readonly Span[];
  readonly rows: readonly { readonly span: Span; readonly cells: readonly Span[] }[];
}

interface Quote {
  readonly type: 'quote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

interface Other {
  readonly type: 'code' | 'html' | 'rule' | 'definition';
  readonly span: Span;
}

/** Lists nested deeper than this are passed over: more than any plan has, less than the call stack holds. */
const maxLevels = 200;

/** Reads the blocks of a text in linear time; what could not be read is a problem with its place. */
export function readBlocks(source: SourceText): { readonly blocks: readonly Block[]; readonly problems: Problem[] } {
  const { text, bodyStart, unreadable } = normalise(source.text);
  const problems: Problem[] = unreadable.map((span) => tooDeep(span));
  const body = bodyStart === 0 ? text : text.slice(bodyStart);
  const reader = new BlockReader(text, bodyStart, problems);
  // One pass over the tree: moving a cursor about in it by hand takes several times as long.
  blockParser.parse(body).iterate({ enter: (node) => reader.enter(node), leave: (node) => reader.leave(node) });
  return { blocks: reader.blocks, problems };
}

function tooDeep(span: Span): Problem {
  return {
    code: 'unreadable-line',
    severity: 'warning',
    message: l10n.t('This line nests lists or quotes too deeply to be read: put the items on lines of their own.'),
    span,
  };
}

/** A list and its item. */
const framesPerLevel = 2;

/** A node that is being read, with what has been found in it so far. */
type Frame =
  | { readonly type: 'list'; readonly ordered: boolean; readonly span: Span; readonly items: ListItem[] }
  | { readonly type: 'item'; readonly span: Span; marker: Span; readonly blocks: Block[] }
  | { readonly type: 'quote'; readonly span: Span; readonly blocks: Block[] }
  | { readonly type: 'heading'; readonly level: number; readonly span: Span; readonly marks: Span[] }
  | { readonly type: 'table'; readonly span: Span; header: readonly Span[]; readonly rows: Table['rows'][number][] }
  | {
      readonly type: 'row';
      readonly isHeader: boolean;
      readonly span: Span;
      readonly cells: Span[];
      from: number;
      cell?: Span;
    };

class BlockReader {
  readonly blocks: Block[] = [];
  private readonly open: Frame[] = [];

  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly problems: Problem[],
  ) {}

  /** Called for each node; false where nothing below it is wanted, and then `leave` is not called. */
  enter(node: SyntaxNodeRef): boolean {
    const { name } = node;
    if (name === 'Document') return true;
    const span = { start: node.from + this.base, end: node.to + this.base };
    const top = this.open[this.open.length - 1];
    switch (name) {
      case 'Paragraph':
        this.add({ type: 'paragraph', span, lines: this.lines(span) });
        return false;
      case 'ListMark':
        if (top?.type === 'item') top.marker = span;
        return false;
      case 'HeaderMark':
        if (top?.type === 'heading') top.marks.push(span);
        return false;
      case 'TableCell':
        if (top?.type === 'row') top.cell = span;
        return false;
      case 'TableDelimiter':
        if (top?.type === 'row') this.delimiter(top, span);
        return false;
      case 'FencedCode':
      case 'CodeBlock':
        this.add({ type: 'code', span });
        return false;
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        this.add({ type: 'html', span });
        return false;
      case 'HorizontalRule':
        this.add({ type: 'rule', span });
        return false;
      case 'LinkReference':
        this.add({ type: 'definition', span });
        return false;
      default: {
        const frame = frameOf(name, span);
        if (!frame) return false;
        if (this.open.length >= maxLevels * framesPerLevel) {
          this.problems.push(tooDeep(span));
          return false;
        }
        this.open.push(frame);
        return true;
      }
    }
  }

  /** Called when everything below a node has been read. */
  leave({ name }: SyntaxNodeRef): void {
    if (name === 'Document') return;
    const frame = this.open.pop()!;
    const parent = this.open[this.open.length - 1];
    switch (frame.type) {
      case 'item':
        if (parent?.type === 'list') parent.items.push(frame);
        break;
      case 'heading':
        this.add(this.heading(frame.level, frame.span, frame.marks));
        break;
      case 'row': {
        if (frame.cell) frame.cells.push(frame.cell);
        if (parent?.type !== 'table') break;
        if (frame.isHeader) parent.header = frame.cells;
        else parent.rows.push({ span: frame.span, cells: frame.cells });
        break;
      }
      default:
        this.add(frame);
    }
  }

  /** Puts a finished block where it stands. */
  private add(block: Block): void {
    const top = this.open[this.open.length - 1];
    if (!top) this.blocks.push(block);
    else if (top.type === 'item' || top.type === 'quote') top.blocks.push(block);
  }

  private heading(level: number, span: Span, marks: readonly Span[]): Heading {
    const mark = marks[0] ?? { start: span.start, end: span.start };
    // ATX: the mark stands first, and perhaps once more last. Setext: it stands last alone.
    const leading = mark.start === span.start;
    const closing = leading ? marks[1] : mark;
    const content = this.trim({ start: leading ? mark.end : span.start, end: closing ? closing.start : span.end });
    return { type: 'heading', level, span, mark, content };
  }

  /** One cell per column: an empty one has an empty span between its delimiters; that which opens the row closes none. */
  private delimiter(row: Extract<Frame, { type: 'row' }>, { start, end }: Span): void {
    if (row.cell || start > row.span.start) row.cells.push(row.cell ?? { start: row.from, end: row.from });
    delete row.cell;
    row.from = end;
  }

  private lines(span: Span): Span[] {
    const lines: Span[] = [];
    for (let start = span.start; start <= span.end;) {
      const newline = this.text.indexOf('\n', start);
      const end = newline < 0 || newline > span.end ? span.end : newline;
      const line = this.trim({ start, end });
      // In a quote, each line behind the first begins with its marks.
      while (lines.length > 0 && line.start < line.end && this.text.charCodeAt(line.start) === 62) {
        Object.assign(line, this.trim({ start: line.start + 1, end: line.end }));
      }
      // Most paragraphs are one line, and that is all of it.
      if (line.end > line.start) lines.push(line.start === span.start && line.end === span.end ? span : line);
      start = end + 1;
    }
    return lines;
  }

  private trim(span: Span): { start: number; end: number } {
    let { start, end } = span;
    while (start < end && isBlank(this.text.charCodeAt(start))) start++;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

const headingLevel = /^(?:ATX|Setext)Heading(\d)$/;

function frameOf(name: string, span: Span): Frame | undefined {
  switch (name) {
    case 'BulletList':
    case 'OrderedList':
      return { type: 'list', ordered: name === 'OrderedList', span, items: [] };
    case 'ListItem':
      return { type: 'item', span, marker: { start: span.start, end: span.start }, blocks: [] };
    case 'Blockquote':
      return { type: 'quote', span, blocks: [] };
    case 'Table':
      return { type: 'table', span, header: [], rows: [] };
    case 'TableHeader':
    case 'TableRow':
      return { type: 'row', isHeader: name === 'TableHeader', span, cells: [], from: span.start };
    default: {
      const level = headingLevel.exec(name);
      return level ? { type: 'heading', level: Number(level[1]), span, marks: [] } : undefined;
    }
  }
}
