import type { Severity } from '../../core/model/problem.js';
import type { CheckJson, CheckProblemJson } from '../../core/views/checkJson.js';
import { padStart, printable } from '../../core/views/columns.js';
import type { TextStyle } from '../../core/views/statusText.js';
import { byPath } from './byPath.js';

/** Problems for a person: by file, each with its place, severity and code, and at the end how many there are. */
export function text({ problems, counts }: CheckJson, style: TextStyle): string {
  const lines: string[] = [];
  for (const [path, own] of byPath(problems, '')) {
    if (path !== '') lines.push(style.bold(printable(path)));
    const places = own.map(({ line, column }) => (line === null ? '' : `${line}:${column}`));
    const width = Math.max(...places.map(({ length }) => length));
    own.forEach(({ severity, code, message, related }, index) => {
      const more = related.length > 1 ? style.dim(` +${related.length}`) : '';
      lines.push(
        `  ${style.dim(padStart(places[index]!, width))}  ${painted(severity, style)}  ${printable(message)}${more}  ${style.dim(code)}`,
      );
    });
    lines.push('');
  }
  lines.push(summary(counts, problems, style));
  return `${lines.join('\n')}\n`;
}

function painted(severity: Severity, style: TextStyle): string {
  const word = { error: 'error  ', warning: 'warning', info: 'info   ' }[severity];
  return severity === 'info' ? style.dim(word) : style.warn(severity === 'error' ? style.bold(word) : word);
}

function summary(
  { error, warning, info }: CheckJson['counts'],
  problems: readonly CheckProblemJson[],
  style: TextStyle,
): string {
  if (problems.length === 0) return style.good('Plan, code and history agree.');
  const said = [count(error, 'error'), count(warning, 'warning'), count(info, 'note')].filter((part) => part !== '');
  const fixable = problems.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  const hint = fixable > 0 ? `; ${fixable} can be fixed by --fix` : '';
  return `${said.join(', ')}${hint}`;
}

function count(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
}
