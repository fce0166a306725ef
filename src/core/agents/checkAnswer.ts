import { severities, type Severity } from '../model/problem.js';
import { Refused } from '../model/refused.js';
import { printable } from '../views/columns.js';
import type { CheckJson, CheckProblemJson } from '../views/checkJson.js';
import type { Answer } from './answer.js';
import { pathInside, type FileKind } from './filePath.js';
import { more } from './findTasks.js';
import { short } from './short.js';
import { page, type PageInput } from './pages.js';

/** What of the problems is asked for. */
export interface CheckInput extends PageInput {
  /** Of one file, relative to the folder. */
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

/**
 * Where plan, code and history disagree: a part of what `check` says. `kind` is what is found at the path, where that is known. Throws `Refused` where
 * the path is none that can be asked about: what was not looked at is not said to be right.
 */
export function checkAnswer(
  { problems }: CheckJson,
  { path: given, severity = 'info', ...rest }: CheckInput,
  kind?: FileKind,
): Answer<CheckAnswerJson> {
  const least = severities.indexOf(severity);
  const path = given === undefined ? undefined : pathInside(given);
  const there = problems.filter((one) => path === undefined || one.path === path);
  // A file that is gone may be what is wrong.
  if (path !== undefined && there.length === 0) checkKind(path, kind);
  const wanted = there.filter((one) => severities.indexOf(one.severity) <= least);
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
  const place = path === undefined ? '' : ` in ${printable(path)}`;
  const left = there.length - total;
  const lesser = left === 0 ? '' : `; ${left} ${left === 1 ? 'problem' : 'problems'} of less severity`;
  const none =
    left === 0 ? `Nothing is wrong${place}` : `No ${severity === 'error' ? 'errors' : 'errors or warnings'}${place}`;
  const head =
    total === 0 ? `${none}${lesser}.` : `${items.length} of ${total} problems${place}${lesser}${more(nextCursor)}`;
  return { structured, text: [head, ...structured.problems.map(say)].join('\n') };
}

function checkKind(path: string, kind: FileKind | undefined): void {
  if (kind === 'nothing')
    throw new Refused(`There is no file ${path} in this folder: name one relative to it, or leave path out.`);
  if (kind === 'folder') throw new Refused(`${path} is a folder: name one file, or leave path out.`);
  if (kind === 'outside')
    throw new Refused(`${path} leads out of this folder, and is not looked at: name a file in it.`);
}

function say({ path, line, severity, code, message }: CheckAnswerJson['problems'][number]): string {
  const place = path === null ? '' : `${path}${line === null ? '' : `:${line}`} `;
  return printable(`${place}${severity} ${code}: ${message}`);
}
