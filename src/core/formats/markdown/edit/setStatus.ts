import type { TextEdit } from '../../../model/edit.js';
import type { Status, Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { statusBefore } from '../../../values/status.js';
import { formOf } from './form.js';
import { fillCell } from './cells.js';
import { lineEnd } from '../../edit/lines.js';
import { boxCharacter, boxesFor, emojiFor, rewriteMark, wordFor, type UsedMarks } from './usedMarks.js';

/**
 * The ways to say where a task stands, as its own file says it. `siblings` are the tasks beside it: in a list without check
 * boxes a single one would make details of the others.
 */
export function* setStatus(
  text: string,
  task: Task,
  status: Status,
  used: UsedMarks,
  siblings: readonly Task[],
): Generator<TextEdit[]> {
  const form = formOf(text, task);
  const head = form === 'item' ? headOf(text, task) : undefined;
  const box = head?.box;
  const strike = strikeOf(text, task.titleSpan);
  const own = task.statusSource === 'own' ? task.statusSpan : undefined;
  const mark =
    own && !(box && own.start >= box.start && own.end <= box.end) && !covers(own, task.titleSpan) ? own : undefined;
  const unstruck = strike && status !== 'cancelled' ? strike : [];
  if (box) yield* inBox(text, task, status, used, { box, unstruck, ...(mark ? { mark } : {}) });
  if (mark) {
    // Where a mark would only say what holds without one, it may go.
    if (status === 'todo' && used.emoji.todo.length === 0 && !/\p{L}/u.test(text.slice(mark.start, mark.end)))
      yield [...unstruck, without(text, mark)];
    for (const way of rewriteMark(text.slice(mark.start, mark.end), status, used))
      yield [...unstruck, { span: mark, newText: way }];
    yield [...unstruck, without(text, mark)];
  }
  if (unstruck.length > 0 && status === 'todo') yield [...unstruck];
  if (form === 'row') {
    const filled = fillCell(text, task, 'status', wordFor('Done', status, used));
    if (filled) yield [...unstruck, filled];
  }
  const others = siblings.filter((one) => one !== task);
  const fits = others.length === 0 || others.some((one) => formOf(text, one) === 'item' && headOf(text, one).box);
  if (!box && head && fits && (used.boxed > 0 || used.before + used.behind === 0)) {
    for (const character of boxesFor(used, status)) {
      yield [...unstruck, ...(mark ? [without(text, mark)] : []), insert(head.at, `[${character}] `)];
    }
  }
  const emoji = emojiFor(used, status);
  const before = insert(titleStart(text, task), `${emoji} `);
  const behind = insert(titleEnd(text, task), ` ${emoji}`);
  const inOrder = used.behind > used.before || form === 'heading' ? [behind, before] : [before, behind];
  for (const edit of inOrder) yield [...unstruck, edit];
  if (!box && head) yield [...unstruck, insert(head.at, `[${boxesFor(used, status)[0]}] `)];
  if (status === 'cancelled' && !strike) yield [strikeOut(text, task, 0), strikeOut(text, task, 1)];
}

interface Boxed {
  readonly box: Span;
  readonly unstruck: readonly TextEdit[];
  /** A mark beside the check box. */
  readonly mark?: Span;
}

function* inBox(
  text: string,
  task: Task,
  status: Status,
  used: UsedMarks,
  { box, unstruck, mark }: Boxed,
): Generator<TextEdit[]> {
  const inner = { start: box.start + 1, end: box.end - 1 };
  const rest = mark ? [without(text, mark)] : [];
  const trailing = trailingMark(text, task);
  const others = trailing ? [without(text, trailing)] : [];
  const characters = boxesFor(used, status);
  for (const character of characters) {
    const tick = { span: inner, newText: character };
    yield [...unstruck, tick, ...rest];
    if (others.length > 0) yield [...unstruck, tick, ...rest, ...others];
  }
  if (status === 'done' || status === 'todo') return;
  // An open check box leaves room for a mark that says more.
  const open = { span: inner, newText: ' ' };
  if (mark)
    for (const way of rewriteMark(text.slice(mark.start, mark.end), status, used))
      yield [...unstruck, open, { span: mark, newText: way }];
  yield [...unstruck, open, ...rest, insert(titleStart(text, task), `${emojiFor(used, status)} `)];
  if (status === 'cancelled') yield [open, ...rest, strikeOut(text, task, 0), strikeOut(text, task, 1)];
}

/** What stands between an item's marker and its title. */
function headOf(text: string, { markerSpan, titleSpan }: Task): { readonly at: number; readonly box?: Span } {
  let at = markerSpan.end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  const found = /^(?:\*\*|__|[*_`])?(\[[^\]\r\n]{0,3}\]|\([ xX]\))/.exec(
    text.slice(at, Math.max(at, titleSpan.start) + 1),
  );
  const mark = found?.[1];
  if (!found || mark === undefined || boxCharacter(mark) === undefined) return { at };
  const start = at + found[0].length - mark.length;
  return { at, box: { start, end: start + mark.length } };
}

/** The strike-out around a title, as edits that take it away. */
function strikeOf(text: string, { start, end }: Span): TextEdit[] | undefined {
  const before = /~~[*_`]{0,3}$/.exec(text.slice(Math.max(0, start - 5), start));
  const inside = text.startsWith('~~', start);
  const open = inside ? start : before ? start - before[0].length : -1;
  if (open < 0) return undefined;
  const close = text.indexOf('~~', Math.max(open + 2, start));
  if (close < 0 || close > lineEnd(text, end)) return undefined;
  return [
    { span: { start: open, end: open + 2 }, newText: '' },
    { span: { start: close, end: close + 2 }, newText: '' },
  ];
}

function strikeOut(text: string, task: Task, side: 0 | 1): TextEdit {
  return insert(side === 0 ? titleStart(text, task) : titleEnd(text, task), '~~');
}

/** A mark behind a title whose status is said by its check box. */
function trailingMark(text: string, { titleSpan }: Task): Span | undefined {
  const end = lineEnd(text, titleSpan.end);
  const tail = text.slice(titleSpan.end, end).trimEnd();
  const found = statusBefore(tail, tail.length);
  return found ? { start: titleSpan.end + found.start, end: titleSpan.end + tail.length } : undefined;
}

/** An edit that takes a mark away with the blanks that set it apart. */
function without(text: string, { start, end }: Span): TextEdit {
  let from = start;
  let to = end;
  const atEnd = /^[ \t]*(?:\r|\n|$)/.test(text.slice(to, to + 40));
  if (atEnd) while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
  else while (/[ \t]/.test(text[to] ?? '')) to++;
  return { span: { start: from, end: to }, newText: '' };
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.start && outer.end > outer.start && outer.end >= inner.end;
}

export function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Where a title begins, with the emphasis around it. */
export function titleStart(text: string, { titleSpan, markerSpan }: Task): number {
  let at = titleSpan.start;
  while (at > markerSpan.end && /[*_`~[]/.test(text[at - 1]!) && !/^\[[ xX]?\]/.test(text.slice(at - 1))) at--;
  return at;
}

/** Where a title ends, with the emphasis around it. */
export function titleEnd(text: string, { titleSpan }: Task): number {
  let at = titleSpan.end;
  while (/[*_`~]/.test(text[at] ?? '')) at++;
  return at;
}
