import type { TextEdit } from '../../../model/edit.js';
import type { Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { formOf } from './form.js';
import { lineEnd, lineStart, linesOf } from '../../edit/lines.js';

/** The ways to take a value away: its line, its cell's text, or its characters with what sets them apart. */
export function* clearField(text: string, task: Task, value: Span): Generator<TextEdit[]> {
  if (formOf(text, task) === 'row') {
    // The cell keeps its width, so that the bars stay below each other.
    for (const span of grown(text, value)) {
      if (!text.slice(span.start, span.end).includes('|')) yield [{ span, newText: ' '.repeat(span.end - span.start) }];
    }
    return;
  }
  const start = lineStart(text, value.start);
  const ownLine = start > lineStart(text, task.titleSpan.start);
  const label =
    /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,2}[\p{L} ]{2,30}[*_]{0,2}:?[*_]{0,2}:?[ \t]*(?:@|\p{Extended_Pictographic}\ufe0f?[ \t]*)?$/u;
  if (
    ownLine &&
    label.test(text.slice(start, value.start)) &&
    text.slice(value.end, lineEnd(text, value.end)).trim() === ''
  )
    yield [{ span: linesOf(text, value), newText: '' }];
  for (const span of grown(text, value)) yield [{ span, newText: '' }];
}

/** How far what sets a value apart is looked for: hostile lines are long. */
const reach = 80;

/** The value with its label, mark, brackets and the blank before them; then with less. */
function* grown(text: string, value: Span): Generator<Span> {
  const line = text.slice(Math.max(lineStart(text, value.start), value.start - reach), value.start);
  const rest = text.slice(value.end, Math.min(lineEnd(text, value.end), value.end + reach));
  const labelled = /(?:[*_]{0,2}[\p{L} ]{2,20}:[*_]{0,2}[ \t]*)?(?:@|\p{Extended_Pictographic}\ufe0f?[ \t]*)?$/u.exec(
    line,
  )![0].length;
  const bare = /(?:@|\p{Extended_Pictographic}\ufe0f?[ \t]*)?$/u.exec(line)![0].length;
  for (const length of new Set([labelled, bare, 0])) {
    const head = line.slice(0, line.length - length);
    const open = /[ \t]*[([{][ \t]*[*_`]{0,2}$/.exec(head);
    const close = /^[*_`]{0,2}[ \t]*[)\]}]/.exec(rest);
    if (open && close) yield { start: value.start - length - open[0].length, end: value.end + close[0].length };
    const apart = /(?:[ \t]*[,;·|–—-])?[ \t]*[*_`]{0,2}$/.exec(head)![0].length;
    const emphasis = /^[*_`]{0,2}/.exec(rest)![0].length;
    yield { start: value.start - length - apart, end: value.end + emphasis };
    const behind = /^[ \t]*[,;·|][ \t]*/.exec(rest);
    if (behind) yield { start: value.start - length, end: value.end + behind[0].length };
    yield { start: value.start - length, end: value.end };
  }
}
