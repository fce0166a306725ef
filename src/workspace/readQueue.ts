/** Handles what is added, so many at a time, each once. */
export class ReadQueue {
  private readonly seen = new Set<string>();
  private readonly waiting: string[] = [];
  private active = 0;
  private finished: (() => void) | undefined;

  constructor(
    private readonly limit: number,
    private readonly handle: (uri: string) => Promise<void>,
  ) {}

  add(uri: string): void {
    if (this.seen.has(uri)) return;
    this.seen.add(uri);
    this.waiting.push(uri);
    this.next();
  }

  /** Resolves when all that was added is handled. */
  async done(): Promise<void> {
    if (this.active === 0) return;
    await new Promise<void>((resolve) => (this.finished = resolve));
  }

  private next(): void {
    while (this.active < this.limit) {
      const uri = this.waiting.pop();
      if (uri === undefined) break;
      this.active++;
      void this.handle(uri).finally(() => {
        this.active--;
        this.next();
        if (this.active === 0) this.finished?.();
      });
    }
  }
}
