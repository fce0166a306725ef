import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { branchTemplate } from '../core/agents/getTask.js';
import type { AgentHost, WantedOf } from '../core/agents/runTool.js';
import type { FileKind } from '../core/agents/filePath.js';
import type { ReadableFile } from '../core/agents/findTasks.js';
import type { Snapshot } from '../core/model/snapshot.js';
import { findCommits } from '../hosts/node/git/findCommits.js';
import { editTodo } from '../hosts/node/project/editTodo.js';
import { leadsOut } from '../hosts/node/project/leadsOut.js';
import { planRoadmap, targetOf, writeRoadmap } from '../hosts/node/project/editRoadmap.js';
import { hasMetrics, measure, resultsOf } from '../hosts/node/project/measure.js';
import { today } from '../hosts/node/project/planHistories.js';
import type { AbortSignalLike } from '../workspace/ports.js';
import { checkWanted, type Project } from './project.js';

/** What the tools ask for, of a folder on disk: for one call, which may be cancelled until something is written. */
export function hostOf(project: Project, signal: AbortSignalLike): AgentHost {
  return {
    today: today(),
    template: project.settings.branch ?? branchTemplate,
    snapshot: (...parts) => project.snapshot(parts, signal),
    kindOf: (path) => kindOf(project.folder, path),
    findCommits: (prefix) => findCommits(project.folder, prefix, project.settings.git),
    problems: () => project.problems(signal),
    metrics: (snapshot) => metricsOf(project, snapshot, signal),
    editTodo: (todo, change, dryRun) =>
      editTodo(todo, change, dryRun, () => checkWanted(signal), project.settings.tags),
    editRoadmap: (snapshot, file, wanted, dryRun) => editRoadmap(project, signal, { snapshot, file, wanted, dryRun }),
  };
}

/** What is found at a path of the folder, which is never looked at where links lead out of it. */
async function kindOf(folder: string, path: string): Promise<FileKind> {
  const place = join(folder, path);
  try {
    if (await leadsOut(folder, place)) return 'outside';
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** Reads what measures the metrics, where there are any. Commands that the configuration names are never run. */
async function metricsOf({ ports }: Project, snapshot: Snapshot, signal: AbortSignalLike) {
  if (!hasMetrics(snapshot)) return undefined;
  const measured = await measure(snapshot, false, ports);
  checkWanted(signal);
  return resultsOf(measured);
}

/** Plans a change on the text as it is on disk, under its lock where it is made. A roadmap that leads out of the folder is refused. */
async function editRoadmap(
  { folder }: Project,
  signal: AbortSignalLike,
  asked: { snapshot: Snapshot; file: ReadableFile; wanted: WantedOf; dryRun: boolean },
) {
  const target = { ...targetOf(asked.snapshot, asked.file, folder), bound: true } as const;
  const run = asked.dryRun ? planRoadmap : writeRoadmap;
  const { document, planned, aliases } = await run(target, (opened, config) => {
    checkWanted(signal);
    return asked.wanted(opened, config);
  });
  const also = aliases && { path: aliases.name, text: aliases.text, edits: aliases.edits };
  return { document, planned, ...(also ? { also } : {}) };
}
