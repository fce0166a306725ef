import type { MetricResults } from '../metrics/metricResults.js';
import type { EditedDocument } from '../edits/planEdit.js';
import type { Config } from '../model/config.js';
import type { Change, EditResult, TodoChange } from '../model/edit.js';
import { Refused } from '../model/refused.js';
import type { Snapshot } from '../model/snapshot.js';
import type { PlacedTodo } from '../views/activity.js';
import type { CheckJson } from '../views/checkJson.js';
import type { Answer } from './answer.js';
import { additionAnswer, updateAnswer, type FileChange } from './changeAnswer.js';
import { wantedAddition, wantedUpdate, type AddInput, type UpdateInput } from './changes.js';
import { checkAnswer, type CheckInput } from './checkAnswer.js';
import { findTasks, roadmapsAt, taskIn, type FindInput, type ReadableFile } from './findTasks.js';
import { getTask, type GetInput } from './getTask.js';
import { pathInside, type FileKind } from './filePath.js';
import { checkInput } from './input.js';
import {
  commitLinkAnswer,
  hashPrefix,
  linkChange,
  todoAt,
  todoLinkAnswer,
  type FoundCommits,
  type LinkAnswerJson,
  type LinkInput,
} from './linking.js';
import { nextTasksAnswer } from './nextTasks.js';
import { overview } from './overview.js';
import type { PageInput } from './pages.js';
import { short } from './short.js';
import { tools } from './tools.js';
import type { ToolName } from './toolNames.js';

/** What of a snapshot is needed beside the roadmaps. */
export type Part = 'activity' | 'firstCommit';

/** What a wanted change comes to be on the text as it is: changes, or what was planned already. Throws `Refused`. */
export type WantedOf = (document: EditedDocument, config: Config) => readonly Change[] | EditResult;

/** What was planned, and made where it was to be. */
export interface MadeChange {
  /** The roadmap before. */
  readonly document: EditedDocument;
  readonly planned: EditResult;
  /** What is changed with it: the configuration, where a task loses its id. */
  readonly also?: FileChange;
}

/** What tools ask of where they run. What they are asked for is never older than the question. */
export interface AgentHost {
  /** Days since 1970. */
  readonly today: number;
  /** How branches are named. */
  readonly template: string;
  /** What is known, with `activity` of TODOs and commits, too, with `firstCommit` of when relative windows begin. */
  snapshot(...parts: readonly Part[]): Promise<Snapshot>;
  /** Where the metrics stand; no command is run. */
  metrics(snapshot: Snapshot): Promise<MetricResults | undefined>;
  /** What is found at a path of the folder; absent where that cannot be looked up. */
  kindOf?(path: string): Promise<FileKind>;
  /** Commits whose hash begins so, whatever they name; undefined where there is no history. Absent where only those that name tasks are known. */
  findCommits?(prefix: string): Promise<FoundCommits | undefined>;
  /** What is wrong. */
  problems(): Promise<CheckJson>;
  /** Plans a change on the text of a roadmap as it is, and makes it. Throws `Refused` where it cannot be made. */
  editRoadmap(snapshot: Snapshot, file: ReadableFile, wanted: WantedOf, dryRun: boolean): Promise<MadeChange>;
  /** The same with a TODO. */
  editTodo(
    todo: PlacedTodo,
    change: TodoChange,
    dryRun: boolean,
  ): Promise<{ readonly text: string; readonly result: EditResult }>;
}

/** Answers a call of a tool. Throws `Refused`, with what to do, where the arguments or the state of things do not allow it. */
export async function runTool(host: AgentHost, name: string, input: unknown): Promise<Answer> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Refused(`There is no tool "${name}": those are ${tools.map((one) => one.name).join(', ')}.`);
  const problem = checkInput(tool.input, input);
  if (problem !== undefined) throw new Refused(problem);
  try {
    return await runners[tool.name](host, input as never);
  } catch (error) {
    // What names tasks may name many, with titles of any length.
    throw error instanceof Refused ? new Refused(short(error.message, 1_500)) : error;
  }
}

const runners: Readonly<Record<ToolName, (host: AgentHost, input: never) => Promise<Answer>>> = {
  async overview(host, input: { readonly roadmap?: string }) {
    const snapshot = await host.snapshot('firstCommit');
    return overview(snapshot, await host.metrics(snapshot), input, host.today);
  },
  find_tasks: async (host, input: FindInput) => findTasks(await host.snapshot(), input),
  async get_task(host, input: GetInput) {
    const snapshot = await host.snapshot('activity');
    taskIn(snapshot, input.task, input.roadmap);
    return getTask(snapshot, await host.metrics(snapshot), input, host.template);
  },
  next_tasks: async (host, input: PageInput & { readonly roadmap?: string }) =>
    nextTasksAnswer(await host.snapshot('firstCommit'), input, host.today),
  async check(host, input: CheckInput) {
    const kind = input.path === undefined ? undefined : await host.kindOf?.(pathInside(input.path));
    return checkAnswer(await host.problems(), input, kind);
  },
  async update_task(host, input: UpdateInput) {
    const snapshot = await host.snapshot();
    const { file, task } = taskIn(snapshot, input.task, input.roadmap);
    const dryRun = input.dryRun === true;
    const wanted: WantedOf = (document, config) => wantedUpdate(document, config, task.id, input);
    const made = await host.editRoadmap(snapshot, file, wanted, dryRun);
    return updateAnswer({ snapshot, file, ...made, dryRun, template: host.template }, task.id, input);
  },
  async add_task(host, input: AddInput) {
    const snapshot = await host.snapshot();
    const file = roadmapFor(snapshot, input);
    const dryRun = input.dryRun === true;
    const made = await host.editRoadmap(
      snapshot,
      file,
      (document, config) => wantedAddition(document, config, input),
      dryRun,
    );
    return additionAnswer({ snapshot, file, ...made, dryRun });
  },
  link,
};

/** What a link asks of where it is made. */
export type LinkHost = Pick<AgentHost, 'snapshot' | 'template' | 'editTodo' | 'findCommits'>;

/** Ties a TODO or a commit to a task, for the tool and the command line. Throws `Refused`, with what to do, where it cannot. */
export async function link(host: LinkHost, input: LinkInput): Promise<Answer<LinkAnswerJson>> {
  const snapshot = await host.snapshot('activity');
  const entry = taskIn(snapshot, input.task, input.roadmap);
  const { template } = host;
  if (input.path === undefined && input.line === undefined && input.text === undefined) {
    const { commit } = input;
    const prefix = commit === undefined ? undefined : hashPrefix(commit);
    const found = prefix !== undefined && host.findCommits ? { git: await host.findCommits(prefix) } : {};
    return commitLinkAnswer(snapshot, entry, input, { ...found, template });
  }
  if (input.commit !== undefined) throw new Refused('Give a TODO or a commit, not both.');
  const todo = todoAt(snapshot, input);
  const change = linkChange(snapshot, todo, entry);
  const dryRun = input.dryRun === true;
  const planned = change && (await host.editTodo(todo, change, dryRun));
  return todoLinkAnswer(snapshot, entry, todo, planned, { dryRun, template });
}

/** The roadmap that a new task goes to: the one that is named, the only one, or the one that has the place. */
function roadmapFor(snapshot: Snapshot, { roadmap, after, under }: AddInput): ReadableFile {
  const files = roadmapsAt(snapshot, roadmap);
  const [only, ...others] = files;
  if (others.length === 0) return only!;
  const beside = after ?? under;
  if (beside !== undefined) return taskIn(snapshot, beside).file;
  throw new Refused(
    `There are several roadmaps, so say which one as roadmap: ${files.map(({ path }) => path).join(', ')}`,
  );
}
