import type { Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { statusAt } from '../../values/status.js';
import { readInline, type Inline } from './inline.js';
import type { InheritedStatus, Reading } from './tasks.js';
import { readTitle } from './titles.js';

/** Lines of prose that are used as items: `✅ **Core done**`, `x - Moving player` beside `o - Enemies`. */

/** A letter used as a mark: `x - ` is done where `o - ` is not. */
const letter = /^([xo])\s[-–—]\s{1,3}(?=\S)/i;

/** Reads the lines of a part that are items: two at least, or one that is bold behind its mark. */
export function readMarkedLines(
  reading: Reading,
  prose: readonly Span[],
  inherited: InheritedStatus | undefined,
): Task[] {
  const marked: Task[] = [];
  const lettered: Task[] = [];
  let bold = false;
  for (const span of prose) {
    const inline = readInline(reading.source, span);
    const { read } = inline;
    const byLetter = letter.exec(reading.source.text.slice(span.start, Math.min(span.start + 10, span.end)));
    if (byLetter) {
      const mark = { start: span.start, end: span.start + 1 };
      const rest = readInline(reading.source, { start: span.start + byLetter[0].length, end: span.end });
      const status = byLetter[1]!.toLowerCase() === 'x' ? 'done' : 'todo';
      lettered.push({ ...lineTask(reading, rest, span, inherited), status, statusSource: 'own', statusSpan: mark });
    } else if (statusAt(read.text, 0, reading.grammar.marks) || /^\[[ xX]\]\s/.test(read.text)) {
      const task = lineTask(reading, inline, span, inherited);
      if (!/\p{L}/u.test(task.title)) continue;
      bold ||= inline.bold.length > 0;
      marked.push(task);
    }
  }
  return [...(lettered.length >= 2 ? lettered : []), ...(marked.length >= 2 || bold ? marked : [])].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** The paragraphs of a part: runs of lines without a blank one between them. */
export function paragraphsOf(text: string, prose: readonly Span[]): Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const line of prose) {
    const last = paragraphs[paragraphs.length - 1];
    if (last && !/\n[^\n]*\n/.test(text.slice(last.end, line.start))) last.end = line.end;
    else paragraphs.push({ ...line });
  }
  return paragraphs;
}

/** A line or paragraph as a task. */
export function lineTask(reading: Reading, inline: Inline, span: Span, inherited: InheritedStatus | undefined): Task {
  const title = readTitle(inline, reading.grammar);
  return {
    kind: 'task',
    id: title.id?.value ?? '',
    idSource: title.id ? 'explicit' : 'derived',
    ...(title.id ? { idSpan: title.id.span } : {}),
    title: title.text,
    titleSpan: title.span,
    span,
    markerSpan: { start: span.start, end: span.start },
    status: title.status ?? inherited?.status ?? 'todo',
    statusSource: title.status ? 'own' : inherited ? 'inherited' : 'default',
    ...(title.statusSpan ? { statusSpan: title.statusSpan } : {}),
    ...title.facts,
    children: [],
  };
}
