import type { TextEdit } from '../../../model/edit.js';
import { tasksOf, type Roadmap, type Task } from '../../../model/roadmap.js';
import { fillCell } from './cells.js';
import { formOf } from './form.js';
import { lineEnd } from '../../edit/lines.js';
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

/** The ways to give a task an id: in place of the old one, or as other tasks of the file have theirs. */
export function* setId(text: string, roadmap: Roadmap, task: Task, id: string): Generator<TextEdit[]> {
  if (task.idSpan) {
    yield [{ span: task.idSpan, newText: id }];
    return;
  }
  const form = formOf(text, task);
  if (form === 'row') {
    const filled = fillCell(text, task, 'id', id);
    if (filled) yield [filled];
  }
  for (const edit of idPlaces(text, roadmap, task, id)) yield [edit];
}

function* idPlaces(text: string, roadmap: Roadmap, task: Task, id: string): Generator<TextEdit> {
  const example = exampleOf(text, roadmap, task);
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
  let at = lineEnd(text, task.titleSpan.end);
  if (formOf(text, task) === 'row') return titleEnd(text, task);
  while (at > task.titleSpan.end && /[ \t]/.test(text[at - 1]!)) at--;
  return at;
}

/** How the nearest task of the same form has its id, with `\0` in its place. */
function exampleOf(text: string, roadmap: Roadmap, task: Task): { before?: string; behind?: string } | undefined {
  const form = formOf(text, task);
  let best: Task | undefined;
  for (const other of tasksOf(roadmap)) {
    if (!other.idSpan || other === task || formOf(text, other) !== form) continue;
    if (!best || Math.abs(other.span.start - task.span.start) < Math.abs(best.span.start - task.span.start))
      best = other;
  }
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
