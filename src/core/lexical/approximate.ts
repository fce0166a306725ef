import { afterBlank, block, line } from './rules.js';
import { closed, escaped } from './strings.js';
import { Syntax, type Rule } from './syntax.js';

/** Rules from comment marks alone. Quotation marks that close on their line make strings in nearly every language. */
export function approximate(lineMark?: string, blockMarks?: readonly [open: string, close: string]): Syntax {
  const rules: Rule[] = [];
  if (blockMarks?.[0] && blockMarks[1]) rules.push(block(blockMarks[0], blockMarks[1]));
  // A mark of letters is a word; one of a single character may mean something else inside one.
  if (lineMark) rules.push(line(lineMark, lineMark.length === 1 || /\w/.test(lineMark) ? { behind: afterBlank } : {}));
  for (const mark of ['"', "'"]) if (lineMark !== mark) rules.push(closed(mark, escaped));
  return new Syntax(rules);
}
