import { severities, type FileProblems, type FoundProblem } from '../../model/problem.js';
import type { ProblemsSummary } from './dashboard.js';
import { remembered, type Subject } from './subject.js';

/** So many are listed. */
const mostProblems = 100;

type Item = ProblemsSummary['items'][number];

const made = remembered<ProblemsSummary>();

/**
 * What is wrong in the roadmap, in the configuration and in the code of its folder; before it was checked, what its reader found.
 * What is wrong in another roadmap of the folder is told there.
 */
export function problemsSummary({ snapshot, file, problems }: Subject): ProblemsSummary {
  return made([problems ?? file, file, snapshot.roadmaps], () => {
    const others = new Set(snapshot.roadmaps.map(({ uri }) => uri).filter((uri) => uri !== file.uri));
    const files = (problems ?? [asRead(file)]).filter(
      ({ uri, folder }) => folder.uri === file.folder.uri && !others.has(uri),
    );
    const own = files.filter(({ uri }) => uri === file.uri);
    const items = [...own, ...files.filter((each) => !own.includes(each))].flatMap(({ path, problems: found }) =>
      found.map(({ code, severity, message, range }): Item => {
        return { code, severity, message, path, line: range?.start.line ?? 0 };
      }),
    );
    const of = (severity: Item['severity']) => items.filter((item) => item.severity === severity);
    const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
    return {
      errors: errors.length,
      warnings: warnings.length,
      infos: infos.length,
      items: severities.flatMap(of).slice(0, mostProblems),
    };
  });
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
