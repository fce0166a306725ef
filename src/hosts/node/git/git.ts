import { stat } from 'node:fs/promises';
import type { Disposable } from '../../../workspace/ports.js';
import { follow, runProcess, type ProcessOptions, type ProcessResult } from '../runProcess.js';
import { findGit } from './findGit.js';

/** How git is run. */
export interface GitOptions {
  /** A name that is looked for in PATH, or an absolute path. */
  readonly program: string;
  /** Where it runs: an absolute path. */
  readonly cwd: string;
  /** Milliseconds without output after which it counts as hanging. */
  readonly timeout: number;
}

/** How git ended; `noFolder` where the directory it was to run in is gone. */
export type GitResult = Omit<ProcessResult, 'end'> & { readonly end: ProcessResult['end'] | 'noFolder' };

/**
 * Runs git so that it does what it is told and nothing else: no hook nor anything that the repository's own configuration names
 * for reading is started, nothing is fetched, no lock is taken in passing, nobody is asked.
 */
export class Git implements Disposable {
  private readonly running = new Set<AbortController>();
  private disposed = false;
  private program: string | undefined;

  constructor(readonly options: GitOptions) {}

  async run(
    args: readonly string[],
    options: Pick<ProcessOptions, 'input' | 'maxOutput' | 'take' | 'signal'> = {},
  ): Promise<GitResult> {
    const nothing = { stdout: Buffer.alloc(0), stderr: '' };
    // No argument can hold it, and no name in git has it.
    if (args.some((arg) => arg.includes('\0'))) return { end: 'exited', code: 128, ...nothing };
    const controller = new AbortController();
    const release = follow(options.signal, controller);
    this.running.add(controller);
    if (this.disposed) controller.abort();
    try {
      const { cwd, timeout } = this.options;
      // One that was found is there the next time, too.
      this.program ??= await findGit(this.options.program, process.env['PATH'] ?? '');
      const { program } = this;
      if (!program) return { end: 'notFound', ...nothing };
      const env = gitEnvironment(process.env);
      const result = await runProcess(program, [...safely, ...args], {
        maxOutput: 64 * 1024 * 1024,
        ...options,
        cwd,
        timeout,
        env,
        signal: controller.signal,
      });
      // Systems tell a missing directory and a missing program alike.
      return result.end === 'notFound' && !(await isDirectory(cwd)) ? { ...result, end: 'noFolder' } : result;
    } finally {
      this.running.delete(controller);
      release();
    }
  }

  /** Ends what is running; what is run after that ends as aborted. */
  dispose(): void {
    this.disposed = true;
    for (const controller of this.running) controller.abort();
  }
}

/** Whether git did what it was asked to do. */
export function succeeded({ end, code }: GitResult): boolean {
  return end === 'exited' && code === 0;
}

/**
 * Whether a text can be given to git as one revision: no option, no range, no negation, no search, no path. What it names
 * need not exist.
 */
export function isRevision(text: string): boolean {
  return text.length > 0 && text.length <= 1_000 && /^[^-^:\s\0][^:\s\0]*$/.test(text) && !text.includes('..');
}

/** What goes before every command. */
export const safely: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.quotePath=false',
    'diff.autoRefreshIndex=false',
    'log.mailmap=false',
    'log.showSignature=false',
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * The environment without git's own variables, which lead to other repositories or start programs; two that only say how far
 * up a repository is looked for, and where git's own programs lie, stay.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = new Set(['GIT_EXEC_PATH', 'GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM']);
  const own = Object.entries(environment).filter(([name]) => {
    const upper = name.toUpperCase();
    return !upper.startsWith('GIT_') || kept.has(upper);
  });
  return {
    ...Object.fromEntries(own),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Objects that a partial clone lacks would be fetched, by programs the repository's configuration names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    // Some of its messages are recognised.
    LC_ALL: 'C',
  };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
