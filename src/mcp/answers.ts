import type { Answer } from '../core/agents/answer.js';
import { outline } from '../core/agents/outline.js';
import { roadmapsAt } from '../core/agents/findTasks.js';
import type { ServerSettings } from '../core/agents/serverSettings.js';
import { runTool } from '../core/agents/runTool.js';
import { Refused } from '../core/model/refused.js';
import { tools } from '../core/agents/tools.js';
import { explain } from '../hosts/node/files.js';
import { WriteRefused } from '../hosts/node/replaceFile.js';
import { hostOf } from './host.js';
import { checkWanted, Project } from './project.js';
import type { AbortSignalLike } from '../workspace/ports.js';

export { readServerSettings } from './settings.js';

/** What answers calls; loaded with the first. */
export interface Answers {
  tool(name: string, input: unknown, signal: AbortSignalLike): Promise<Answer>;
  /** Paths of the roadmaps there are, with their titles. */
  roadmaps(signal: AbortSignalLike): Promise<readonly { readonly path: string; readonly title: string }[]>;
  /** A roadmap as text. */
  roadmap(path: string, signal: AbortSignalLike): Promise<string>;
}

/** What a server for a folder answers; writing tools are refused where it may only read. */
export function answersOf(
  folder: string,
  options: { readonly version: string; readonly readOnly: boolean; readonly settings?: ServerSettings },
) {
  const project = new Project(folder, options.version, options.settings);
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: what is asked later sees what was done before.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
  const answers: Answers = {
    tool: (name, input, signal) =>
      inTurn(() => {
        checkWanted(signal);
        if (options.readOnly && tools.some((tool) => tool.writes && tool.name === name))
          throw new Refused('This server may only read: ask the person to start it without --read-only.');
        return runTool(hostOf(project, signal), name, input);
      }),
    roadmaps: (signal) =>
      inTurn(async () => {
        const { roadmaps } = await project.snapshot([], signal);
        return roadmaps.flatMap(({ path, roadmap }) => (roadmap ? [{ path, title: roadmap.title }] : []));
      }),
    roadmap: (path, signal) => inTurn(async () => outline(roadmapsAt(await project.snapshot([], signal), path)[0]!)),
  };
  return { answers, dispose: () => project.dispose() };
}

/** What went wrong, for the agent: what it can mend as it is said, else with a word on what it is. `log` is told of defects. */
export function explainError(error: unknown, log: (message: string) => void): string {
  if (error instanceof Refused || error instanceof WriteRefused) return error.message;
  if (error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string')
    return explain(error).message;
  const message = error instanceof Error ? error.message : String(error);
  log(error instanceof Error ? (error.stack ?? message) : message);
  return `This is a defect of Roadmap Lens, not of your call: ${message}`;
}
