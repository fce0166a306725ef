import { append } from '../../text/append.js';
import type { Dependency, Metric, Outcome, RegisterName, Risk, TextItem, Theme } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { parseTarget } from '../../values/target.js';
import { parseWindow } from '../../values/window.js';
import { plainTitle } from '../plainTitle.js';
import type { List, ListItem } from './blocks.js';
import { readInline, type Inline } from './inline.js';
import { readField, type Part, type Section } from './outline.js';
import type { Reading } from './tasks.js';
import { readTitle } from './titles.js';
import { fieldName, labelRole, sectionRole, type SectionRole } from './vocabulary.js';

/** The registers of a roadmap, filled while its sections are read. */
export interface Registers {
  readonly metrics: Metric[];
  readonly risks: Risk[];
  readonly dependencies: Dependency[];
  readonly themes: Theme[];
  readonly nextSteps: TextItem[];
  readonly criteria: TextItem[];
  readonly process: TextItem[];
  readonly spans: Partial<Record<RegisterName, Span>>;
}

export function newRegisters(): Registers {
  return { metrics: [], risks: [], dependencies: [], themes: [], nextSteps: [], criteria: [], process: [], spans: {} };
}

/** Reads a section that is a register, with its subsections; a subsection may change what is read. */
export function readRegister(reading: Reading, section: Section, role: SectionRole, into: Registers): void {
  const title = section.title?.read.text;
  if (role !== 'plan' && role !== 'about' && role !== 'ignored') into.spans[role] ??= section.span;
  for (const part of section.parts) readPart(reading, part, role, title, into);
  for (const child of section.sections) {
    const own = child.title && sectionRole(child.title.read.text);
    readRegister(reading, child, own ?? role, into);
  }
}

/** Reads one labelled part of a register. */
function readPart(reading: Reading, part: Part, role: SectionRole, group: string | undefined, into: Registers): void {
  const label = part.label?.title;
  switch (role) {
    case 'metrics':
      readMetrics(reading, part, label ?? group, into.metrics);
      break;
    case 'risks':
      readRisks(reading, part, group, into.risks);
      break;
    case 'dependencies':
      for (const item of textItems(reading, part.lists)) {
        into.dependencies.push({ ...item, ...category(label ?? group, /\bdependenc(?:y|ies)\b/i) });
      }
      break;
    case 'themes':
      readThemes(reading, part, into.themes);
      break;
    case 'review':
      if (label && /process|steps|how/.test(plainTitle(label))) append(into.process, textItems(reading, part.lists));
      else if (label) append(into.criteria, textItems(reading, part.lists));
      break;
    case 'nextSteps':
      append(into.nextSteps, textItems(reading, part.lists));
      break;
    default:
      if (label && labelRole(label) === 'nextSteps') readNextSteps(reading, part, into);
  }
}

/** The items below the label `Next Steps`. */
export function readNextSteps(reading: Reading, part: Part, into: Registers): void {
  into.spans.nextSteps ??= part.span;
  append(into.nextSteps, textItems(reading, part.lists));
}

/** The metrics of a part: its list items, each with the mark that claims it. */
export function readMetrics(reading: Reading, part: Part, group: string | undefined, into: Metric[]): void {
  const window = group === undefined ? undefined : parseWindow(group);
  for (const list of part.lists) {
    for (const item of list.items) {
      const inline = firstLine(reading, item);
      if (!inline) continue;
      const { text, span, status } = readTitle(inline, reading.grammar);
      if (!text) continue;
      const target = parseTarget(text);
      into.push({
        text,
        span,
        ...(group === undefined ? {} : { group }),
        ...(window && group !== undefined ? { horizon: group.slice(window.start, window.end) } : {}),
        ...(target ? { target } : {}),
        ...(status ? { claimed: status === 'done' ? 'met' : status === 'cancelled' ? 'missed' : 'open' } : {}),
      });
    }
  }
}

/** Outcomes of a phase: some name a number. */
export function readOutcomes(reading: Reading, part: Part): Outcome[] {
  return textItems(reading, part.lists).map((item) => {
    const target = parseTarget(item.text);
    return target ? { ...item, target } : item;
  });
}

/** A bold line with `**Mitigation:**` below it, or an item with the mitigation nested or behind a colon. */
function readRisks(reading: Reading, part: Part, group: string | undefined, into: Risk[]): void {
  const kind = category(group, /\brisks?\b.*$/i);
  if (part.label) {
    const mitigation = mitigationIn(reading, part.lists) ?? part.fields.find(isMitigation)?.value;
    into.push({ title: part.label.title, ...kind, ...(mitigation ? { mitigation } : {}), span: part.span });
    return;
  }
  for (const list of part.lists) {
    for (const item of list.items) {
      const inline = firstLine(reading, item);
      if (!inline) continue;
      const { text } = readTitle(inline, reading.grammar);
      const nested = item.blocks.filter((block) => block.type === 'list');
      const field = readField(inline);
      const title = field?.value ? (/^risk$/i.test(field.name) ? field.value : field.name) : text.replace(/:$/, '');
      const mitigation =
        mitigationIn(reading, nested) ?? (field?.value && title !== field.value ? field.value : undefined);
      if (title) into.push({ title, ...kind, ...(mitigation ? { mitigation } : {}), span: item.span });
    }
  }
}

function mitigationIn(reading: Reading, lists: readonly List[]): string | undefined {
  for (const list of lists) {
    for (const item of list.items) {
      const inline = firstLine(reading, item);
      const field = inline && readField(inline, true);
      if (field && isMitigation(field)) return field.value;
    }
  }
  return undefined;
}

function isMitigation({ name, value }: { name: string; value: string }): boolean {
  return value !== '' && /^(?:mitigations?|response|countermeasures?)$/i.test(name);
}

/** A theme is a bold line or an item, with the bullets below it. */
function readThemes(reading: Reading, part: Part, into: Theme[]): void {
  if (part.label) {
    into.push({ title: part.label.title, span: part.span, items: textItems(reading, part.lists) });
    return;
  }
  for (const list of part.lists) {
    for (const item of list.items) {
      const inline = firstLine(reading, item);
      const title = inline && readTitle(inline, reading.grammar).text.replace(/:$/, '');
      if (!title) continue;
      const nested = item.blocks.filter((block) => block.type === 'list');
      into.push({ title, span: item.span, items: textItems(reading, nested) });
    }
  }
}

/** The items of lists as plain texts. */
export function textItems(reading: Reading, lists: readonly List[]): TextItem[] {
  const items: TextItem[] = [];
  for (const list of lists) {
    for (const item of list.items) {
      const inline = firstLine(reading, item);
      if (!inline) continue;
      const { text, span } = readTitle(inline, reading.grammar);
      if (text && !fieldName(text)) items.push({ text, span });
    }
  }
  return items;
}

function firstLine(reading: Reading, item: ListItem): Inline | undefined {
  const [first] = item.blocks;
  if (first?.type !== 'paragraph') return undefined;
  return readInline(reading.source, { start: first.lines[0]!.start, end: first.lines[first.lines.length - 1]!.end });
}

/** `Technical` of `Technical Risks`; a title that is nothing but the word has no category. */
function category(title: string | undefined, word: RegExp): { category?: string } {
  const name = title?.replace(word, '').trim();
  return name ? { category: name } : {};
}
