import type { Problem } from '../../../core/model/problem.js';
import type {
  AbortSignalLike,
  CommitRecord,
  Disposable,
  KnownVersions,
  Log,
  Repository,
  TakeBlob,
} from '../../../workspace/ports.js';
import { paths } from '../paths.js';
import { readAddedLines } from './addedLines.js';
import { readBlame } from './blame.js';
import { readBlobs } from './blobs.js';
import { readDefaultBranch, readState } from './branches.js';
import { CommitReader, logFormat, UnreadableLog, type Side } from './commitReader.js';
import { readFileVersions } from './fileVersions.js';
import { noSuchRevision, readBlob, readChangedFiles } from './files.js';
import { isRevision, succeeded, type Git, type GitResult } from './git.js';
import { gitProblems, unreadableOutput } from './gitProblems.js';
import { GitWatcher } from './gitWatcher.js';
import { readUncommitted, switchBranch } from './switchBranch.js';
import { readTags } from './tags.js';

/** Where the parts of a repository are: absolute paths. */
export interface GitPlaces {
  /** The root of the working tree. */
  readonly root: string;
  /** What belongs to this working tree: HEAD, the index. */
  readonly gitDirectory: string;
  /** What all working trees have in common: branches, objects. The same as above where there is one only. */
  readonly commonDirectory: string;
  /** Older commits are missing. */
  readonly shallow: boolean;
}

/** Commits that are handed on together. */
const batchSize = 256;

/** A repository that git reads, and in which it checks out branches. */
export class GitRepository implements Repository, Disposable {
  readonly root: string;
  readonly shallow: boolean;
  private readonly watcher: GitWatcher;

  constructor(
    private readonly git: Git,
    private readonly places: GitPlaces,
    readonly notes: readonly Problem[],
    private readonly log: Log,
  ) {
    this.shallow = places.shallow;
    this.root = paths.uriOf(places.root);
    this.watcher = new GitWatcher(places, log);
  }

  state() {
    return readState(this.git, this.places);
  }

  async commits(
    range: { readonly from: readonly string[]; readonly without: readonly string[] },
    take: (records: readonly CommitRecord[]) => void,
    signal: AbortSignalLike,
  ): Promise<readonly Problem[]> {
    const wrong = [...range.from, ...range.without].find((revision) => !isRevision(revision));
    if (wrong !== undefined) return [noSuchRevision(wrong)];
    // Without any revision git would take HEAD.
    if (range.from.length === 0) return [];
    let batch: CommitRecord[] = [];
    const flush = () => {
      if (batch.length === 0) return;
      const full = batch;
      batch = [];
      take(full);
    };
    // Given as input: there may be more branches than a command line can hold.
    const input = [...range.from, ...range.without.map((revision) => `^${revision}`)]
      .map((line) => `${line}\n`)
      .join('');
    const { problems } = await this.readLog(['--stdin', '--'], { input, signal }, (record) => {
      batch.push(record);
      if (batch.length >= batchSize) flush();
    });
    if (!signal.aborted) flush();
    return problems;
  }

  async difference(known: string, head: string, signal: AbortSignalLike) {
    if (!isRevision(known) || !isRevision(head)) return undefined;
    const added: CommitRecord[] = [];
    const removed: string[] = [];
    const { result, problems } = await this.readLog(
      ['--left-right', `${known}...${head}`, '--'],
      { signal },
      (record, side) => {
        if (side === 'left') removed.push(record.hash);
        else added.push(record);
      },
    );
    if (result && succeeded(result)) return { added, removed };
    for (const { message } of problems) this.log.info(`No difference between ${known} and ${head}: ${message}`);
    return undefined;
  }

  onDidChange(listener: () => void): Disposable {
    return this.watcher.onDidChange(listener);
  }

  changedFiles(hash: string) {
    return readChangedFiles(this.git, hash, this.places.commonDirectory);
  }

  fileVersions(path: string, signal: AbortSignalLike, known?: KnownVersions) {
    return readFileVersions(this.git, this.places.commonDirectory, path, signal, known);
  }

  blobs(ids: readonly string[], take: TakeBlob, signal: AbortSignalLike) {
    return readBlobs(this.git, ids, take, signal);
  }

  blob(revision: string, path: string) {
    return readBlob(this.git, revision, path);
  }

  blame(path: string, lines: readonly number[]) {
    return readBlame(this.git, path, lines);
  }

  async userEmail(): Promise<string | undefined> {
    const result = await this.git.run(['config', '--null', '--get', 'user.email']);
    return (succeeded(result) && result.stdout.toString('utf8').replace(/\0$/, '')) || undefined;
  }

  defaultBranch() {
    return readDefaultBranch(this.git);
  }

  tags() {
    return readTags(this.git, this.places.root);
  }

  addedLines(base: string) {
    return readAddedLines(this.git, base);
  }

  uncommitted() {
    return readUncommitted(this.git);
  }

  switchTo(branch: string, isNew: boolean) {
    return switchBranch(this.git, branch, isNew);
  }

  dispose(): void {
    this.watcher.dispose();
    this.git.dispose();
  }

  /** Runs `git log` over the revisions that the arguments name. */
  private async readLog(
    args: readonly string[],
    options: { readonly input?: string; readonly signal: AbortSignalLike },
    take: (record: CommitRecord, side: Side) => void,
  ): Promise<{ readonly result?: GitResult; readonly problems: readonly Problem[] }> {
    const reader = new CommitReader(take);
    try {
      const result = await this.git.run(['log', ...logFormat, ...args], {
        ...options,
        maxOutput: Infinity,
        take: (chunk) => reader.push(chunk),
      });
      if (!succeeded(result)) return { result, problems: gitProblems(result, this.places.root) };
      reader.end();
      return { result, problems: [] };
    } catch (error) {
      if (error instanceof UnreadableLog) return { problems: [unreadableOutput(this.places.root)] };
      throw error;
    }
  }
}
