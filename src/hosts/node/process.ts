import type { Log, Scheduler } from '../../workspace/ports.js';

/** Runs work in the next turn of the event loop; nothing watches files here, so late is no later. */
export const nodeScheduler: Scheduler = {
  schedule(work) {
    const timer = setTimeout(work, 0);
    return { dispose: () => clearTimeout(timer) };
  },
  scheduleLate: (work) => nodeScheduler.schedule(work),
};

/** Says nothing but errors: what a command prints is its answer. */
export const nodeLog: Log = {
  info() {},
  warn() {},
  error: (message) => void process.stderr.write(`roadmap-lens: ${message}\n`),
};
