import type { Disposable, Scheduler } from './ports.js';

/**
 * Runs one piece of work at a time. What is scheduled in one moment is one run, and what comes up while it runs is another
 * right after it.
 */
export class WorkLoop implements Disposable {
  private pending: Disposable | undefined;
  private running: Promise<void> | undefined;
  private ended = false;

  /** `isStale` says whether there is still something to do when a run is over. */
  constructor(
    private readonly scheduler: Scheduler,
    private readonly work: () => Promise<void>,
    private readonly isStale: () => boolean,
  ) {}

  /** Whether nobody wants what is found out any more. */
  get disposed(): boolean {
    return this.ended;
  }

  /** Runs soon, unless that is so already. */
  schedule(): void {
    if (this.ended || this.pending || this.running) return;
    this.pending = this.scheduler.schedule(() => {
      this.pending = undefined;
      void this.run();
    });
  }

  /** Runs now, or resolves with the run that is under way. */
  run(): Promise<void> {
    this.running ??= this.work().finally(() => {
      this.running = undefined;
      if (this.isStale()) this.schedule();
    });
    return this.running;
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    while (this.running ?? this.pending) {
      if (this.pending) {
        this.pending.dispose();
        this.pending = undefined;
        await this.run();
      } else await this.running;
    }
  }

  dispose(): void {
    this.ended = true;
    this.pending?.dispose();
  }
}
