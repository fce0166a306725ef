import { cut, width } from '../core/views/columns.js';
import type { Watcher } from '../hosts/node/project/planHistories.js';

/** Says how far long work is, for a person who waits; at its end nothing is left of what was drawn. */
export type Progress = Watcher;

/** The terminal it is drawn on: standard error, so that it is never among the answers. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds: what is done sooner needs no bar, and one that is drawn more often is not read. */
const patience = 300;
const pace = 100;
const mostBars = 30;

/**
 * A bar on the last line of a terminal; undefined where there is none, or a dumb one. Colours have no part in it, so `NO_COLOR`
 * has not either. `now` is in milliseconds.
 */
export function progressBar(
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
  now: () => number = Date.now,
): Progress | undefined {
  if (terminal.isTTY !== true || env['TERM'] === 'dumb') return undefined;
  let began: number | undefined;
  let drawn: number | undefined;
  return {
    report(what, done, total) {
      const time = now();
      began ??= time;
      if (time - began < patience || (drawn !== undefined && time - drawn < pace)) return;
      drawn = time;
      terminal.write(`\r${draw(what, done, total, terminal.columns ?? 80)}\u001b[K`);
    },
    end() {
      if (drawn !== undefined) terminal.write('\r\u001b[K');
      began = drawn = undefined;
    },
  };
}

/** `reading ROADMAP.md  ■■■□□□  41 %`, one column less than there are, since a full line would move on to the next. */
function draw(what: string, done: number, total: number, columns: number): string {
  const share = total <= 0 ? 0 : Math.min(1, Math.max(0, done / total));
  const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
  const room = columns - 1 - 2 - percent.length - 2;
  const bars = Math.max(0, Math.min(mostBars, room - width(what)));
  if (bars < 5) return `${cut(what, Math.max(1, columns - 2 - percent.length))} ${percent}`;
  const filled = Math.floor(share * bars + 1e-9);
  return `${what}  ${'■'.repeat(filled)}${'□'.repeat(bars - filled)}  ${percent}`;
}
