import type { FileProblems, FoundProblem, ProblemCode, Severity } from '../model/problem.js';
import type { Range } from '../model/span.js';

/**
 * What is wrong, as versioned JSON. Lines and columns are 1-based, columns in UTF-16 code units, ends exclusive; null where a
 * file as a whole is meant. Within a `schemaVersion` keys are added, never changed or taken away.
 */
export interface CheckJson {
  readonly schemaVersion: 1;
  readonly counts: Readonly<Record<Severity, number>>;
  /** By path, then by place. */
  readonly problems: readonly CheckProblemJson[];
}

export interface CheckProblemJson {
  /** Null where it is about no file. */
  readonly path: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
  /** Other places it is about. */
  readonly related: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  /** Ways out; the safe ones are those that `check --fix` takes. */
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  /** The hash of the commit it is about. */
  readonly commit?: string;
}

/** Makes the JSON of problems. `pathOf` says how a file is called by its URI. */
export function checkJson(
  files: readonly FileProblems[],
  pathOf: (uri: string) => string,
  others: readonly CheckProblemJson[] = [],
): CheckJson {
  const found = files
    .map(({ uri, problems }) => ({ path: pathOf(uri), problems }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .flatMap(({ path, problems }) => problems.map((problem) => problemJson(path, problem, pathOf)));
  const problems = [...others, ...found];
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return {
    schemaVersion: 1,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    problems,
  };
}

function problemJson(path: string, problem: FoundProblem, pathOf: (uri: string) => string): CheckProblemJson {
  const { severity, code, message, range, related = [], fixes = [], commit } = problem;
  return {
    path,
    ...placeJson(range),
    severity,
    code,
    message,
    related: related.map((place) => ({
      path: pathOf(place.uri),
      line: place.range.start.line + 1,
      column: place.range.start.character + 1,
      message: place.message,
    })),
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    ...(commit === undefined ? {} : { commit }),
  };
}

function placeJson(range: Range | undefined) {
  return {
    line: range ? range.start.line + 1 : null,
    column: range ? range.start.character + 1 : null,
    endLine: range ? range.end.line + 1 : null,
    endColumn: range ? range.end.character + 1 : null,
  };
}
