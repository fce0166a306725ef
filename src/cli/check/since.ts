import type { FileProblems, FoundProblem } from '../../core/model/problem.js';
import type { Snapshot } from '../../core/model/snapshot.js';
import { NodeFiles } from '../../hosts/node/files.js';
import { GitHistory } from '../../hosts/node/git/gitHistory.js';
import { nodeLog } from '../../hosts/node/process.js';
import { Cancellation } from '../../workspace/cancellation.js';
import type { LineRange } from '../../workspace/ports.js';
import { Refused } from '../../core/model/refused.js';

/**
 * Only what came with the work since a revision: problems in lines that were added or changed since HEAD and it went apart, and
 * those that are about a commit of that time.
 */
export async function onlySince(
  files: readonly FileProblems[],
  { folders }: Snapshot,
  folder: string,
  revision: string,
): Promise<readonly FileProblems[]> {
  const opened = await new GitHistory({ log: nodeLog }).open(folders[0]!);
  const repository = opened.value;
  if (!repository)
    throw new Refused(`--since ${revision}: ${opened.problems[0]?.message ?? 'there is no repository here.'}`);
  try {
    const { value: added, problems } = await repository.addedLines(revision);
    if (problems.length > 0) throw new Refused(`--since ${revision}: ${problems[0]!.message}`);
    const difference = await repository.difference(revision, 'HEAD', new Cancellation());
    if (!difference) throw new Refused(`--since ${revision}: what was committed since cannot be read.`);
    const commits = new Set(difference.added.map(({ hash }) => hash));
    const places = new NodeFiles([folder]);
    const root = { uri: repository.root, name: '' };
    const isNew = ({ range, commit }: FoundProblem, lines: readonly LineRange[]) =>
      (commit !== undefined && commits.has(commit)) ||
      (range !== undefined && lines.some(({ start, end }) => range.start.line < end && start <= range.end.line));
    return files.flatMap((file) => {
      const path = places.relative(root, file.uri);
      const lines = (path === undefined ? undefined : added.get(path)) ?? [];
      const own = file.problems.filter((problem) => isNew(problem, lines));
      return own.length > 0 ? [{ ...file, problems: own }] : [];
    });
  } finally {
    repository.dispose();
  }
}
