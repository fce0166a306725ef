import type { FieldChange, TextEdit } from '../../../model/edit.js';
import { tasksOf, type Priority, type Roadmap, type Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { parsePriority } from '../../../values/priority.js';
import { fillCell } from './cells.js';
import { clearField } from './clearField.js';
import { formOf } from './form.js';
import { insert, titleEnd } from './setStatus.js';
import { columnOf, insertLines, lineEnd, lineStart, nextLine, textEnd } from '../../edit/lines.js';

export type Valued = Extract<FieldChange, { field: 'priority' | 'effort' | 'owner' | 'due' }>;

const names: Readonly<Record<Valued['field'], string>> = {
  priority: 'Priority',
  effort: 'Effort',
  owner: 'Owner',
  due: 'Due',
};

/**
 * The ways to state a priority, an effort, an owner or a due date: in place of the old one, in the row's cell, behind the
 * title as other tasks have it, or on a line of its own.
 */
export function* setField(text: string, roadmap: Roadmap, task: Task, change: Valued): Generator<TextEdit[]> {
  const present = task[change.field]?.span;
  if (change.value.trim() === '') {
    if (present) yield* clearField(text, task, present);
    return;
  }
  const like = present ? text.slice(present.start, present.end) : undefined;
  const values =
    change.field === 'priority' ? priorities(text, roadmap, change.value as Priority, like) : [written(change, like)];
  for (const value of values) {
    if (present) yield [{ span: present, newText: value }];
    else if (formOf(text, task) === 'row') {
      const filled = fillCell(text, task, change.field === 'due' ? 'date' : change.field, value);
      if (filled) yield [filled];
    } else {
      const inline = inlineExample(text, roadmap, task, change.field);
      if (inline) for (const at of ends(text, task)) yield [insert(at, `${inline.before}${value}${inline.behind}`)];
      if (change.field === 'due' && roadmap.dialect?.name === 'obsidian')
        yield [insert(textEnd(text, task.titleSpan.end), ` 📅 ${value}`)];
      for (const line of fieldLines(text, roadmap, task, change.field, value))
        yield [insertLines(text, line.at, [line.text])];
      if (change.field === 'due') for (const at of ends(text, task)) yield [insert(at, ` (due: ${value})`)];
    }
  }
}

/** How another task of the file has the value on the line of its title: `(`, `)` of `Locks (high)`. */
function inlineExample(
  text: string,
  roadmap: Roadmap,
  task: Task,
  field: Valued['field'],
): { readonly before: string; readonly behind: string } | undefined {
  const form = formOf(text, task);
  for (const other of tasksOf(roadmap)) {
    const span = other[field]?.span;
    if (!span || other === task || formOf(text, other) !== form || span.start < other.titleSpan.end) continue;
    const from = titleEnd(text, other);
    const before = text.slice(from, span.start);
    // What stands in between may belong to another value: only the commonest ways of setting it apart are repeated.
    if (!/^[ \t]+(?:[([{]|[-–—|·][ \t]+)?(?:[\p{L} ]{2,20}:[ \t]*|(?:@|[📅📆🗓⏫🔺🔼🔽]\ufe0f?[ \t]*))?$/u.test(before))
      continue;
    const behind = /^[)\]}]?/.exec(text.slice(span.end, span.end + 1))![0];
    return { before: before.replace(/@$/, ''), behind };
  }
  return undefined;
}

/** Places behind a title: right behind it, and at the end of its line. */
function ends(text: string, task: Task): readonly number[] {
  return [...new Set([titleEnd(text, task), textEnd(text, task.titleSpan.end)])];
}

function written(change: Valued, like: string | undefined): string {
  if (change.field !== 'owner') return change.value;
  const name = change.value.trim().replace(/^@/, '');
  return like?.startsWith('@') || (like === undefined && change.value.trim().startsWith('@')) ? `@${name}` : name;
}

/** Texts for a priority: as the file writes it elsewhere, in the manner of the present one, in a word. */
function priorities(text: string, roadmap: Roadmap, value: Priority, like: string | undefined): string[] {
  const counts = new Map<string, number>();
  const note = (priority: { readonly value: Priority; readonly span: Span } | undefined) => {
    if (priority?.value !== value) return;
    const said = text.slice(priority.span.start, priority.span.end);
    if (said.length <= 24 && parsePriority(said) === value) counts.set(said, (counts.get(said) ?? 0) + 1);
  };
  for (const task of tasksOf(roadmap)) note(task.priority);
  const own = [...counts].sort(([, a], [, b]) => b - a).map(([said]) => said);
  const numbered = { critical: 'P0', high: 'P1', medium: 'P2', low: 'P3' }[value];
  const word = value.charAt(0).toUpperCase() + value.slice(1);
  const light = { critical: '🔴', high: '🔴', medium: '🟡', low: '🟢' }[value];
  const inManner =
    like === undefined
      ? []
      : /\bP\d\b/.test(like)
        ? [like.replace(/\bP\d\b/, numbered), numbered]
        : /[🔴🟠🟡🟢🔵]/u.test(like)
          ? [`${light} ${like === like.toUpperCase() ? word.toUpperCase() : word}`, light]
          : like === like.toUpperCase() && like !== like.toLowerCase()
            ? [word.toUpperCase()]
            : like === like.toLowerCase()
              ? [value]
              : [];
  return [...new Set([...own, ...inManner, word])];
}

interface NewLine {
  readonly at: number;
  readonly text: string;
}

/** Lines that state a field: written as another task's is, else in the commonest form. */
function* fieldLines(
  text: string,
  roadmap: Roadmap,
  task: Task,
  field: Valued['field'],
  value: string,
): Generator<NewLine> {
  const form = formOf(text, task);
  const at = nextLine(text, task.titleSpan.end);
  if (form === 'item') {
    const indent = contentIndent(text, task);
    const bullet = /[-*+]/.exec(text.slice(task.markerSpan.start, task.markerSpan.end))?.[0] ?? '-';
    const example = exampleOf(text, roadmap, task, field);
    if (example) yield { at, text: `${indent}${example}${value}` };
    yield { at, text: `${indent}${bullet} **${names[field]}:** ${value}` };
    yield { at, text: `${indent}${bullet} ${names[field]}: ${value}` };
    return;
  }
  if (form === 'line') return;
  const example = exampleOf(text, roadmap, task, field) ?? `**${names[field]}:** `;
  const below = belowHeading(text, task);
  if (below.adjacent) yield { at: below.at, text: `${example}${value}` };
  yield { at: below.at, text: `${example}${value}` };
}

/** What stands before the value of a field that another task of this form has: `- **Priority:** `. */
function exampleOf(text: string, roadmap: Roadmap, task: Task, field: Valued['field']): string | undefined {
  const form = formOf(text, task);
  for (const other of tasksOf(roadmap)) {
    const span = other[field]?.span;
    if (!span || formOf(text, other) !== form || span.start < other.titleSpan.end) continue;
    const start = lineStart(text, span.start);
    if (start <= lineStart(text, other.titleSpan.start)) continue;
    const line = text.slice(start, span.start).trimStart();
    if (text.slice(span.end, lineEnd(text, span.end)).trim() === '') return line;
  }
  return undefined;
}

/** Blanks that put a line below an item: quote marks and all. */
export function contentIndent(text: string, { markerSpan }: Task): string {
  const start = lineStart(text, markerSpan.start);
  let content = markerSpan.end;
  while (text[content] === ' ' || text[content] === '\t') content++;
  // Behind a marker one to four blanks belong to it.
  if (content - markerSpan.end > 4) content = markerSpan.end + 1;
  const lead = text.slice(start, markerSpan.start);
  const width = columnOf(text, start, content) - columnOf(text, start, markerSpan.start);
  return lead + ' '.repeat(width);
}

/** Where a line of facts below a heading goes: behind those that stand there, else right below the heading. */
function belowHeading(text: string, task: Task): { readonly at: number; readonly adjacent: boolean } {
  let at = nextLine(text, Math.max(task.titleSpan.end, task.markerSpan.end));
  const blank = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(at, at + 200));
  const first = blank ? at + blank[0].length : at;
  let line = first;
  while (
    /^[ \t]*(?:[-*+][ \t]+)?\*{0,2}[\p{L} ]{2,30}:?\*{0,2}:?[ \t]/u.test(text.slice(line, line + 60)) &&
    line < task.span.end
  ) {
    line = nextLine(text, line);
    at = line;
  }
  return { at, adjacent: line > first };
}
