import { spawn } from 'node:child_process';
import type { AbortSignalLike } from '../../workspace/ports.js';

/** How a program is run. */
export interface ProcessOptions {
  readonly cwd: string;
  /** What it is given on its standard input; else that is empty. */
  readonly input?: Uint8Array | string;
  /** Milliseconds without any output after which it counts as hanging and is killed. */
  readonly timeout: number;
  /** Bytes of standard output after which it is killed; the default has no bound, for those who keep little of it. */
  readonly maxOutput?: number;
  readonly signal?: AbortSignalLike;
  /** Instead of collecting the output: takes it piece by piece. Where it throws, the program is killed and the run rejects. */
  readonly take?: (chunk: Buffer) => void;
  readonly env?: NodeJS.ProcessEnv;
  /** Kills with it what it has started itself, where the system has groups of processes (not on Windows). */
  readonly group?: boolean;
}

/** How it ended. A program that could not be started, was killed or failed is no throw. */
export interface ProcessResult {
  readonly end: 'exited' | 'notFound' | 'failed' | 'timeout' | 'tooMuch' | 'aborted';
  /** Where it exited by itself. */
  readonly code?: number;
  /** Empty where `take` took it. */
  readonly stdout: Buffer;
  /** The beginning of what it said on standard error. */
  readonly stderr: string;
}

const maxStderr = 4_000;

/** What is running: killed when this process ends. */
const running = new Set<{ kill(): void }>();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a program with a list of arguments, never through a shell. It is killed when it hangs, says too much or is not
 * wanted any more, and with this process.
 */
export function runProcess(program: string, args: readonly string[], options: ProcessOptions): Promise<ProcessResult> {
  const { cwd, input, timeout, maxOutput = Infinity, signal, take, env } = options;
  const group = options.group === true && process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const nothing = Buffer.alloc(0);
    if (signal?.aborted) return resolve({ end: 'aborted', stdout: nothing, stderr: '' });
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: false,
      detached: group,
      windowsHide: true,
    });
    const handle = {
      kill() {
        if (group && child.pid !== undefined) killGroup(child.pid);
        child.kill('SIGKILL');
        // What it started itself may live on and hold the pipes: that must not keep anybody waiting.
        child.stdout.destroy();
        child.stderr.destroy();
      },
    };
    running.add(handle);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let stderr = '';
    let ended: ProcessResult['end'] | undefined;
    let thrown: { readonly error: unknown } | undefined;
    const stop = (why: ProcessResult['end']) => {
      ended ??= why;
      handle.kill();
    };
    const abort = () => stop('aborted');
    let timer = setTimeout(() => stop('timeout'), timeout);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => stop('timeout'), timeout);
    };
    const finish = (result: Pick<ProcessResult, 'end' | 'code'>) => {
      clearTimeout(timer);
      running.delete(handle);
      signal?.removeEventListener('abort', abort);
      if (thrown) reject(thrown.error);
      else resolve({ ...result, stdout: take ? nothing : Buffer.concat(chunks), stderr });
    };
    signal?.addEventListener('abort', abort);
    child.stdout.on('data', (chunk: Buffer) => {
      if (ended) return;
      alive();
      bytes += chunk.length;
      if (bytes > maxOutput) return stop('tooMuch');
      if (!take) return void chunks.push(chunk);
      try {
        take(chunk);
      } catch (error) {
        thrown = { error };
        stop('failed');
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      alive();
      if (stderr.length < maxStderr) stderr = (stderr + chunk.toString('utf8')).slice(0, maxStderr);
    });
    // A program that ends before it has read everything closes the pipe: its exit says more.
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) => {
      stderr ||= error.message;
      finish({ end: ended ?? (error.code === 'ENOENT' ? 'notFound' : 'failed') });
    });
    child.on('close', (code) => {
      if (ended) finish({ end: ended });
      else if (code === null) finish({ end: 'failed' });
      else finish({ end: 'exited', code });
    });
    child.stdin.end(input ?? '');
  });
}

/** Kills all processes of a group that is led by this one; it may be gone already. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}

/** Has a controller abort when a signal does; returns what ends that. */
export function follow(signal: AbortSignalLike | undefined, controller: AbortController): () => void {
  const abort = () => controller.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  return () => signal?.removeEventListener('abort', abort);
}

/** Splits a stream at a byte, and hands on each part without it; what is left at the end is `rest()`. */
export class ByteSplitter {
  private pending: Buffer[] = [];

  constructor(
    private readonly separator: number,
    private readonly take: (part: Buffer) => void,
  ) {}

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(this.separator); at >= 0; at = chunk.indexOf(this.separator, from)) {
      const part = chunk.subarray(from, at);
      this.take(this.pending.length > 0 ? Buffer.concat([...this.pending, part]) : part);
      this.pending = [];
      from = at + 1;
    }
    if (from < chunk.length) this.pending.push(chunk.subarray(from));
  }

  rest(): Buffer {
    return Buffer.concat(this.pending);
  }
}
