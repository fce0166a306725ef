import { revisionOf } from '../core/agents/revision.js';
import type { RoadmapFile, Snapshot } from '../core/model/snapshot.js';
import { configOf } from '../core/model/snapshot.js';
import { criticalPath } from '../core/progress/criticalPath.js';
import { leafWeights } from '../core/progress/weights.js';
import { forecastJson, historyProblems } from '../core/views/forecastJson.js';
import { historyJson } from '../core/views/historyJson.js';
import { nextJson, whatNext } from '../core/views/nextJson.js';
import { planForecast } from '../core/views/planForecast.js';
import { forecastText, historyText, nextText, titleLine } from '../core/views/planText.js';
import type { ProblemJson } from '../core/views/statusSchema.js';
import { exit, type Io } from './io.js';
import { limitOf } from './limit.js';
import { printProblems } from './problems.js';
import { countsFromFirstCommit, today } from '../hosts/node/project/planHistories.js';
import { readPlan } from './readPlan.js';

/** What `history`, `forecast` and `next` are asked for. */
export interface PlanOptions {
  readonly json?: boolean;
  /** So many lines, where not as many as usual; JSON has all. */
  readonly limit?: string;
}

/** `roadmap-lens history [path]`: prints how roadmaps came to be what they are. */
export function history(path: string, options: PlanOptions, io: Io): Promise<number> {
  const limit = limitOf(options, 20);
  return answer(path, options, io, {
    json: historyJson,
    text: (file, snapshot) => {
      const found = snapshot.planHistories.find(({ uri }) => uri === file.uri);
      return found?.state === 'ready' ? historyText(found, limit, io.style) : undefined;
    },
    problems: historyProblems,
  });
}

/** `roadmap-lens forecast [path]`: prints when the roadmaps and their horizons will be done. */
export function forecast(path: string, options: PlanOptions, io: Io): Promise<number> {
  const day = today();
  return answer(path, options, io, {
    json: (snapshot, problems) => forecastJson(snapshot, day, problems),
    text: (file, snapshot) => {
      const found = planForecast(snapshot, file, day);
      return found && forecastText(file, found, io.style, day);
    },
    problems: historyProblems,
  });
}

/** `roadmap-lens next [path]`: prints what to do next, and why. */
export function next(path: string, options: PlanOptions, io: Io): Promise<number> {
  const day = today();
  const limit = limitOf(options, 5);
  return answer(path, options, io, {
    json: (snapshot, problems) => nextJson(snapshot, day, problems, revisionOf),
    text: (file, snapshot) => {
      const { roadmap } = file;
      const found = whatNext(snapshot, file, day);
      if (!roadmap || !found) return undefined;
      const chain = criticalPath(roadmap, leafWeights(roadmap), configOf(snapshot, file.folder).aliases);
      return nextText(found, chain.state === 'ready' ? chain : undefined, limit, io.style);
    },
    needsHistory: countsFromFirstCommit,
  });
}

/** One answer in its two forms, of which only the one that is asked for is made. */
interface Answer {
  readonly json: (snapshot: Snapshot, problems: readonly ProblemJson[]) => object;
  /** The lines below the title of a roadmap; undefined where nothing is known of it. */
  readonly text: (file: RoadmapFile, snapshot: Snapshot) => readonly string[] | undefined;
  /** What the answer itself finds wrong, as its JSON says it. */
  readonly problems?: (snapshot: Snapshot) => readonly ProblemJson[];
  readonly needsHistory?: (snapshot: Snapshot) => boolean;
}

async function answer(path: string, { json }: PlanOptions, io: Io, asked: Answer): Promise<number> {
  const { snapshot, problems } = await readPlan(path, io, asked.needsHistory);
  const all = [...problems, ...(asked.problems?.(snapshot) ?? [])];
  if (json) io.out(`${JSON.stringify(asked.json(snapshot, problems), null, 2)}\n`);
  else {
    const texts = snapshot.roadmaps.flatMap((file) => {
      const lines = asked.text(file, snapshot);
      return lines ? [[titleLine(file, io.style), ...lines]] : [];
    });
    io.out(texts.map((lines) => `${lines.join('\n')}\n`).join('\n'));
    printProblems(all, io);
  }
  return all.some(({ severity }) => severity === 'error') ? exit.input : exit.ok;
}
