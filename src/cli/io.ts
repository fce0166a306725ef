import { styleText } from 'node:util';
import type { TextStyle } from '../core/views/statusText.js';
import { progressBar, type Progress } from './progressBar.js';

/** What a command may touch: two streams, the current directory, how to draw, and where to say how far it is. Tests pass their own. */
export interface Io {
  readonly cwd: string;
  readonly style: TextStyle;
  /** Absent where nobody watches. */
  readonly progress?: Progress | undefined;
  /** Runs the server for agents, which is a bundle of its own. */
  readonly mcp?: (
    args: readonly string[],
    streams: { readonly out: (text: string) => void; readonly err: (text: string) => void },
  ) => Promise<number>;
  out(text: string): void;
  err(text: string): void;
}

/** Exit codes of every command. */
export const exit = {
  ok: 0,
  /** A defect of this program. */
  internal: 1,
  /** Wrong arguments, or input that could not be read. */
  input: 2,
  /** `check` has found problems that it is to fail on. */
  problems: 3,
} as const;

const plain = (text: string) => text;

/** Draws in colour on a terminal only, unless `NO_COLOR` (https://no-color.org) or `TERM=dumb` says not to. */
export function styleFor(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: NodeJS.ProcessEnv,
): TextStyle {
  const colour = stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const paint = (format: Parameters<typeof styleText>[0]) =>
    colour ? (text: string) => (text ? styleText(format, text, { validateStream: false }) : '') : plain;
  return {
    columns: Math.max(40, stream.columns ?? 100),
    bold: paint('bold'),
    dim: paint('dim'),
    good: paint('green'),
    warn: paint('yellow'),
  };
}

/** The streams and environment of this process. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough (`| head`) is no error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(exit.ok);
      if (stream === process.stdout)
        process.stderr.write(`roadmap-lens: the output could not be written (${error.code ?? error.message})\n`);
      process.exit(exit.internal);
    });
  }
  return {
    cwd: process.cwd(),
    style: styleFor(process.stdout, process.env),
    progress: progressBar(process.stderr, process.env),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
