import { severities, type Severity } from '../model/problem.js';
import { printable } from '../views/columns.js';
import type { CheckJson, CheckProblemJson } from '../views/checkJson.js';
import type { Answer } from './answer.js';
import { more } from './findTasks.js';
import { short } from './short.js';
import { page, type PageInput } from './pages.js';

/** What of the problems is asked for. */
export interface CheckInput extends PageInput {
  /** Of one file. */
  readonly path?: string;
  /** The least severity. */
  readonly severity?: Severity;
}

/** Problems as versioned JSON: entries of `roadmap-lens check --json`. Lines are 1-based. */
export interface CheckAnswerJson {
  readonly schemaVersion: 1;
  readonly problems: readonly (Pick<CheckProblemJson, 'path' | 'line' | 'severity' | 'code' | 'message'> & {
    /** Ways out; `roadmap-lens check --fix` takes the safe ones. */
    readonly fixes?: readonly string[];
  })[];
  readonly total: number;
  readonly nextCursor?: string;
}

/** Where plan, code and history disagree: a part of what `check` says. */
export function checkAnswer(
  { problems }: CheckJson,
  { path, severity = 'info', ...rest }: CheckInput,
): Answer<CheckAnswerJson> {
  const least = severities.indexOf(severity);
  const wanted = problems.filter(
    (one) => severities.indexOf(one.severity) <= least && (path === undefined || one.path === path),
  );
  const key = (one: CheckProblemJson) => [one.path, one.line, one.column, one.code, one.message].join(' ');
  const { items, total, nextCursor } = page(wanted, key, rest);
  const structured: CheckAnswerJson = {
    schemaVersion: 1,
    problems: items.map((one) => ({
      path: one.path,
      line: one.line,
      severity: one.severity,
      code: one.code,
      message: short(one.message, 600),
      ...(one.fixes.length > 0 ? { fixes: one.fixes.map(({ title }) => short(title)) } : {}),
    })),
    total,
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
  const head = total === 0 ? 'Nothing is wrong.' : `${items.length} of ${total} problems${more(nextCursor)}`;
  return { structured, text: [head, ...structured.problems.map(say)].join('\n') };
}

function say({ path, line, severity, code, message }: CheckAnswerJson['problems'][number]): string {
  const place = path === null ? '' : `${path}${line === null ? '' : `:${line}`} `;
  return printable(`${place}${severity} ${code}: ${message}`);
}
