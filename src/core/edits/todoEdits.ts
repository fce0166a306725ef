import * as l10n from '@vscode/l10n';
import type { EditResult, Refusal, TextEdit, TodoChange } from '../model/edit.js';
import type { Span } from '../model/span.js';
import type { Todo } from '../model/todo.js';
import type { Comment } from '../lexical/comments.js';
import { commentsOf, type TodoSyntax } from '../references/readTodos.js';
import { findTodos, type FoundTodo, type TodoTags } from '../references/todos.js';
import { applyEdits, invertEdits } from '../text/textEdits.js';

/** The text of a code file, and how it is read. */
export interface CodeDocument {
  readonly text: string;
  readonly syntax: TodoSyntax;
  readonly tags: TodoTags;
}

/**
 * Plans a change of the TODO that is `index`-th in its file. The new text is read again: the TODO then says the id, or is
 * gone, and all others say what they said; else nothing is proposed.
 */
export function planTodoChange({ text, syntax, tags }: CodeDocument, index: number, change: TodoChange): EditResult {
  const comments = commentsOf(text, syntax);
  const before = findTodos(text, comments, tags, syntax === 'prose');
  const todo = before[index];
  if (!todo) return refused('no-such-task', l10n.t('This TODO is not there any more: look at the file as it is now.'));
  const around = comments.find(({ start, end }) => start <= todo.span.start && todo.span.end <= end);
  const others = before.filter((one) => one !== todo);
  const edits =
    change.kind === 'link'
      ? [linkEdit(text, todo, change)]
      : todo.cut || !around
        ? []
        : removeEdits(text, around, todo, others, syntax === 'prose');
  const next = applyEdits(text, edits);
  const nextComments = commentsOf(next, syntax);
  const after = findTodos(next, nextComments, tags, syntax === 'prose');
  const expected = before.map(sayTodo);
  if (change.kind === 'remove') expected.splice(index, 1);
  else {
    const read = after[index]?.mentions.some(({ raw }) => raw === change.id);
    expected[index] = read && after[index] ? sayTodo(after[index]) : '';
  }
  const asIntended = JSON.stringify(after.map(sayTodo)) === JSON.stringify(expected);
  if (
    edits.length === 0 ||
    !asIntended ||
    !around ||
    !leavesCode(text, around, edits, comments, nextComments, next, syntax === 'prose')
  ) {
    return refused('form', l10n.t('No way was found to write this there: change the comment by hand.'));
  }
  return { ok: true, edits, inverse: invertEdits(text, edits), text: next };
}

/** Whether edits change nothing but one comment and the blanks around it, and leave all other comments as they are. */
function leavesCode(
  text: string,
  { start, end }: Comment,
  edits: readonly TextEdit[],
  before: readonly Comment[],
  after: readonly Comment[],
  next: string,
  prose: boolean,
): boolean {
  const outside = edits.flatMap(({ span }) => [
    text.slice(span.start, Math.max(span.start, Math.min(span.end, start))),
    text.slice(Math.min(span.end, Math.max(span.start, end)), span.end),
  ]);
  if (outside.some((taken) => taken.trim() !== '')) return false;
  const others = before.filter((one) => one.start !== start).map((one) => text.slice(one.start, one.end));
  const left = after.map((one) => next.slice(one.start, one.end));
  const own = left.length === others.length + 1 ? before.findIndex((one) => one.start === start) : -1;
  if (own >= 0) {
    // What is left of it is a comment that begins and ends as it did.
    const [rest] = left.splice(own, 1);
    const whole = text.slice(start, end);
    if (prose) return JSON.stringify(left) === JSON.stringify(others);
    if (rest!.slice(0, 2) !== whole.slice(0, 2) || (/\*\/$|-->$/.test(whole) && rest!.slice(-2) !== whole.slice(-2)))
      return false;
  }
  return JSON.stringify(left) === JSON.stringify(others);
}

function refused(code: Refusal['code'], message: string): EditResult {
  return { ok: false, code, message };
}

function sayTodo({ tag, text, mentions, owner }: FoundTodo): string {
  return JSON.stringify([tag, text, mentions.map(({ raw }) => raw), owner]);
}

/** `TODO: x` → `TODO(RM-12): x`, `TODO(ada): x` → `TODO(RM-12, ada): x`, `TODO(RM-99): x` → `TODO(RM-12): x` */
function linkEdit(text: string, todo: FoundTodo, { id, replaces }: { id: string; replaces?: string }): TextEdit {
  const old = replaces === undefined ? undefined : todo.mentions.find(({ raw }) => raw === replaces);
  if (old) return { span: old.span, newText: id };
  const { end } = todo.tagSpan;
  // Brackets of names and ids are added to; any other are text.
  if (todo.brackets) return insert(todo.brackets.start, todo.brackets.end > todo.brackets.start ? `${id}, ` : id);
  return insert(end, /^[([]/.test(text.slice(end)) ? `(${id}) ` : `(${id})`);
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Takes a TODO out: its comment where nothing else stands in it, else its own lines. None where there is no safe way. */
function removeEdits(
  text: string,
  around: Comment,
  todo: FoundTodo,
  others: readonly FoundTodo[],
  prose: boolean,
): readonly TextEdit[] {
  const { lines } = around;
  const first = lines.findIndex((line) => line.start <= todo.span.start && todo.span.start <= line.end);
  let last = first;
  while (last + 1 < lines.length && lines[last + 1]!.start < todo.span.end) last++;
  if (first < 0) return [];
  const mixed = !/^[\s*\-!/#;%]*$/.test(text.slice(lines[first]!.start, todo.span.start));
  const shared = others.some(({ span }) => around.start <= span.start && span.end <= around.end);
  const rest = lines.filter((line, at) => (at < first || at > last) && !isBlank(text, line));
  if (!prose && !mixed && !shared && rest.length === 0) return [ofComment(text, around)];
  return removeLines(text, around, todo, { first, last, mixed, prose });
}

/** Of a comment that says more: the lines of the TODO, but never the marks that open or close a block. */
function removeLines(
  text: string,
  around: Comment,
  todo: FoundTodo,
  { first, last, mixed, prose }: { first: number; last: number; mixed: boolean; prose: boolean },
): readonly TextEdit[] {
  const { lines } = around;
  const isBlock = !prose && text.slice(lines[lines.length - 1]!.end, around.end).trim() !== '';
  const behindCode = !prose && text.slice(lineStart(text, around.start), around.start).trim() !== '';
  const edits: TextEdit[] = [];
  for (let at = first; at <= last; at++) {
    const line = lines[at]!;
    const content = { start: at === first && mixed ? todo.span.start : line.start, end: line.end };
    const marks = (isBlock && (at === 0 || at === lines.length - 1)) || (at === first && mixed);
    if (marks) edits.push({ span: trimmedStart(text, content), newText: '' });
    else if (at === 0 && behindCode) {
      const start = around.start - trailingBlanks(text, around.start);
      edits.push({ span: { start, end: line.end }, newText: '' });
    } else {
      const close = lineEnd(text, line.end);
      edits.push({ span: { start: lineStart(text, line.start), end: skipBreak(text, close) }, newText: '' });
    }
  }
  return joined(edits);
}

/** Edits that follow each other as one. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const made: TextEdit[] = [];
  for (const edit of edits) {
    const before = made[made.length - 1];
    if (before && before.span.end === edit.span.start) {
      made[made.length - 1] = { span: { start: before.span.start, end: edit.span.end }, newText: '' };
    } else made.push(edit);
  }
  return made;
}

function trimmedStart(text: string, { start, end }: Span): Span {
  return { start: start - trailingBlanks(text, start), end };
}

/** How many blanks stand before a place, in its line. */
function trailingBlanks(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--;
  return at - start;
}

function isBlank(text: string, { start, end }: Span): boolean {
  return /^[\s*]*$/.test(text.slice(start, end));
}

/** A comment with the lines it stands on, where it stands alone on these; else with the blanks before or behind it. */
function ofComment(text: string, { start, end }: Span): TextEdit {
  const line = lineStart(text, start);
  const before = text.slice(line, start);
  const close = lineEnd(text, end);
  const after = text.slice(end, close);
  if (before.trim() === '' && after.trim() === '')
    return { span: { start: line, end: skipBreak(text, close) }, newText: '' };
  if (after.trim() === '') return { span: { start: start - trailingBlanks(text, start), end: close }, newText: '' };
  const behind = end + (after.length - after.trimStart().length);
  if (before.trim() === '') return { span: { start, end: behind }, newText: '' };
  // Between code: what stood apart stays apart.
  return { span: { start: start - trailingBlanks(text, start), end: behind }, newText: ' ' };
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\r\n]/.test(text[start - 1]!)) start--;
  return start;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\r\n]/.test(text[end]!)) end++;
  return end;
}

function skipBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(text.length, at + 1);
}

/** Whether the TODO that is `index`-th in a text still says what somebody saw. */
export function readsAs({ text, syntax, tags }: CodeDocument, index: number, seen: Todo): boolean {
  const found = findTodos(text, commentsOf(text, syntax), tags, syntax === 'prose')[index];
  return found?.tag === seen.tag && found.text === seen.text && found.mentions.length === seen.mentions.length;
}
