import type { TextEdit } from '../../../model/edit.js';
import type { Task } from '../../../model/roadmap.js';
import { SourceText } from '../../../text/sourceText.js';
import { columnKinds, type Column } from '../tables.js';
import { tableAround } from './form.js';

/** An edit that writes into a row's empty cell of a column; undefined where the table has no such column or cell. */
export function fillCell(text: string, task: Task, column: Column, value: string): TextEdit | undefined {
  const table = tableAround(text, task.titleSpan.start);
  const row = table?.rows.find(({ span }) => span.start <= task.titleSpan.start && task.titleSpan.start <= span.end);
  if (!table || !row) return undefined;
  const index = columnKinds(new SourceText(text), table).indexOf(column);
  const cell = row.cells[index];
  if (!cell || text.slice(cell.start, cell.end).trim() !== '') return undefined;
  let end = cell.end;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const written = value.replaceAll('|', '\\|');
  // The cell keeps its width where it can, so that the bars stay below each other.
  const width = Math.max(end - cell.start, written.length + 2);
  return { span: { start: cell.start, end }, newText: ` ${written}`.padEnd(width) };
}
