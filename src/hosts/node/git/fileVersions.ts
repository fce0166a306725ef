import * as l10n from '@vscode/l10n';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plausibleTime } from '../../../core/values/day.js';
import type { Parsed, Problem } from '../../../core/model/problem.js';
import type { AbortSignalLike, FileVersion, FileVersions, KnownVersions } from '../../../workspace/ports.js';
import { ByteSplitter } from '../runProcess.js';
import { isHash } from './commitReader.js';
import { readChangedFiles } from './files.js';
import { isRevision, succeeded, type Git } from './git.js';
import { gitProblems, historyProblem, unreadableOutput } from './gitProblems.js';

/** Versions of a file that are told at most: the newest ones. */
export const maxVersions = 20_000;

/** So often it is looked at most whether a file was called something else before. */
const maxRenames = 100;

/**
 * The versions of a file: see the port.
 *
 * They are those of the branch: of every merge, only its first parent is followed (`--first-parent`), and the merge itself is
 * a version where the file is another one after it. All commits in the order of their times would mix the states of branches
 * that knew nothing of each other, so that a plan went back and forth without anybody having changed it.
 *
 * Renames are followed commit by commit: the log of one path ends where the path came into being, and what was renamed there
 * is asked of that commit alone. `git log --follow` does the same less exactly: it takes copies for renames, so that a plan
 * made from another one would have its history, and it compares whole trees on the way.
 */
export async function readFileVersions(
  git: Git,
  commonDirectory: string,
  path: string,
  signal: AbortSignalLike,
  known?: KnownVersions,
): Promise<Parsed<FileVersions | undefined>> {
  const { value: head, problems } = await readHead(git, signal);
  if (problems.length > 0) return { value: undefined, problems };
  if (head === undefined) return { value: { head, versions: [], after: false, cutOff: false }, problems };
  const search = new Search(git, commonDirectory, signal);
  if (known && isHash(known.head) && (await isOnTheWay(git, known.head, head, signal))) {
    const found = await search.from(path, head, `^${known.head}`);
    // Another file took the name: all of its history is new.
    if (found.problems.length === 0 && found.path === known.path) {
      return { value: { head, versions: found.versions.reverse(), after: true, cutOff: false }, problems: [] };
    }
  }
  const found = await search.from(path, head);
  if (signal.aborted) return { value: undefined, problems: [] };
  if (found.problems.length > 0) return { value: undefined, problems: found.problems };
  const notes: Problem[] = [];
  if (found.versions.length > maxVersions) {
    const message = l10n.t(
      '{0} was changed more often than is looked at: its history begins with the last {1} versions.',
      path,
      maxVersions,
    );
    notes.push(historyProblem('info', message));
  }
  if (found.shallow) {
    const message = l10n.t(
      'The history of {0} is cut off, as this clone is shallow: run `git fetch --unshallow`.',
      path,
    );
    notes.push(historyProblem('info', message));
  }
  const versions = found.versions.slice(0, maxVersions).reverse();
  return { value: { head, versions, after: false, cutOff: notes.length > 0 }, problems: notes };
}

/** What is checked out; undefined before the first commit. */
async function readHead(git: Git, signal: AbortSignalLike): Promise<Parsed<string | undefined>> {
  const result = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { signal });
  const hash = result.stdout.toString('latin1').trim();
  if (succeeded(result) && isHash(hash)) return { value: hash, problems: [] };
  if (result.end === 'exited' && result.code === 1) return { value: undefined, problems: [] };
  return {
    value: undefined,
    problems: succeeded(result) ? [unreadableOutput(git.options.cwd)] : gitProblems(result, git.options.cwd),
  };
}

/** Whether a commit is the other, or one of its first parents, their first parents, and so on. */
async function isOnTheWay(git: Git, known: string, head: string, signal: AbortSignalLike): Promise<boolean> {
  if (known === head) return true;
  if (!isRevision(known)) return false;
  let last = '';
  const lines = new ByteSplitter(10, (line) => (last = line.toString('latin1')));
  const result = await git.run(['rev-list', '--first-parent', '--parents', head, `^${known}`, '--'], {
    signal,
    take: (chunk) => lines.push(chunk),
    maxOutput: Infinity,
  });
  // The oldest of those that are new: `hash parent parent …`.
  return succeeded(result) && last.split(' ')[1] === known;
}

interface Found {
  /** Newest first. */
  readonly versions: FileVersion[];
  /** What the file was called at first. */
  readonly path: string;
  /** Whether the first of them is only the first one that is there. */
  readonly shallow: boolean;
  readonly problems: readonly Problem[];
}

class Search {
  private shallow: Promise<ReadonlySet<string>> | undefined;

  constructor(
    private readonly git: Git,
    private readonly commonDirectory: string,
    private readonly signal: AbortSignalLike,
  ) {}

  /** Reads one path after another, back through its renames. */
  async from(path: string, head: string, without?: string): Promise<Found> {
    const versions: FileVersion[] = [];
    let at = path;
    let tip = head;
    let renames = 0;
    for (;;) {
      const entries: Entry[] = [];
      const range = without === undefined ? [tip] : [tip, without];
      const problems = await this.log(
        at,
        range,
        maxVersions + 1 - versions.length,
        (entry) => void entries.push(entry),
      );
      if (problems.length > 0 || this.signal.aborted) return { versions, path: at, shallow: false, problems };
      let source: string | undefined;
      let taken = 0;
      for (const { version, added } of entries) {
        versions.push(version);
        taken++;
        // What has no parent, or none that is here, was made of nothing.
        if (!added || version.parents === 0 || renames >= maxRenames) continue;
        renames++;
        source = await this.nameBefore(version);
        if (source !== undefined) break;
      }
      if (source === undefined || versions.length > maxVersions) {
        const last = versions[versions.length - 1];
        const shallow = last !== undefined && (await this.cutOff()).has(last.hash);
        return { versions, path: at, shallow, problems: [] };
      }
      tip = `${entries[taken - 1]!.version.hash}~1`;
      at = source;
    }
  }

  /** What a file was called before the commit that made it. */
  private async nameBefore({ hash, path }: FileVersion): Promise<string | undefined> {
    const { value } = await readChangedFiles(this.git, hash, this.commonDirectory);
    return value.find((file) => file.status === 'renamed' && file.path === path)?.oldPath;
  }

  /** The commits whose parents a shallow clone lacks. */
  private cutOff(): Promise<ReadonlySet<string>> {
    this.shallow ??= readFile(join(this.commonDirectory, 'shallow'), 'latin1').then(
      (text) => new Set(text.split('\n')),
      () => new Set(),
    );
    return this.shallow;
  }

  private async log(
    path: string,
    range: readonly string[],
    most: number,
    take: (entry: Entry) => void,
  ): Promise<readonly Problem[]> {
    const reader = new VersionReader(path, take);
    const names = new ByteSplitter(0, (bytes) => reader.field(bytes.toString('utf8')));
    const result = await this.git.run([...versionLog, `--max-count=${most}`, ...range, '--', path], {
      signal: this.signal,
      take: (chunk) => names.push(chunk),
      maxOutput: Infinity,
    });
    if (!succeeded(result)) return gitProblems(result, this.git.options.cwd);
    return reader.readable ? [] : [unreadableOutput(this.git.options.cwd)];
  }
}

/** Every setting that would change what is told is overruled. */
const versionLog: readonly string[] = [
  '-c',
  'log.follow=false',
  '-c',
  'log.diffMerges=separate',
  'log',
  '--first-parent',
  '-m',
  '--root',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-renames',
  // No other field can be this one, so that what follows is told apart.
  '--format=tformat:%x01%x00%H%x00%P%x00%an%x00%ct%x00%s',
  '--encoding=UTF-8',
  '--no-show-signature',
  '--no-decorate',
  '--no-notes',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
];

interface Entry {
  readonly version: FileVersion;
  /** Whether the file was not there before. */
  readonly added: boolean;
}

/** Reads what `versionLog` writes, field by field: a mark, five of the commit, then `:modes ids letter` and path in turn. */
class VersionReader {
  /** Whether everything was as expected. */
  readable = true;
  private commit: string[] | undefined;
  private change: RegExpExecArray | undefined;

  constructor(
    private readonly path: string,
    private readonly take: (entry: Entry) => void,
  ) {}

  field(text: string): void {
    const { commit, change } = this;
    if (change) {
      this.change = undefined;
      // Where the path was a directory, its files are told.
      if (text === this.path && commit) this.tell(commit, change);
    } else if (commit && commit.length < 5) commit.push(text);
    else if (text === '\x01') this.commit = [];
    else if (text.trim() !== '') {
      const found = rawChange.exec(text.trimStart());
      if (found) this.change = found;
      else this.readable = false;
    }
  }

  private tell(
    [hash, parents, author, time, subject]: readonly string[],
    [, mode, blob, letter]: RegExpExecArray,
  ): void {
    if (!isHash(hash!)) {
      this.readable = false;
      return;
    }
    const version: FileVersion = {
      hash: hash!,
      parents: parents === '' ? 0 : parents!.split(' ').length,
      time: plausibleTime(Number(time)),
      author: author!,
      subject: subject!.slice(0, 500),
      path: this.path,
      // Neither what was deleted nor a link or submodule has text.
      ...(mode!.startsWith('100') ? { blob: blob! } : {}),
    };
    this.take({ version, added: letter === 'A' });
  }
}

const rawChange = /^:[0-7]{6} ([0-7]{6}) [0-9a-f]{40,64} ([0-9a-f]{40,64}) ([A-Z])\d{0,3}$/;
