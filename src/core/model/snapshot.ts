import { emptyConfig, type Config } from './config.js';
import type { FolderReadings } from './metric.js';
import type { PlanHistory } from './planHistory.js';
import type { Ignore, Problem } from './problem.js';
import type { Roadmap } from './roadmap.js';
import type { Folder } from './folder.js';
import type { LineIndex } from './span.js';
import type { FolderHistory } from './history.js';
import type { TodoFile } from './todo.js';

export type { Folder } from './folder.js';

/** What one roadmap file says. Replaced as a whole when its text or the way it is read changes, else the same object. */
export interface RoadmapFile {
  readonly uri: string;
  readonly folder: Folder;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Converts the spans of this file. */
  readonly lines: LineIndex;
  /** Absent where the file could not be read at all; its problems say why. */
  readonly roadmap?: Roadmap;
  readonly problems: readonly Problem[];
  /** Absent where nothing is silenced. */
  readonly ignores?: readonly Ignore[];
}

/** The configuration of one folder, with what is wrong in it. */
export interface ConfigFile {
  readonly uri: string;
  readonly folder: Folder;
  readonly path: string;
  readonly lines: LineIndex;
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Absent where nothing is silenced. */
  readonly ignores?: readonly Ignore[];
}

/** What kept a folder, or a directory in it, from being looked through. */
export interface FolderProblems {
  /** The folder's. */
  readonly uri: string;
  readonly folder: Folder;
  /** Never empty. */
  readonly problems: readonly DirectoryProblem[];
}

/** Why a directory could not be looked through. */
export interface DirectoryProblem extends Problem {
  /** Relative to the folder, with `/`; empty for the folder itself. */
  readonly path: string;
}

/** What is known of the TODOs of all folders. */
interface Todos {
  /** By URI. */
  readonly files: ReadonlyMap<string, TodoFile>;
  /** Another object whenever a TODO says something else, appears or goes away; the same while they only shift. */
  readonly meaning: object;
  /** Of each folder. */
  readonly scans: readonly TodoScan[];
}

/** How the TODOs of a folder were looked for. */
export interface TodoScan {
  /** The folder's. */
  readonly uri: string;
  readonly folder: Folder;
  /** `partial`: the budget was spent, or something failed, before all files were seen. */
  readonly state: 'loading' | 'complete' | 'partial';
  /** `ripgrep`, `git grep`, or `files` where each was read. */
  readonly engine: string;
  readonly problems: readonly Problem[];
}

/** Everything that is known at one moment. Immutable: a change makes a new one that shares what stayed the same. */
export interface Snapshot {
  /** Grows with every change. */
  readonly revision: number;
  /** Whether the first reading is still under way. */
  readonly loading: boolean;
  readonly folders: readonly Folder[];
  /** In the order of folders, then of paths. */
  readonly roadmaps: readonly RoadmapFile[];
  readonly configs: readonly ConfigFile[];
  /** Of the folders that could not be looked through, or not wholly. */
  readonly folderProblems: readonly FolderProblems[];
  readonly todos: Todos;
  /** Of each folder whose history was asked for. */
  readonly histories: readonly FolderHistory[];
  /** Of each roadmap whose versions were asked for. */
  readonly planHistories: readonly PlanHistory[];
  /** Of each folder that has metrics. */
  readonly readings: readonly FolderReadings[];
}

/** The configuration that counts for a folder. */
export function configOf({ configs }: Pick<Snapshot, 'configs'>, { uri }: Folder): Config {
  return configs.find(({ folder }) => folder.uri === uri)?.config ?? emptyConfig;
}

export const emptySnapshot: Snapshot = {
  revision: 0,
  loading: true,
  folders: [],
  roadmaps: [],
  configs: [],
  folderProblems: [],
  todos: { files: new Map(), meaning: {}, scans: [] },
  histories: [],
  planHistories: [],
  readings: [],
};
