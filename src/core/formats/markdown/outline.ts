import type { Span } from '../../model/span.js';
import type { SourceText } from '../../text/sourceText.js';
import type { Block, Heading, List, Table } from './blocks.js';
import { isBoxList } from './boxes.js';
import { readInline, type Inline } from './inline.js';
import { divideList } from './lazyLines.js';
import { statusOfName } from './sectionStatus.js';
import { fieldName, labelRole } from './vocabulary.js';

/**
 * The outline of a document: sections by heading level, and inside each the parts that its labels divide it into. A
 * label is a line that announces what follows: `**Tasks:**`, `**1. Code Quality**`.
 */

export interface Section {
  /** Absent for the text before the first heading. */
  readonly heading?: Heading;
  readonly title?: Inline;
  /** From the heading to the end of its last subsection. */
  readonly span: Span;
  readonly parts: readonly Part[];
  readonly sections: readonly Section[];
}

export interface Part {
  readonly label?: Label;
  readonly fields: readonly Field[];
  /** Paragraph lines that are neither fields nor labels. */
  readonly prose: readonly Span[];
  readonly lists: readonly List[];
  readonly tables: readonly Table[];
  readonly span: Span;
  /** Whether a rule sets it apart from what stands above. */
  readonly apart?: boolean;
}

interface Label {
  readonly title: string;
  readonly span: Span;
  /** `**Tasks:**` ends in a colon, `**1. Code Quality**` is a heading in bold. */
  readonly colon: boolean;
}

/** `**Priority:** High`, `Priority: High` */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
  readonly span: Span;
  /** The line it stands in, and where in that the value begins. */
  readonly inline: Inline;
  readonly at: number;
}

interface DraftPart {
  label?: Label;
  readonly fields: Field[];
  readonly prose: Span[];
  readonly lists: List[];
  readonly tables: Table[];
  span: Span;
  apart?: boolean;
}

interface DraftSection {
  heading?: Heading;
  title?: Inline;
  span: { start: number; end: number };
  readonly parts: DraftPart[];
  readonly sections: DraftSection[];
}

/** Arranges the blocks of a document; the root is a section without heading. */
export function readOutline(source: SourceText, blocks: readonly Block[]): Section {
  const root: DraftSection = { span: { start: 0, end: source.text.length }, parts: [], sections: [] };
  const open: DraftSection[] = [root];
  for (const block of blocks) {
    const section = open[open.length - 1]!;
    if (block.type === 'heading') {
      while (open.length > 1 && open[open.length - 1]!.heading!.level >= block.level) close(open, block.span.start);
      const title = readInline(source, block.content);
      const child = { heading: block, title, span: { ...block.span }, parts: [], sections: [] };
      open[open.length - 1]!.sections.push(child);
      open.push(child);
    } else if (block.type === 'paragraph') readLines(source, block.lines, section);
    else if (block.type === 'list') {
      for (const { list, lines } of divideList(source.text, block)) {
        explained(source, section, list);
        part(section, list.span).lists.push(list);
        readLines(source, lines, section);
      }
    } else if (block.type === 'table') part(section, block.span).tables.push(block);
    else if (block.type === 'quote') {
      for (const inner of block.blocks) if (inner.type === 'paragraph') readLines(source, inner.lines, section);
    } else if (block.type === 'rule') section.parts.push({ ...newPart(block.span), apart: true });
  }
  while (open.length > 1) close(open, source.text.length);
  return root;
}

function close(open: DraftSection[], end: number): void {
  open.pop()!.span.end = end;
}

function newPart(span: Span, label?: Label): DraftPart {
  return { ...(label ? { label } : {}), fields: [], prose: [], lists: [], tables: [], span };
}

/** The part that is being read, extended to hold the block. */
function part(section: DraftSection, span: Span): DraftPart {
  let last = section.parts[section.parts.length - 1];
  if (!last) section.parts.push((last = newPart(span)));
  last.span = { start: last.span.start, end: span.end };
  return last;
}

/** A list right below `**Problem:** It is slow` explains that: the field is its label. Check boxes are work. */
function explained({ text }: SourceText, section: DraftSection, list: List): void {
  const last = section.parts[section.parts.length - 1];
  const field = last?.fields[last.fields.length - 1];
  if (
    !field ||
    isBoxList(text, list) ||
    !/^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(field.span.end, list.span.start))
  )
    return;
  const role = labelRole(field.name);
  if (role === 'heading' || role === 'tasks' || fieldName(field.name)) return;
  section.parts.push(newPart(field.span, { title: field.name, span: field.span, colon: true }));
}

/** The part a line of text belongs to: behind the list of a label that is no heading, the label says nothing any more. */
function passage(section: DraftSection, line: Span): DraftPart {
  const last = section.parts[section.parts.length - 1];
  const role = last?.label && last.lists.length > 0 ? labelRole(last.label.title) : 'heading';
  if (role !== 'heading' && role !== 'tasks') section.parts.push(newPart(line));
  return part(section, line);
}

/** Sorts the lines of a paragraph into fields, labels and prose. */
function readLines(source: SourceText, lines: readonly Span[], section: DraftSection): void {
  for (const line of lines.flatMap((whole) => fieldsApart(source.text, whole))) {
    const inline = readInline(source, line);
    const field = readField(inline) ?? plainField(inline);
    if (field?.value) passage(section, line).fields.push(field);
    else {
      const label = readLabel(inline);
      if (label) section.parts.push(newPart(line, label));
      else passage(section, line).prose.push(line);
    }
  }
}

/** `**Effort:** M | **Impact:** high` is a line of two fields. */
function fieldsApart(text: string, line: Span): Span[] {
  const whole = text.slice(line.start, line.end);
  if (!whole.startsWith('**') || !whole.includes('| **')) return [line];
  const spans: Span[] = [];
  let start = line.start;
  for (const piece of whole.split('|')) {
    const blank = piece.length - piece.trimStart().length;
    spans.push({ start: start + blank, end: start + piece.trimEnd().length });
    start += piece.length + 1;
  }
  return spans.every(({ start: from }) => text.startsWith('**', from)) ? spans : [line];
}

/** Whether a line is a sentence that ends in a colon, and no label. */
export function introducesList(text: string, { start, end }: Span): boolean {
  return /[:：]$/.test(text.slice(Math.max(start, end - 1), end)) && !/^(?:\*\*|__)/.test(text.slice(start, end));
}

const fieldStart = /^([^:：]{1,60})(?:：\s*|:(?:\s+|$))/;

/** Reads `**Name:** value` or `**Name**: value`; `Name: value` only where `plain` allows it. The value may be empty. */
export function readField(inline: Inline, plain = false): Field | undefined {
  const { read, bold } = inline;
  const match = fieldStart.exec(read.text);
  if (!match) return undefined;
  const colon = match[1]!.length;
  const [first] = bold;
  // The bold part is the name, with its colon inside or behind.
  const named = first && first.start <= 2 && (first.end === colon || first.end === colon + 1);
  if (!named && !plain) return undefined;
  return {
    name: match[1]!.trim(),
    value: read.text.slice(match[0].length).trim(),
    valueSpan: read.sourceSpan(match[0].length, read.text.trimEnd().length),
    span: read.span,
    inline,
    at: match[0].length,
  };
}

/** `Status: done`: a name that is known needs no emphasis. */
function plainField(inline: Inline): Field | undefined {
  const field = readField(inline, true);
  return field && fieldName(field.name) ? field : undefined;
}

/** A line that is bold as a whole, or ends in a colon after bold text; one that is not bold has a name that is known. */
function readLabel({ read, bold }: Inline): Label | undefined {
  const text = read.text.trim();
  const [first] = bold;
  const colon = /[:：]$/.test(text);
  if (!first) {
    if (!colon || text.length > longestPlainLabel || (labelRole(text) === 'heading' && !statusOfName(text)))
      return undefined;
  } else {
    if (first.start > 4) return undefined;
    const rest = text.slice(first.end).trim();
    if (rest !== '' && !(colon && rest.length <= 30) && !/^[^\p{L}\p{N}]{1,3}$/u.test(rest)) return undefined;
  }
  const title = text
    .replace(/[:：]$/, '')
    .replace(/^\d{1,3}[.)]\s+/, '')
    .trim();
  const at = read.text.indexOf(title);
  return title ? { title, span: read.sourceSpan(at, at + title.length), colon } : undefined;
}

/** `Next steps:` is a label, a sentence that ends in a colon is prose. */
const longestPlainLabel = 40;
