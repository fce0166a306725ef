import * as l10n from '@vscode/l10n';
import type { DirectoryProblem, Folder } from '../core/model/snapshot.js';
import { isIgnored, readIgnoreRules, type IgnoreRules } from './ignoreFiles.js';
import type { AbortSignalLike, DirectoryEntry, Files } from './ports.js';

/** What is walked, and who is told. Paths are relative to the folder, with `/`. */
export interface WalkOptions {
  accepts(path: string): boolean;
  acceptsDirectory(path: string): boolean;
  /** So many accepted files are told of. */
  readonly maxFiles: number;
  readonly signal: AbortSignalLike;
  found(uri: string, path: string): void | Promise<void>;
}

/** How a walk ended. */
export interface Walked {
  /** Files that were told of. */
  readonly visited: number;
  /** False where it was aborted, or there were more than `maxFiles`. */
  readonly complete: boolean;
  readonly problems: readonly DirectoryProblem[];
}

/** Directories that are looked through at the same time. */
const width = 8;

/**
 * Tells of the files of a folder without what `.git` holds and what `.gitignore` files and `.git/info/exclude` leave out.
 * A repository within another follows its own rules alone. Directories that are links are not followed. What lies above
 * the folder cannot be seen through the port, nor can the real place of a `.git` that is a file: their rules do not
 * count. A file that is a link is told like any other, since the port does not tell it apart.
 */
export async function walk(files: Files, folder: Folder, options: WalkOptions): Promise<Walked> {
  const walker = new Walker(files, folder, options);
  return walker.run();
}

interface Directory {
  readonly uri: string;
  readonly path: string;
  /** The nearest first. */
  readonly rules: readonly IgnoreRules[];
}

class Walker {
  private visited = 0;
  private full = false;
  private readonly problems: DirectoryProblem[] = [];
  private readonly pending: Directory[];

  constructor(
    private readonly files: Files,
    private readonly folder: Folder,
    private readonly options: WalkOptions,
  ) {
    this.pending = [{ uri: folder.uri, path: '', rules: [] }];
  }

  async run(): Promise<Walked> {
    while (this.pending.length > 0 && !this.ended()) {
      // From the end, so that few directories wait at a time, however wide the tree is.
      await Promise.all(this.pending.splice(-width).map((directory) => this.visit(directory)));
    }
    return { visited: this.visited, complete: !this.ended(), problems: this.problems };
  }

  private ended(): boolean {
    return this.full || this.options.signal.aborted;
  }

  private async visit(directory: Directory): Promise<void> {
    const { value: entries, problems } = await this.files.list(directory.uri);
    for (const problem of problems) this.problems.push({ ...problem, path: directory.path });
    const rules = await this.rulesOf(directory, entries);
    // By name, so that the same are left out where there are too many.
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (this.ended()) return;
      const path = below(directory.path, entry.name);
      if (entry.name === '.git' || isIgnored(rules, path, entry.directory)) continue;
      if (entry.directory) this.enter(entry, path, rules);
      else await this.tell(entry, path);
    }
  }

  private enter({ uri }: DirectoryEntry, path: string, rules: readonly IgnoreRules[]): void {
    if (!this.options.acceptsDirectory(path)) return;
    // Rules that would leave it out, but for a nearer one, know nothing of what is in it.
    this.pending.push({ uri, path, rules: rules.filter((each) => each.judge(path, true) !== 'ignored') });
  }

  private async tell({ uri }: DirectoryEntry, path: string): Promise<void> {
    if (!this.options.accepts(path)) return;
    if (this.visited >= this.options.maxFiles) {
      this.full = true;
      return;
    }
    this.visited++;
    await this.options.found(uri, path);
  }

  /** The rules for the entries of a directory. */
  private async rulesOf(directory: Directory, entries: readonly DirectoryEntry[]): Promise<readonly IgnoreRules[]> {
    const git = entries.find(({ name }) => name === '.git');
    const rules = git ? [] : [...directory.rules];
    if (git?.directory) {
      const exclude = this.files.resolve(this.folder, below(directory.path, '.git/info/exclude'));
      await this.addRules(rules, directory.path, exclude);
    }
    const own = entries.find(({ name, directory: isDirectory }) => name === '.gitignore' && !isDirectory);
    if (own) await this.addRules(rules, directory.path, own.uri);
    return rules;
  }

  private async addRules(rules: IgnoreRules[], base: string, uri: string): Promise<void> {
    // One that is not there, or cannot be read, leaves nothing out: more is found than should be, and nothing lost.
    const { value } = await this.files.read(uri);
    if (!value) return;
    const read = await readIgnoreRules(base, value.text);
    rules.unshift(read);
    if (read.skipped === 0) return;
    const message = l10n.t(
      '{0} lines of .gitignore or .git/info/exclude have too many wildcards and are not followed: make them simpler.',
      read.skipped,
    );
    this.problems.push({ code: 'unreadable-line', severity: 'warning', message, path: base });
  }
}

function below(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
