import { severities, type FileProblems, type FoundProblem } from '../../model/problem.js';
import type { Roadmap } from '../../model/roadmap.js';
import { outermostGroups } from '../planForecast.js';
import type { ProblemsSummary } from './dashboard.js';
import { mostProblems } from './limits.js';
import { remembered, type Subject } from './subject.js';

type Item = ProblemsSummary['items'][number];

/** What was made of the same files the last time, by their folder and roadmap. */
const known = new WeakMap<object, { readonly inputs: readonly unknown[]; readonly value: ProblemsSummary }>();

/**
 * What is wrong in the roadmap, in the configuration and in the code of its folder; before it was checked, what its reader found.
 * What is wrong in another roadmap of the folder is told there. A check gives another list each time, of which most files are
 * the same objects: by these it is remembered.
 */
export function problemsSummary(subject: Subject): ProblemsSummary {
  const { snapshot, file, problems } = subject;
  const others = new Set(snapshot.roadmaps.map(({ uri }) => uri).filter((uri) => uri !== file.uri));
  const files = (problems ?? [asRead(file)]).filter(
    ({ uri, folder, problems: found }) => found.length > 0 && folder.uri === file.folder.uri && !others.has(uri),
  );
  const inputs = [problems === undefined, ...(problems ? files : [])];
  const before = known.get(file);
  if (before?.inputs.length === inputs.length && inputs.every((input, index) => input === before.inputs[index]))
    return before.value;
  const value = summaryOf(subject, files);
  known.set(file, { inputs, value });
  return value;
}

function summaryOf({ file, roadmap, problems }: Subject, files: readonly FileProblems[]): ProblemsSummary {
  const own = files.filter(({ uri }) => uri === file.uri);
  const items = [...own, ...files.filter((each) => !own.includes(each))].flatMap(itemsOf);
  const of = (severity: Item['severity']) => items.filter((item) => item.severity === severity);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const horizonAt = horizonsByLine(file, roadmap);
  return {
    state: problems ? 'ready' : 'loading',
    errors: errors.length,
    warnings: warnings.length,
    infos: infos.length,
    items: severities
      .flatMap(of)
      .slice(0, mostProblems)
      .map((item) => {
        const horizon = item.path === file.path ? horizonAt(item.line) : undefined;
        return horizon === undefined ? item : { ...item, horizon };
      }),
  };
}

const made = remembered<readonly Item[]>();

function itemsOf(file: FileProblems): readonly Item[] {
  return made([file], () =>
    file.problems.map(({ code, severity, message, range }) => {
      return { code, severity, message, path: file.path, line: range?.start.line ?? 0 };
    }),
  );
}

/** Tells in which horizon a line of the roadmap stands. */
function horizonsByLine({ lines }: Subject['file'], roadmap: Roadmap): (line: number) => string | undefined {
  const ranges = outermostGroups(roadmap).map(({ id, span }) => {
    return { id, start: lines.lineAt(span.start), end: lines.lineAt(Math.max(span.start, span.end - 1)) };
  });
  return (line) => ranges.find(({ start, end }) => start <= line && line <= end)?.id;
}

/** What the reader of a roadmap found, as a check gives it. */
function asRead({ uri, folder, path, lines, problems }: Subject['file']): FileProblems {
  const found = problems.map(({ code, severity, message, span }): FoundProblem => ({
    code,
    severity,
    message,
    ...(span ? { range: lines.rangeOf(span) } : {}),
  }));
  return { uri, folder, path, problems: found };
}
