import * as l10n from '@vscode/l10n';
import type { Problem } from '../../../core/model/problem.js';
import type { Folder } from '../../../core/model/snapshot.js';
import type { AbortSignalLike, Log, Search, SearchQuery } from '../../../workspace/ports.js';
import { findProgram, isProgram } from '../findProgram.js';
import { findGit } from '../git/findGit.js';
import { paths } from '../paths.js';
import type { Hunt, Outcome } from './engine.js';
import { searchByGit } from './gitGrep.js';
import { isInRepository } from './repositories.js';
import { searchByRipgrep } from './ripgrep.js';
import { wordsOf } from './words.js';

/** What a `NodeSearch` may be told of this machine. */
export interface NodeSearchOptions {
  readonly log: Log;
  /** Where ripgrep may be, in the order in which it is tried, before PATH. */
  readonly ripgrep?: readonly string[];
  /** The path of git, instead of the one on PATH. */
  readonly git?: string;
  /** Milliseconds without output after which a program counts as hanging. */
  readonly timeout?: number;
  /** Whose PATH is looked through. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Searches by ripgrep, else by `git grep`. What fails is logged and the next is tried. */
export class NodeSearch implements Search {
  constructor(private readonly options: NodeSearchOptions) {}

  async find(
    folder: Folder,
    query: SearchQuery,
    found: (uri: string) => void,
    signal: AbortSignalLike,
  ): Promise<{ readonly engine: string; readonly problems: readonly Problem[] } | undefined> {
    const { log, timeout = 30_000 } = this.options;
    const root = paths.pathOf(folder.uri);
    const told = new Set<string>();
    const tell = (path: string) => {
      if (told.has(path) || signal.aborted) return;
      told.add(path);
      if (query.accepts(path)) found(paths.uriOf(paths.join(root, path)));
    };
    const hunt: Hunt = { root, words: wordsOf(query.tags), exclude: query.exclude, log, signal, timeout, tell };
    for await (const { engine, program, search } of this.engines(root)) {
      const outcome = await search(program, hunt);
      if (signal.aborted) return { engine, problems: [] };
      if (!('failed' in outcome)) return { engine, problems: outcome.notes.map(asProblem) };
      log.warn(`${program} could not search ${root}: ${outcome.failed}`);
    }
    log.info(`Nothing on this machine can search ${root}: its files are read one by one.`);
    return undefined;
  }

  /** What may search, one after another: a program is looked for when those before it have failed. */
  private async *engines(root: string): AsyncGenerator<Engine> {
    const { ripgrep = [], git: name = 'git', env = process.env } = this.options;
    const searchPath = env['PATH'] ?? env['Path'] ?? '';
    // A repository must not bring the program it is searched with.
    const outside = { notIn: root };
    for (const program of ripgrep) {
      if (await isProgram(program)) yield { engine: 'ripgrep', program, search: searchByRipgrep };
    }
    const onPath = await findProgram('rg', searchPath, outside);
    if (onPath && !ripgrep.includes(onPath)) yield { engine: 'ripgrep', program: onPath, search: searchByRipgrep };
    if (!(await isInRepository(root))) return;
    const git = await findGit(name, searchPath, outside);
    if (git) yield { engine: 'git grep', program: git, search: searchByGit };
  }
}

interface Engine {
  readonly engine: string;
  readonly program: string;
  readonly search: (program: string, hunt: Hunt) => Promise<Outcome>;
}

function asProblem(note: string): Problem {
  const message = l10n.t('A part of the folder could not be searched for TODOs ({0}): check its permissions.', note);
  return { code: 'cannot-read', severity: 'warning', message };
}
