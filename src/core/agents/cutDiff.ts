import { short } from './short.js';

/** Lines of a diff that an agent is told, and numbers of lines. */
export const mostLines = 200;

/** A diff as an agent is told it: a task that is removed may have thousands of lines below it, and a line millions of letters. */
export function cutDiff(diff: string): string {
  const lines = diff.replace(/\n$/, '').split('\n');
  const told = lines.slice(0, mostLines).map((line) => short(line, 1_000));
  const left = lines.length - told.length;
  if (left === 0 && told.every((line, at) => line === lines[at])) return diff;
  return `${[...told, ...(left > 0 ? [`… and ${left} more lines`] : [])].join('\n')}\n`;
}
