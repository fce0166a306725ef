import type { TreeCursor } from '@lezer/common';
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

export interface Quote {
  readonly type: 'quote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

export interface Other {
  readonly type: 'code' | 'html' | 'rule' | 'definition';
  readonly span: Span;
}

/** Lists nested deeper than this are passed over: more than any plan has, less than the call stack holds. */
const maxDepth = 200;

const headingLevel = /^(?:ATX|Setext)Heading(\d)$/;

/** Reads the blocks of a text in linear time; what could not be read is a problem with its place. */
export function readBlocks(source: SourceText): { readonly blocks: readonly Block[]; readonly problems: Problem[] } {
  const { text, bodyStart, unreadable } = normalise(source.text);
  const problems: Problem[] = unreadable.map((span) => tooDeep(span));
  const body = bodyStart === 0 ? text : text.slice(bodyStart);
  const reader = new BlockReader(text, bodyStart, problems);
  const cursor = blockParser.parse(body).cursor();
  return { blocks: cursor.firstChild() ? reader.siblings(cursor, 0) : [], problems };
}

function tooDeep(span: Span): Problem {
  return {
    code: 'unreadable-line',
    severity: 'warning',
    message: 'This line nests lists or quotes too deeply to be read: put the items on lines of their own.',
    span,
  };
}

class BlockReader {
  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly problems: Problem[],
  ) {}

  /** Reads the node under the cursor and its following siblings. */
  siblings(cursor: TreeCursor, depth: number): Block[] {
    const blocks: Block[] = [];
    do {
      const block = this.block(cursor, depth);
      if (block) blocks.push(block);
    } while (cursor.nextSibling());
    return blocks;
  }

  private span(cursor: TreeCursor): Span {
    return { start: cursor.from + this.base, end: cursor.to + this.base };
  }

  private block(cursor: TreeCursor, depth: number): Block | undefined {
    const name = cursor.name;
    const span = this.span(cursor);
    switch (name) {
      case 'Paragraph':
        return { type: 'paragraph', span, lines: this.lines(span) };
      case 'BulletList':
      case 'OrderedList':
        return { type: 'list', ordered: name === 'OrderedList', span, items: this.items(cursor, depth) };
      case 'Table':
        return this.table(cursor, span);
      case 'Blockquote':
        return { type: 'quote', span, blocks: this.children(cursor, depth) };
      case 'FencedCode':
      case 'CodeBlock':
        return { type: 'code', span };
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        return { type: 'html', span };
      case 'HorizontalRule':
        return { type: 'rule', span };
      case 'LinkReference':
        return { type: 'definition', span };
      default: {
        const level = headingLevel.exec(name);
        return level ? this.heading(cursor, span, Number(level[1])) : undefined;
      }
    }
  }

  private children(cursor: TreeCursor, depth: number): Block[] {
    if (depth >= maxDepth) {
      this.problems.push(tooDeep(this.span(cursor)));
      return [];
    }
    if (!cursor.firstChild()) return [];
    const blocks = this.siblings(cursor, depth + 1);
    cursor.parent();
    return blocks;
  }

  private items(cursor: TreeCursor, depth: number): ListItem[] {
    const items: ListItem[] = [];
    if (!cursor.firstChild()) return items;
    do {
      const span = this.span(cursor);
      // An item's first child is its mark.
      if (depth < maxDepth && cursor.firstChild()) {
        const marker = this.span(cursor);
        items.push({ span, marker, blocks: this.siblings(cursor, depth + 1) });
        cursor.parent();
      } else {
        this.problems.push(tooDeep(span));
        break;
      }
    } while (cursor.nextSibling());
    cursor.parent();
    return items;
  }

  private heading(cursor: TreeCursor, span: Span, level: number): Heading {
    const marks: Span[] = [];
    if (cursor.firstChild()) {
      do if (cursor.name === 'HeaderMark') marks.push(this.span(cursor));
      while (cursor.nextSibling());
      cursor.parent();
    }
    const mark = marks[0] ?? { start: span.start, end: span.start };
    // ATX: the mark stands first, and perhaps once more last. Setext: it stands last alone.
    const leading = mark.start === span.start;
    const closing = leading ? marks[1] : mark;
    const content = this.trim({ start: leading ? mark.end : span.start, end: closing ? closing.start : span.end });
    return { type: 'heading', level, span, mark, content };
  }

  private table(cursor: TreeCursor, span: Span): Table {
    let header: readonly Span[] = [];
    const rows: { span: Span; cells: readonly Span[] }[] = [];
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'TableHeader') header = this.cells(cursor);
        else if (cursor.name === 'TableRow') rows.push({ span: this.span(cursor), cells: this.cells(cursor) });
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return { type: 'table', span, header, rows };
  }

  /** One span per column: an empty cell has an empty span between its delimiters. */
  private cells(cursor: TreeCursor): Span[] {
    const row = this.span(cursor);
    const cells: Span[] = [];
    let from = row.start;
    let last: Span | undefined;
    let first = true;
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'TableCell') last = this.span(cursor);
        else if (cursor.name === 'TableDelimiter') {
          // The delimiter that opens the row closes no cell.
          if (!first || last || cursor.from + this.base > row.start) cells.push(last ?? { start: from, end: from });
          last = undefined;
          from = cursor.to + this.base;
        }
        first = false;
      } while (cursor.nextSibling());
      cursor.parent();
    }
    if (last) cells.push(last);
    return cells;
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
      if (line.end > line.start) lines.push(line);
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
