import { Cancellation } from './cancellation.js';
import type { AbortSignalLike } from './ports.js';

/**
 * Commands run one after the other, so that none disturbs what another measures, and beside everything else. Each can be ended
 * by itself.
 */
export class CommandQueue {
  private last: Promise<void> = Promise.resolve();
  /** Those that run or have their turn yet, each with what ends it. */
  private readonly running = new Map<string, Cancellation>();

  /** Has one run when those before it are done; one that is in the queue already is not taken again. `work` never throws. */
  add(id: string, work: (signal: AbortSignalLike) => Promise<void>, onEnd: () => void): void {
    if (this.running.get(id)?.aborted === false) return;
    const cancellation = new Cancellation();
    this.running.set(id, cancellation);
    this.last = this.last.then(async () => {
      if (!cancellation.aborted) await work(cancellation);
      if (this.running.get(id) === cancellation) this.running.delete(id);
      onEnd();
    });
  }

  /** Ends those that are meant, also those that have their turn yet. */
  stop(isMeant: (id: string) => boolean): void {
    for (const [id, cancellation] of this.running) if (isMeant(id)) cancellation.abort();
  }

  /** Resolves with those that are in the queue now; whether there were any. */
  async settled(): Promise<boolean> {
    if (this.running.size === 0) return false;
    await this.last;
    return true;
  }
}
