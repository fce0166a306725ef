import type { TextEdit } from '../../../model/edit.js';
import { tasksOf, type Roadmap, type Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { fillCell } from './cells.js';
import { formOf } from './form.js';
import { textEnd } from '../../edit/lines.js';
import { insert, titleEnd, titleStart } from './setStatus.js';

/** The ways to write a title: as it is, or with the characters escaped that would be markup. */
export function* setTitle(text: string, task: Task, title: string): Generator<TextEdit[]> {
  const { start, end } = task.titleSpan;
  const old = text.slice(start, end);
  const isRow = formOf(text, task) === 'row';
  const raw = isRow ? title.replaceAll('|', '\\|') : title;
  const wrapped = /^(\*\*|__|[*_`])[^*_`]+\1$/.exec(old);
  if (wrapped) yield [{ span: task.titleSpan, newText: `${wrapped[1]}${raw}${wrapped[1]}` }];
  yield [{ span: task.titleSpan, newText: raw }];
  yield [{ span: task.titleSpan, newText: escaped(title) }];
  // Markup that begins before the title and ends inside it goes as a whole.
  const outer = { start: titleStart(text, task), end: titleEnd(text, task) };
  if (outer.start < start || outer.end > end) {
    yield [{ span: outer, newText: raw }];
    yield [{ span: outer, newText: escaped(title) }];
  }
}

/** Text that Markdown reads as it stands: https://spec.commonmark.org/0.31.2/#backslash-escapes */
export function escaped(title: string): string {
  return title.replace(/[\\`*_[\]<>&|~#:!(){}+-]/g, (character, at: number) =>
    /[\\`*_[\]<&|~]/.test(character) || at === 0 ? `\\${character}` : character,
  );
}

/** The tasks that have an id of their own, in document order: examples of how a file writes them. */
export function tasksWithId(roadmap: Roadmap): readonly Task[] {
  return [...tasksOf(roadmap)].filter(({ idSpan }) => idSpan);
}

/** The ways to give a task an id: in place of the old one, or as other tasks of the file, `examples`, have theirs. */
export function* setId(text: string, examples: readonly Task[], task: Task, id: string): Generator<TextEdit[]> {
  if (task.idSpan) {
    yield [{ span: task.idSpan, newText: id }];
    // A word is no id where a number is one: then it goes where ids of any form can stand.
    const old = idWithMarks(text, task, task.idSpan);
    for (const edit of idPlaces(text, [], task, id)) yield [{ span: old, newText: '' }, edit];
    return;
  }
  const form = formOf(text, task);
  if (form === 'row') {
    const filled = fillCell(text, task, 'id', id);
    if (filled) yield [filled];
  }
  for (const edit of idPlaces(text, examples, task, id)) yield [edit];
}

/** An id with its brackets, and with what sets it apart from the title. */
function idWithMarks(text: string, task: Task, { start, end }: Span): Span {
  let [from, to] = [start, end];
  if (end <= task.titleSpan.start) {
    while (from > task.markerSpan.end && /[*_`[(]/.test(text[from - 1]!)) from--;
    return { start: from, end: Math.max(end, titleStart(text, task)) };
  }
  while (from > titleEnd(text, task) && text[from - 1] !== '\n') from--;
  while (/[*_`\])}>-]/.test(text[to] ?? '') || text.startsWith(' -->', to)) to += text.startsWith(' -->', to) ? 4 : 1;
  return { start: from, end: to };
}

function* idPlaces(text: string, examples: readonly Task[], task: Task, id: string): Generator<TextEdit> {
  const example = exampleOf(text, examples, task);
  const at = titleStart(text, task);
  if (example?.before !== undefined) yield insert(at, example.before.replace('\0', id));
  if (example?.behind !== undefined) yield insert(titleEnd(text, task), example.behind.replace('\0', id));
  if (/^[A-Z][A-Z0-9_]*-?\d/.test(id)) {
    yield insert(at, `${id} `);
    yield insert(at, `${id}: `);
    yield insert(at, `[${id}] `);
    yield insert(titleEnd(text, task), ` (${id})`);
  }
  yield insert(lineEndTrimmed(text, task), ` <!-- id: ${id} -->`);
  yield insert(titleEnd(text, task), ` {#${id}}`);
}

function lineEndTrimmed(text: string, task: Task): number {
  return formOf(text, task) === 'row' ? titleEnd(text, task) : textEnd(text, task.titleSpan.end);
}

/** How many tasks on either side are looked at for an example. */
const reach = 50;

/** How the nearest task of the same form has its id, with `\0` in its place. */
function exampleOf(
  text: string,
  examples: readonly Task[],
  task: Task,
): { before?: string; behind?: string } | undefined {
  const form = formOf(text, task);
  const fits = (other: Task | undefined) => other && other !== task && formOf(text, other) === form;
  const next = firstFrom(examples, task.span.start);
  let best: Task | undefined;
  for (let step = 0; step < reach && !best; step++)
    best = [examples[next - 1 - step], examples[next + step]].find(fits);
  if (!best?.idSpan) return undefined;
  const { start, end } = best.idSpan;
  if (end <= best.titleSpan.start && best.titleSpan.start - end < 12) {
    let from = start;
    while (/[*_`[(]/.test(text[from - 1] ?? '')) from--;
    return {
      before: `${text.slice(from, start)}\0${text.slice(end, titleStart(text, best) > end ? titleStart(text, best) : best.titleSpan.start)}`,
    };
  }
  if (start >= best.titleSpan.end) {
    let to = end;
    while (/[*_`\])}>-]/.test(text[to] ?? '') || text.startsWith(' -->', to)) to += text.startsWith(' -->', to) ? 4 : 1;
    const from = titleEnd(text, best);
    if (start - from < 12) return { behind: `${text.slice(from, start)}\0${text.slice(end, to)}` };
  }
  return undefined;
}

/** The index of the first task that does not begin before an offset. */
function firstFrom(tasks: readonly Task[], offset: number): number {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tasks[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
