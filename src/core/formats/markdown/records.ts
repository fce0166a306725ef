import type { Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { onlyFacts } from '../planFacts.js';
import type { List } from './blocks.js';
import { readInline } from './inline.js';
import { readField, type Field } from './outline.js';
import { lineTask } from './paragraphItems.js';
import { takeField, type FieldFacts, type InheritedStatus, type Reading } from './tasks.js';

/** Lists of facts (see `isRecord`): below a line of their own they describe the task that line names. */

/** The fields of a list of facts. */
export function fieldsOf(reading: Reading, list: List): Field[] {
  return list.items.flatMap((item) => {
    const [first] = item.blocks;
    const field =
      first?.type === 'paragraph' ? readField(readInline(reading.source, first.lines[0]!), true) : undefined;
    return field ? [field] : [];
  });
}

/** The task named by the line right above a list of facts; none where no line stands there. */
export function recordAbove(
  reading: Reading,
  list: List,
  prose: readonly Span[],
  inherited: InheritedStatus | undefined,
): Task[] {
  const { text } = reading.source;
  const line = lineBefore(prose, list.span.start);
  if (!line || !/^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(line.end, list.span.start))) return [];
  if (/[.:：。]$/.test(text.slice(line.start, line.end))) return [];
  const facts: FieldFacts = {};
  for (const field of fieldsOf(reading, list)) takeField(reading, field, facts);
  const named = lineTask(reading, readInline(reading.source, line), line, inherited);
  if (!named.title) return [];
  const { status } = facts;
  return [
    {
      ...named,
      span: { start: line.start, end: list.span.end },
      ...(named.statusSource !== 'own' && status
        ? { status: status.value, statusSource: 'own', statusSpan: status.span }
        : {}),
      ...onlyFacts(facts),
    },
  ];
}

/** The last line that ends before an offset; the lines are in order, and there may be as many as lists below them. */
function lineBefore(lines: readonly Span[], offset: number): Span | undefined {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lines[middle]!.end <= offset) from = middle + 1;
    else to = middle;
  }
  return lines[from - 1];
}
