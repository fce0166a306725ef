import type { Change, TaskPlace, TextEdit } from '../../../model/edit.js';
import { groupsOf, taskById, tasksOf, type Group, type Roadmap, type Task } from '../../../model/roadmap.js';
import { escaped } from './setTitle.js';
import { contentIndent } from './setField.js';
import { formOf, type Form } from './form.js';
import { columnOf, insertLines, lineEnd, lineStart, linesOf, nextLine, previousLine } from '../../edit/lines.js';
import { wordFor, type UsedMarks } from './usedMarks.js';

/** The ways to take tasks out, with all that stands below them. */
export function* remove(text: string, tasks: readonly Task[], roadmap: Roadmap): Generator<TextEdit[]> {
  const edits = tasks.map((task) => ({ span: wholeLines(text, task), newText: '' }));
  const renumbered = renumber(text, roadmap, tasks, undefined, 0);
  if (renumbered.length > 0) yield [...edits, ...renumbered];
  yield edits;
}

/** The whole lines of a task. */
function wholeLines(text: string, task: Task): { start: number; end: number } {
  const lines = linesOf(text, task.span);
  // The last line of a text has no break behind it: the one before it goes.
  if (lines.end === text.length && lines.start > 0 && !/[\r\n]$/.test(text)) {
    const before = text.slice(0, lines.start);
    return { start: before.endsWith('\r\n') ? lines.start - 2 : lines.start - 1, end: lines.end };
  }
  return lines;
}

/** The ways to put a new task into a plan: written as its neighbours are. */
export function* add(
  text: string,
  roadmap: Roadmap,
  { title, place }: Extract<Change, { kind: 'add' }>,
  used: UsedMarks,
): Generator<TextEdit[]> {
  for (const target of targetsOf(text, roadmap, place, used)) {
    for (const written of [title.trim(), escaped(title.trim())]) {
      const edit = insertLines(text, target.at, target.lines(written));
      if (target.after) {
        const renumbered = renumber(text, roadmap, [], target.after, 1);
        if (renumbered.length > 0) yield [edit, ...renumbered];
      }
      yield [edit];
    }
  }
}

/** Where a new entry goes, and the lines that it takes there. */
interface Target {
  readonly at: number;
  /** The task it is put right behind, in the same list. */
  readonly after?: Task;
  readonly form: Form;
  /** What stands before the marker, and the marker with its blanks; for items. */
  readonly indent: string;
  readonly marker: string;
  lines(title: string): string[];
}

function* targetsOf(text: string, roadmap: Roadmap, place: TaskPlace, used: UsedMarks): Generator<Target> {
  if ('after' in place) {
    const task = taskById(roadmap, place.after);
    if (task) yield* besides(text, task, used);
    return;
  }
  if ('under' in place) {
    const task = taskById(roadmap, place.under);
    if (!task) return;
    const last = task.children.at(-1);
    if (last) yield* besides(text, last, used);
    else if (formOf(text, task) === 'item') {
      const boxed = boxOf(text, task) || used.boxed > 0;
      yield below(text, task, boxed);
      yield below(text, task, !boxed);
    } else if (formOf(text, task) === 'heading') yield* firstOf(text, roadmap, task, used);
    return;
  }
  for (const { group } of groupsOf(roadmap)) {
    if (group.id !== place.into) continue;
    const last = group.children.at(-1);
    if (last?.kind === 'task') yield* besides(text, last, used);
    // Behind groups stands what belongs to the last of them: a list of its own goes before the first.
    yield* firstOf(text, roadmap, group, used);
  }
}

/** As the neighbour is written; with a check box where it would not be open otherwise. */
function* besides(text: string, task: Task, used: UsedMarks): Generator<Target> {
  yield beside(text, task, used, boxOf(text, task));
  if (formOf(text, task) === 'item' && !boxOf(text, task)) yield beside(text, task, used, true);
}

/** Behind a task, in the same list, table or level of headings. */
function beside(text: string, task: Task, used: UsedMarks, boxed: boolean): Target {
  const form = formOf(text, task);
  const lines = linesOf(text, task.span);
  const common = { at: lines.end, after: task, form };
  if (form === 'item') {
    const indent = text.slice(lineStart(text, task.markerSpan.start), task.markerSpan.start);
    const marker = nextMarker(text.slice(task.markerSpan.start, task.markerSpan.end), 1);
    const gap = gapBehind(text, task);
    const box = boxed ? '[ ] ' : '';
    return {
      ...common,
      indent,
      marker: `${marker}${gap}`,
      lines: (title) => [`${indent}${marker}${gap}${box}${title}`],
    };
  }
  if (form === 'row') return { ...common, indent: '', marker: '', lines: (title) => [rowLike(text, task, title)] };
  if (form === 'heading') {
    const mark = text.slice(task.markerSpan.start, task.markerSpan.end);
    const hashes = mark.startsWith('#') ? mark : mark.startsWith('=') ? '#' : '##';
    const lead =
      text.slice(lines.start, lines.end).endsWith('\n\n') || text.slice(0, lines.end).endsWith('\r\n\r\n') ? [] : [''];
    return { ...common, indent: '', marker: '', lines: (title) => [...lead, `${hashes} ${title}`, ''] };
  }
  const mark = used.emoji.todo[0];
  return { ...common, indent: '', marker: '', lines: (title) => [mark ? `${mark} ${title}` : title] };
}

/** Below an item, as its first subtask. */
function below(text: string, task: Task, boxed: boolean): Target {
  const indent = contentIndent(text, task);
  const bullet = /[-*+]/.exec(text.slice(task.markerSpan.start, task.markerSpan.end))?.[0] ?? '-';
  const box = boxed ? '[ ] ' : '';
  const at = linesOf(text, task.span).end;
  return { at, form: 'item', indent, marker: `${bullet} `, lines: (title) => [`${indent}${bullet} ${box}${title}`] };
}

/** As the first list below a heading: behind the lines that stand there. */
function* firstOf(text: string, roadmap: Roadmap, node: Group | Task, used: UsedMarks): Generator<Target> {
  const example = [...tasksOf(roadmap)].find((task) => formOf(text, task) === 'item');
  const bullet = (example && /[-*+]/.exec(text.slice(example.markerSpan.start, example.markerSpan.end))?.[0]) ?? '-';
  const first = node.children[0];
  const head = nextLine(text, Math.max(node.titleSpan.end, node.markerSpan.end));
  let at = first ? lineStart(text, first.span.start) : linesOf(text, node.span).end;
  if (at < head) at = head;
  // Blank lines at the end of a section stay between it and the next.
  while (at > head && text.slice(previousLine(text, at), at).trim() === '') at = previousLine(text, at);
  const blankAbove = at > 0 && /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, at - 80), at));
  const blankBelow = at >= text.length || /^[ \t]*(?:\r|\n)/.test(text.slice(at, at + 80));
  const boxes = used.boxed > 0 || used.before + used.behind === 0 ? ['[ ] ', ''] : ['', '[ ] '];
  for (const box of boxes) {
    const lines = (title: string) => [
      ...(blankAbove ? [] : ['']),
      `${bullet} ${box}${title}`,
      ...(blankBelow ? [] : ['']),
    ];
    yield { at, form: 'item', indent: '', marker: `${bullet} `, lines };
  }
}

/** The ways to move tasks, each with all that stands below it. */
export function* move(
  text: string,
  roadmap: Roadmap,
  tasks: readonly Task[],
  place: TaskPlace,
  used: UsedMarks,
): Generator<TextEdit[]> {
  for (const target of targetsOf(text, roadmap, place, used)) yield* moveTo(text, roadmap, tasks, target);
}

function* moveTo(text: string, roadmap: Roadmap, tasks: readonly Task[], target: Target): Generator<TextEdit[]> {
  // Those that are taken from before the place make the numbers there smaller.
  const before = target.after ? takenBefore(text, roadmap, tasks, target.after) : 0;
  const moved = tasks.flatMap((task, index) => {
    const marker = nextMarker(target.marker, index - before);
    return movedLines(text, task, { ...target, marker }) ?? [];
  });
  if (moved.length === 0) return;
  const template = target.lines('\0');
  const at = template.findIndex((line) => line.includes('\0'));
  const lines = [...template.slice(0, at), ...moved, ...template.slice(at + 1)];
  const cut = tasks.map((task) => ({ span: wholeLines(text, task), newText: '' }));
  const put = insertLines(text, target.at, lines);
  const renumbered = renumber(text, roadmap, tasks, target.after, tasks.length);
  if (renumbered.length > 0) yield merged([...cut, put, ...renumbered]);
  yield merged([...cut, put]);
}

/** The ways to move tasks into a section for what is done, made behind the last part of the plan. */
export function* shelve(
  text: string,
  roadmap: Roadmap,
  tasks: readonly Task[],
  used: UsedMarks,
): Generator<TextEdit[]> {
  const last = roadmap.children.at(-1);
  const heading = roadmap.children.find((child) => child.kind !== 'task' && formOf(text, child) === 'heading');
  if (!last) return;
  const mark = heading ? text.slice(heading.markerSpan.start, heading.markerSpan.end) : '##';
  const hashes = mark.startsWith('#') ? mark : mark.startsWith('=') ? '#' : '##';
  let at = linesOf(text, last.span).end;
  // Blank lines at the end of the plan stay between it and what follows.
  while (previousLine(text, at) > last.titleSpan.end && text.slice(previousLine(text, at), at).trim() === '')
    at = previousLine(text, at);
  const title = wordFor('Done', 'done', used);
  const target: Target = {
    at,
    form: 'item',
    indent: '',
    marker: '- ',
    lines: (moved) => ['', `${hashes} ${title}`, '', moved],
  };
  yield* moveTo(text, roadmap, tasks, target);
}

/** An insertion at the edge of a deletion is one edit with it. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (
      last &&
      last.span.end >= edit.span.start &&
      last.span.end > last.span.start !== edit.span.end > edit.span.start
    ) {
      result[result.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, edit.span.end) },
        newText: last.newText + edit.newText,
      };
    } else result.push(edit);
  }
  return result;
}

/** The lines of a task as an item of a list at the left margin; undefined where it is written in another form. */
export function liftTask(text: string, task: Task): string[] | undefined {
  const own = text.slice(task.markerSpan.start, task.markerSpan.end);
  const marker = /^[-*+]$/.test(own) ? own : '-';
  return movedLines(text, task, { form: 'item', indent: '', marker: `${marker} ` });
}

/** The lines of a task as they stand at a target; undefined where its form does not fit there. */
function movedLines(
  text: string,
  task: Task,
  target: Pick<Target, 'form' | 'indent' | 'marker'>,
): string[] | undefined {
  const form = formOf(text, task);
  if (form !== target.form) return undefined;
  const { start, end } = linesOf(text, task.span);
  const lines = text.slice(start, end).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  if (form !== 'item') return lines;
  const from = columnOf(text, start, task.markerSpan.start);
  const old = contentIndent(text, task).length;
  const lead = target.indent;
  const marker = target.marker.trimEnd();
  const own = text.slice(task.markerSpan.start, task.markerSpan.end);
  const rest = lines[0]!.slice(task.markerSpan.end - start);
  const width = marker.length - own.length;
  const below = lines.slice(1).map((line) => {
    const indent = /^[ \t]*/.exec(line)![0];
    if (indent.length === line.length) return line;
    const column = columnOf(indent, 0, indent.length);
    const shifted = Math.max(0, column - (column >= old ? from - width : Math.min(column, from)));
    return `${lead}${' '.repeat(shifted)}${line.slice(indent.length)}`;
  });
  return [`${lead}${marker}${rest}`, ...below];
}

/** Edits that number the items behind a change anew: `shift` for those behind `after`, one less for each task taken out. */
function renumber(
  text: string,
  roadmap: Roadmap,
  taken: readonly Task[],
  after: Task | undefined,
  shift: number,
): TextEdit[] {
  const edits: TextEdit[] = [];
  const gone = new Set(taken);
  for (const siblings of siblingLists(roadmap)) {
    if (!siblings.some((task) => gone.has(task) || task === after)) continue;
    const numbers = siblings.map((task) => numberOf(text, task));
    let change = 0;
    siblings.forEach((task, index) => {
      const number = numbers[index];
      const next = numbers[index + 1];
      const follows =
        number !== undefined && (numbers[index - 1] === undefined || number === (numbers[index - 1] ?? 0) + 1);
      if (!follows) change = 0;
      if (gone.has(task)) change -= number === undefined ? 0 : 1;
      else if (change !== 0 && number !== undefined) {
        const { start, end } = task.markerSpan;
        edits.push({ span: { start, end: end - 1 }, newText: String(number + change) });
      }
      if (task === after && next === (number ?? Number.NaN) + 1) change += shift;
    });
  }
  return edits;
}

/** How many tasks are taken from the list of a task, up to that one. */
function takenBefore(text: string, roadmap: Roadmap, taken: readonly Task[], after: Task): number {
  if (numberOf(text, after) === undefined) return 0;
  for (const siblings of siblingLists(roadmap)) {
    const place = siblings.indexOf(after);
    if (place >= 0) return siblings.slice(0, place + 1).filter((task) => taken.includes(task)).length;
  }
  return 0;
}

function numberOf(text: string, task: Task): number | undefined {
  const found = /^(\d{1,9})[.)]$/.exec(text.slice(task.markerSpan.start, task.markerSpan.end));
  return found ? Number(found[1]) : undefined;
}

function* siblingLists(roadmap: Roadmap): Generator<readonly Task[]> {
  const tasksAmong = (children: readonly (Group | Task)[]) =>
    children.filter((child): child is Task => child.kind === 'task');
  yield tasksAmong(roadmap.children);
  for (const { group } of groupsOf(roadmap)) yield tasksAmong(group.children);
  for (const task of tasksOf(roadmap)) if (task.children.length > 1) yield task.children;
}

function nextMarker(marker: string, by: number): string {
  return marker.replace(/^\d{1,9}/, (number) => String(Number(number) + by));
}

function gapBehind(text: string, { markerSpan }: Task): string {
  return /^[ \t]{1,4}/.exec(text.slice(markerSpan.end, markerSpan.end + 4))?.[0] ?? ' ';
}

function boxOf(text: string, { markerSpan }: Task): boolean {
  return /^[ \t]{1,4}(?:\[[^\]\r\n]{0,3}\]|\([ xX]\))[ \t]/.test(text.slice(markerSpan.end, markerSpan.end + 12));
}

/** A row like another one, with nothing but a title. */
function rowLike(text: string, task: Task, title: string): string {
  const line = text.slice(lineStart(text, task.titleSpan.start), lineEnd(text, task.titleSpan.start));
  const from = task.titleSpan.start - lineStart(text, task.titleSpan.start);
  let at = 0;
  return line
    .split(/(?<!\\)(\|)/)
    .map((cell, index) => {
      const start = at;
      at += cell.length;
      if (index % 2 === 1 || cell.trim() === '') return cell;
      if (from >= start && from < at) return ` ${title.replaceAll('|', '\\|')} `.padEnd(cell.length);
      return ' '.repeat(cell.length);
    })
    .join('');
}
