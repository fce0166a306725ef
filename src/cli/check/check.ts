import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Checker } from '../../core/checks/checker.js';
import { mayBeClosed } from '../../core/checks/closedByCommit.js';
import { linksOf, resolveTodos } from '../../core/links/links.js';
import type { FileProblems, Severity } from '../../core/model/problem.js';
import type { RoadmapFile, Snapshot } from '../../core/model/snapshot.js';
import { checkJson, type CheckJson, type CheckProblemJson } from '../../core/views/checkJson.js';
import { explain, NodeFiles } from '../../hosts/node/files.js';
import { GitHistory } from '../../hosts/node/git/gitHistory.js';
import { paths } from '../../hosts/node/paths.js';
import { nodeLog, nodeScheduler } from '../../hosts/node/process.js';
import { NodeSearch } from '../../hosts/node/search/nodeSearch.js';
import { Cancellation } from '../../workspace/cancellation.js';
import { readActivity, readPlanHistories } from '../../workspace/readOnce.js';
import { everyTodo } from '../everyTodo.js';
import { exit, type Io } from '../io.js';
import { judge, measure } from '../metrics.js';
import { countsFromFirstCommit, today } from '../readPlan.js';
import { Refused } from '../refused.js';
import { fixSafely } from './fixSafely.js';
import { github } from './github.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';
import { onlySince } from './since.js';
import { text } from './text.js';

export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

/** What `check` is asked for. */
export interface CheckOptions {
  readonly format?: (typeof formats)[number];
  readonly json?: boolean;
  /** The least severity that makes the check fail; `error` where nothing is said. */
  readonly failOn?: 'error' | 'warning';
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly since?: string;
}

/** `roadmap-lens check [path]`: prints where plan, code and history disagree, and makes the safe fixes where that is wanted. */
export async function check(path: string, options: CheckOptions, io: Io): Promise<number> {
  if (options.json && options.format !== undefined && options.format !== 'json')
    throw new Refused(`--json and --format ${options.format} contradict each other: give one of them.`);
  if (options.dryRun && !options.fix) throw new Refused('--dry-run says what --fix would do: give both.');
  const format = options.json ? 'json' : (options.format ?? 'text');
  const folder = await folderOf(path, io);
  let found = await find(folder, io);
  let files = await since(found, folder, options.since);
  if (options.fix) {
    const made = await fixSafely(found.snapshot, files, { dryRun: options.dryRun === true, pathOf: pathFrom(io) });
    const lines = made.flatMap(({ diff, said }) => (options.dryRun ? [diff] : said.map((line) => `${line}\n`)));
    // A report on standard output stays what it is.
    if (format === 'text') io.out(lines.join(''));
    else io.err(lines.join(''));
    if (!options.dryRun && made.some(({ changed }) => changed)) {
      found = await find(folder, io);
      files = await since(found, folder, options.since);
    }
  }
  const answer = checkJson(files, pathFrom(io), found.others);
  io.out(print(answer, format, io));
  return codeOf(answer, found, options);
}

function print(answer: CheckJson, format: (typeof formats)[number], io: Io): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(answer, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarif(answer), null, 2)}\n`;
    case 'github':
      return github(answer);
    case 'junit':
      return junit(answer);
    default:
      return text(answer, io.style);
  }
}

/** What cannot be read at all is another failure than what is wrong in it. */
function codeOf({ counts }: CheckJson, { others, snapshot }: Found, { failOn = 'error' }: CheckOptions): number {
  if (others.some(({ severity }) => severity === 'error')) return exit.input;
  if (snapshot.roadmaps.some(({ roadmap }) => !roadmap)) return exit.input;
  return counts.error > 0 || (failOn === 'warning' && counts.warning > 0) ? exit.problems : exit.ok;
}

/** What was found out about a folder. */
interface Found {
  readonly snapshot: Snapshot;
  readonly files: readonly FileProblems[];
  /** What is about no file that was read. */
  readonly others: readonly CheckProblemJson[];
}

async function folderOf(path: string, io: Io): Promise<string> {
  const place = resolve(io.cwd, path);
  try {
    if (!(await stat(place)).isDirectory())
      throw new Refused(`${path}: name the folder of the repository, not a file.`);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${path}: ${explain(error).message}`);
  }
  return place;
}

async function find(folder: string, io: Io): Promise<Found> {
  const ports = {
    files: new NodeFiles([folder]),
    scheduler: nodeScheduler,
    log: nodeLog,
    search: new NodeSearch({ log: nodeLog }),
    history: new GitHistory({ log: nodeLog }),
  };
  const read = await readActivity(ports, { files: () => [] }, { todos: everyTodo, history: { unlinked: 0 } });
  const planHistories = await readPlanHistories(ports, read, '', new Cancellation(), (file) =>
    needsHistory(read, file),
  );
  const withPlans = { ...read, planHistories };
  const measured = read.configs.some(({ config }) => config.metrics.length > 0)
    ? { ...withPlans, readings: (await measure(withPlans, false)).readings }
    : withPlans;
  const files = new Checker().check(measured, { today: today(), metrics: judge(measured).results });
  return { snapshot: measured, files, others: others(measured, pathFrom(io)) };
}

/** Whether something depends on how a roadmap came to be what it is, which takes longer to be found out than all else. */
function needsHistory(snapshot: Snapshot, file: RoadmapFile): boolean {
  const { roadmap } = file;
  if (!roadmap) return false;
  if (countsFromFirstCommit({ ...snapshot, roadmaps: [file] })) return true;
  if (mayBeClosed({ file, roadmap, links: linksOf(snapshot) })) return true;
  return [...snapshot.todos.files.values()].some((one) =>
    resolveTodos(snapshot, one).some((mentions) =>
      mentions.some(
        ({ resolution, raw, form }) => /none|unknown/.test(resolution.kind) && form !== 'tail' && /-\p{L}/u.test(raw),
      ),
    ),
  );
}

/** What could not be looked through or read, and why. */
function others(snapshot: Snapshot, pathOf: (uri: string) => string): CheckProblemJson[] {
  const nowhere = { line: null, column: null, endLine: null, endColumn: null, related: [], fixes: [] };
  const nothing: CheckProblemJson = {
    ...nowhere,
    path: null,
    severity: 'error',
    code: 'no-roadmap',
    message:
      'No roadmap was found in this folder: create ROADMAP.md there or in docs/, or name the file in .roadmap/config.yaml under roadmaps.',
  };
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
    ...(roadmaps.length === 0 ? [nothing] : []),
    ...folderProblems.flatMap(({ uri, problems }) =>
      problems.map((problem) => told(pathOf(problem.path === '' ? uri : `${uri}/${problem.path}`))(problem)),
    ),
    ...todos.scans.flatMap(({ problems }) => problems.map(told(null))),
    // A folder without a repository is checked as well as one with it.
    ...histories.flatMap(({ problems }) => problems.map((problem) => told(null)({ ...problem, severity: 'info' }))),
  ];
}

async function since({ files, snapshot }: Found, folder: string, revision: string | undefined) {
  return revision === undefined ? files : onlySince(files, snapshot, folder, revision);
}

function pathFrom({ cwd }: Io): (uri: string) => string {
  return (uri) => paths.from(cwd, paths.pathOf(uri));
}
