import type { CheckProblemJson } from '../../core/views/checkJson.js';

/** Problems by their files, in the order in which these first come; those of no file under `nowhere`. */
export function byPath(
  problems: readonly CheckProblemJson[],
  nowhere: string,
): ReadonlyMap<string, readonly CheckProblemJson[]> {
  const files = new Map<string, CheckProblemJson[]>();
  for (const problem of problems) {
    const path = problem.path ?? nowhere;
    const list = files.get(path);
    if (list) list.push(problem);
    else files.set(path, [problem]);
  }
  return files;
}
