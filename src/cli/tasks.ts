import { findTasks } from '../core/agents/findTasks.js';
import { getTask } from '../core/agents/getTask.js';
import { guide } from '../core/agents/guide.js';
import { fieldChange } from '../core/edits/fieldChange.js';
import { emptyConfig } from '../core/model/config.js';
import type { Status } from '../core/model/roadmap.js';
import { hasMetrics, measure, resultsOf } from '../hosts/node/project/measure.js';
import { allWork, folderAt, portsOf, readWork } from '../hosts/node/project/readWork.js';
import { withPathsFrom } from '../hosts/node/project/readPlace.js';
import { exit, type Io } from './io.js';
import { limitOf } from './limit.js';
import { readPlan } from './readPlan.js';
import { printProblems } from './problems.js';

/** What `tasks` is asked for. */
export interface TasksOptions {
  readonly query?: string;
  readonly status?: string;
  readonly group?: string;
  readonly owner?: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly json?: boolean;
}

/** `roadmap-lens tasks [path]`: prints tasks that fit, as the tool `find_tasks` tells agents of them. */
export async function tasks(path: string, options: TasksOptions, io: Io): Promise<number> {
  const { snapshot, problems } = await readPlan(path, io, () => false);
  const { query, group, owner, cursor } = options;
  const status = options.status === undefined ? undefined : statusOf(options.status);
  const limit = limitOf(options, Number.MAX_SAFE_INTEGER);
  const given = { query, group, owner, cursor, status };
  const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { structured, text } = findTasks(snapshot, { ...wanted, limit });
  io.out(options.json ? `${JSON.stringify(structured, null, 2)}\n` : `${text}\n`);
  if (!options.json) printProblems(problems, io);
  return problems.some(({ severity }) => severity === 'error') ? exit.input : exit.ok;
}

/** What `task` is asked for. */
export interface TaskOptions {
  readonly roadmap?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

/** `roadmap-lens task TASK [path]`: prints one task with all that belongs to it, as the tool `get_task` tells agents of it. */
export async function task(name: string, path: string, options: TaskOptions, io: Io): Promise<number> {
  const ports = portsOf([await folderAt(path, io.cwd)]);
  const read = await readWork(ports, allWork);
  const shown = withPathsFrom(io.cwd, hasMetrics(read) ? await measure(read, false, ports) : read);
  const { structured, text } = getTask(shown, hasMetrics(shown) ? resultsOf(shown) : undefined, {
    task: name,
    ...(options.roadmap === undefined ? {} : { roadmap: options.roadmap }),
    limit: limitOf(options, Number.MAX_SAFE_INTEGER),
  });
  io.out(options.json ? `${JSON.stringify(structured, null, 2)}\n` : `${text}\n`);
  return exit.ok;
}

/** `roadmap-lens agents`: prints what to put into AGENTS.md. */
export function agents(io: Io): number {
  io.out(guide);
  return exit.ok;
}

function statusOf(word: string): Status {
  const change = fieldChange('status', word, emptyConfig);
  return change.value as Status;
}
