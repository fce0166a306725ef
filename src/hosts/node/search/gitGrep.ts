import { join } from 'node:path';
import {
  causeOf,
  firstLines,
  listPaths,
  pathFrom,
  staysBelow,
  type Hunt,
  type Listing,
  type Outcome,
} from './engine.js';
import { gitEnvironment, safely } from '../git/git.js';
import { isRepositoryRoot } from './repositories.js';
import { gitPatterns } from './words.js';

/** Repositories within one another are followed so deep, and so many of them. */
const maxDepth = 8;
const maxRepositories = 500;

/** What git does safely, and with no rules and no output of its own but ours. */
const settings = [
  ...safely,
  ...['core.excludesFile=', 'core.untrackedCache=false', 'grep.fullName=false', 'grep.fallbackToNoIndex=false'].flatMap(
    (each) => ['-c', each],
  ),
];

/** Searches by `git grep`, in the repository that the folder lies in and those below it. */
export async function searchByGit(program: string, hunt: Hunt): Promise<Outcome> {
  const grep = new GitGrep(program, hunt);
  return grep.search(hunt.root, '', 0);
}

class GitGrep {
  private readonly env = gitEnvironment(process.env);
  private readonly patterns: Buffer;
  private repositories = 0;

  constructor(
    private readonly program: string,
    private readonly hunt: Hunt,
  ) {
    this.patterns = gitPatterns(hunt.words);
  }

  /** Searches a directory; `prefix` is its path in the folder, empty or ending in `/`. */
  async search(directory: string, prefix: string, depth: number): Promise<Outcome> {
    if (depth === 0 && (await this.isLeftOut(directory))) return { failed: 'the folder itself is ignored' };
    const leftOut = new Set<string>();
    const below: string[] = [];
    const lists: readonly [readonly string[], (path: string) => void][] = [
      // ripgrep knows no index: what the rules leave out is left out, tracked or not.
      [['ls-files', '-z', '--cached', '--ignored', '--exclude-standard'], (path) => leftOut.add(path)],
      [['ls-files', '-z', '--stage'], (entry) => below.push(...submodule(entry))],
      [['ls-files', '-z', '--others', '--exclude-standard'], (path) => below.push(...nested(path))],
    ];
    for (const [args, take] of lists) {
      const listing = await this.list(directory, args, take);
      if (!succeeded(listing)) return { failed: causeOf(listing) };
    }
    const grep = ['grep', '--files-with-matches', '-z', '--untracked', '--no-recurse-submodules', '--no-textconv'];
    const listing = await this.list(
      directory,
      [...grep, '--no-color', '--text', '--fixed-strings', '-f', '-', '--', '.'],
      (path) => {
        if (!leftOut.has(path)) this.hunt.tell(`${prefix}${path}`);
      },
      this.patterns,
    );
    if (!succeeded(listing)) return { failed: causeOf(listing) };
    const notes = firstLines(listing.result.stderr);
    for (const path of below) {
      if (leftOut.has(path) || this.hunt.signal.aborted) continue;
      notes.push(...(await this.searchBelow(join(directory, path), `${prefix}${path}/`, depth + 1)));
    }
    return { notes };
  }

  private async searchBelow(directory: string, prefix: string, depth: number): Promise<readonly string[]> {
    // Without a `.git` of its own git would search the repository around it once more.
    if (!(await isRepositoryRoot(directory))) return [];
    if (depth > maxDepth || ++this.repositories > maxRepositories) return [`${prefix}: too many repositories`];
    const outcome = await this.search(directory, prefix, depth);
    return 'failed' in outcome ? [`${prefix}: git ${outcome.failed}`] : outcome.notes;
  }

  private async isLeftOut(directory: string): Promise<boolean> {
    const { result } = await this.list(directory, ['check-ignore', '--quiet', '--', '.'], () => undefined);
    return result.end === 'exited' && result.code === 0;
  }

  private list(
    cwd: string,
    args: readonly string[],
    take: (path: string) => void,
    input: Buffer | string = '',
  ): Promise<Listing> {
    const { timeout, signal, log } = this.hunt;
    const options = { cwd, timeout, signal, input, env: this.env };
    return listPaths(this.program, [...settings, ...args], options, (part) => {
      const path = pathFrom(part, log);
      if (path === undefined) return true;
      if (!staysBelow(path.endsWith('/') ? path.slice(0, -1) : path)) return false;
      take(path);
      return true;
    });
  }
}

/** The path of a submodule in a line of `ls-files --stage`: mode, hash, stage, tab, path. */
function submodule(entry: string): string[] {
  return entry.startsWith('160000 ') ? [entry.slice(entry.indexOf('\t') + 1)] : [];
}

/** Files are listed one by one, so what ends in a slash is a repository that git does not look into. */
function nested(path: string): string[] {
  return path.endsWith('/') ? [path.slice(0, -1)] : [];
}

/** A code of 1 says that nothing was found. */
function succeeded({ result, garbage }: Listing): boolean {
  return !garbage && result.end === 'exited' && (result.code === 0 || result.code === 1);
}
