import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { GitHistory } from '../../src/hosts/node/git/gitHistory.js';
import { paths } from '../../src/hosts/node/paths.js';
import type { CommitRecord, Log, Repository } from '../../src/workspace/ports.js';
import { TempFolder } from './tempFolder.js';

/** An environment for git in which no configuration of this machine counts. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
}

const settings = [
  'user.name=Ada',
  'user.email=ada@example.org',
  'commit.gpgSign=false',
  'init.defaultBranch=main',
  'protocol.file.allow=always',
  'advice.detachedHead=false',
].flatMap((setting) => ['-c', setting]);

/** A git repository on disk for the tests that need one, with what the product reads of it. */
export class GitFolder {
  private readonly opened: { dispose(): void }[] = [];
  /** What was logged by the repositories that were opened. */
  readonly logged: string[] = [];
  readonly log: Log = {
    info: (message) => void this.logged.push(message),
    warn: (message) => void this.logged.push(message),
    error: (message) => void this.logged.push(message),
  };

  private constructor(
    readonly temp: TempFolder,
    /** Below the temporary folder. */
    readonly name: string,
  ) {}

  /** An empty repository in a new temporary folder. */
  static make(): GitFolder {
    const folder = new GitFolder(new TempFolder(), 'project');
    folder.temp.write('project/.keep', '');
    folder.git('init', '--quiet');
    return folder;
  }

  get path(): string {
    return join(this.temp.path, this.name);
  }

  /** Another directory in the same temporary folder. */
  beside(name: string): GitFolder {
    return new GitFolder(this.temp, name);
  }

  /** Runs git and returns what it prints. */
  git(...args: readonly string[]): string {
    return this.gitBytes(args).toString('utf8').trimEnd();
  }

  gitBytes(args: readonly string[], input: Uint8Array | string = ''): Buffer {
    return execFileSync('git', [...settings, ...args], {
      cwd: this.path,
      env: environment(),
      input,
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  write(name: string, content: string | Uint8Array): string {
    return this.temp.write(join(this.name, name), content);
  }

  /** Commits everything there is, and returns the hash. */
  commit(message: string, files: Readonly<Record<string, string>> = {}): string {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    this.git('add', '--all');
    this.gitBytes(['commit', '--quiet', '--allow-empty', '--no-verify', '--file=-'], message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Many commits at once. */
  fill(count: number, message: (index: number) => string): void {
    const commits = Array.from({ length: count }, (_, index) => {
      const text = Buffer.from(message(index));
      const head = `commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_700_000_000 + index} +0000\n`;
      return Buffer.concat([Buffer.from(`${head}data ${text.length}\n`), text, Buffer.from('\n')]);
    });
    this.gitBytes(['fast-import', '--quiet', '--force'], Buffer.concat(commits));
  }

  /** Opens the repository as the product does. */
  async open(options: { readonly program?: string; readonly timeout?: number } = {}) {
    const history = new GitHistory({ log: this.log, ...options });
    const result = await history.open({ uri: paths.uriOf(this.path), name: this.name });
    if (result.value) this.opened.push(result.value);
    return result;
  }

  /** The repository, which must be there. */
  async repository(options: { readonly program?: string; readonly timeout?: number } = {}) {
    const { value, problems } = await this.open(options);
    if (!value) throw new Error(problems.map(({ message }) => message).join('\n'));
    return value;
  }

  /** Writes a program that stands in for git. */
  fakeGit(script: string): string {
    const path = this.temp.write('fake-git', `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  dispose(): void {
    for (const repository of this.opened) repository.dispose();
    this.temp.dispose();
  }
}

/** A signal that nobody gives. */
export const noSignal = new AbortController().signal;

/** All commits of a repository that can be reached from HEAD, and what went wrong. */
export async function allCommits(
  repository: Repository,
  range: { readonly from?: readonly string[]; readonly without?: readonly string[] } = {},
) {
  const commits: CommitRecord[] = [];
  const batches: number[] = [];
  const problems = await repository.commits(
    { from: ['HEAD'], without: [], ...range },
    (records) => {
      batches.push(records.length);
      commits.push(...records);
    },
    noSignal,
  );
  return { commits, batches, problems, subjects: commits.map(({ subject }) => subject) };
}
