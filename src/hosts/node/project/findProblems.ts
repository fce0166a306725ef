import { Checker } from '../../../core/checks/checker.js';
import { mayBeClosed } from '../../../core/checks/closedByCommit.js';
import { mayMeanTask } from '../../../core/checks/mayMeanTask.js';
import { linksOf, resolveTodos, type ResolvedMention } from '../../../core/links/links.js';
import type { FileProblems, Severity } from '../../../core/model/problem.js';
import type { RoadmapFile, Snapshot } from '../../../core/model/snapshot.js';
import type { CheckProblemJson } from '../../../core/views/checkJson.js';
import { Cancellation } from '../../../workspace/cancellation.js';
import type { AbortSignalLike, Ports } from '../../../workspace/ports.js';
import { readPlanHistories } from '../../../workspace/readOnce.js';
import { measure, resultsOf } from './measure.js';
import { countsFromFirstCommit, today } from './planHistories.js';
import { noRoadmap } from './readWork.js';

/** What was found out about a folder. */
export interface FoundProblems {
  readonly snapshot: Snapshot;
  readonly files: readonly FileProblems[];
  /** What is about no file that was read. */
  readonly others: readonly CheckProblemJson[];
}

/**
 * Finds what is wrong in what was read of a folder: its roadmaps, TODOs and commits. What else it takes, such as the history of a plan, is read.
 * `pathOf` says how a file is called by its URI.
 */
export async function findProblems(
  ports: Ports,
  read: Snapshot,
  pathOf: (uri: string) => string,
  signal: AbortSignalLike = new Cancellation(),
): Promise<FoundProblems> {
  // A TODO that leads nowhere may have led to a task of any roadmap, once.
  const leadsNowhere = someMention(read, mayMeanTask);
  const planHistories = await readPlanHistories(
    ports,
    read,
    '',
    signal,
    (file) => leadsNowhere || needsHistory(read, file),
  );
  const withPlans = { ...read, planHistories };
  const measured = read.configs.some(({ config }) => config.metrics.length > 0)
    ? { ...withPlans, readings: (await measure(withPlans, false, ports)).readings }
    : withPlans;
  const files = new Checker().check(measured, { today: today(), metrics: resultsOf(measured) });
  return { snapshot: measured, files, others: others(measured, pathOf) };
}

/** Whether something depends on how a roadmap came to be what it is, which takes longer to be found out than all else. */
function needsHistory(snapshot: Snapshot, file: RoadmapFile): boolean {
  const { roadmap } = file;
  if (!roadmap) return false;
  if (countsFromFirstCommit({ ...snapshot, roadmaps: [file] })) return true;
  return mayBeClosed({ file, roadmap, links: linksOf(snapshot) });
}

function someMention(snapshot: Snapshot, is: (mention: ResolvedMention) => boolean): boolean {
  return [...snapshot.todos.files.values()].some((file) =>
    resolveTodos(snapshot, file).some((mentions) => mentions.some(is)),
  );
}

/** What could not be looked through or read, and why. */
function others(snapshot: Snapshot, pathOf: (uri: string) => string): CheckProblemJson[] {
  const nowhere = { line: null, column: null, endLine: null, endColumn: null, related: [], fixes: [] };
  const { roadmaps, folderProblems, todos, histories } = snapshot;
  const told =
    (path: string | null) =>
    ({ severity, code, message }: { severity: Severity; code: CheckProblemJson['code']; message: string }) => ({
      ...nowhere,
      path,
      severity,
      code,
      message,
    });
  return [
    ...(roadmaps.length === 0 ? [told(null)(noRoadmap)] : []),
    ...folderProblems.flatMap(({ uri, problems }) =>
      problems.map((problem) => told(pathOf(problem.path === '' ? uri : `${uri}/${problem.path}`))(problem)),
    ),
    ...todos.scans.flatMap(({ problems }) => problems.map(told(null))),
    // A folder without a repository is checked as well as one with it.
    ...histories.flatMap(({ problems }) => problems.map((problem) => told(null)({ ...problem, severity: 'info' }))),
  ];
}
