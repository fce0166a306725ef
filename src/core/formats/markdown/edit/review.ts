import type { TextEdit } from '../../../model/edit.js';
import type { Roadmap } from '../../../model/roadmap.js';
import { dateLike } from '../../../values/date.js';
import { insertLines, lineEnd, lineStart, nextLine } from '../../edit/lines.js';

/** More characters than a label has, with what stands before it: hostile lines are long. */
const longestLabel = 80;

/** The ways to say when a roadmap was last gone through: in place of the old date, or on a line of its own. */
export function* review(text: string, roadmap: Roadmap, date: string): Generator<TextEdit[]> {
  const { review: present, facts, registerSpans, titleSpan } = roadmap;
  if (present?.lastUpdated) {
    const { value, span } = present.lastUpdated;
    yield [{ span, newText: dateLike(value, date) }];
    return;
  }
  // Beside a date that stands there, and like it.
  for (const fact of [facts.generated, present?.next, present?.frequency]) {
    if (!fact) continue;
    const start = lineStart(text, fact.span.start);
    const label = text.slice(start, fact.span.start);
    if (label.length > longestLabel) continue;
    const line = label.replace(/\p{L}[\p{L} ]*(?=[^\p{L}]*$)/u, 'Last Updated');
    // Two blanks at the end of a line break it where it is shown.
    const end = /[ \t]*$/.exec(text.slice(fact.span.end, lineEnd(text, fact.span.end)))![0];
    yield [insertLines(text, nextLine(text, fact.span.end), [`${line}${date}${end}`])];
  }
  for (const place of [registerSpans.review?.start, titleSpan?.start]) {
    if (place === undefined) continue;
    const at = nextLine(text, place);
    const blank = /^[ \t]*(?:\r|\n|$)/.test(text.slice(at, at + 80));
    yield [insertLines(text, at, ['', `**Last Updated:** ${date}`, ...(blank ? [] : [''])])];
  }
  yield [insertLines(text, 0, [`**Last Updated:** ${date}`, ''])];
  yield [insertLines(text, text.length, ['', `**Last Updated:** ${date}`])];
}
