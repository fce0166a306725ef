import { printable } from '../core/views/columns.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import type { Io } from './io.js';

/** Prints problems with their places, one a line, on standard error. */
export function printProblems(
  problems: readonly Pick<ProblemJson, 'path' | 'line' | 'severity' | 'message'>[],
  io: Io,
): void {
  for (const { path, line, severity, message } of problems) {
    const place = `${path ?? ''}${line === null ? '' : `:${line}`}`;
    io.err(`${printable(`${place === '' ? '' : `${place}: `}${severity}: ${message}`)}\n`);
  }
}
