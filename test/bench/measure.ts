/** Compares a piece of work with a yardstick in one process: in turn, so that a change of the machine's speed hits both. */
export interface Comparison {
  readonly name: string;
  /** Median milliseconds of the work, and of the yardstick. */
  readonly ms: number;
  readonly yardstickMs: number;
  /** Median of the ratios of neighbouring runs. */
  readonly ratio: number;
  readonly runs: number;
}

export async function compare(
  name: string,
  work: () => unknown,
  yardstick: () => unknown,
  runs: number,
  /** Awaited before each of them, and not counted. */
  rest: () => Promise<void> = async () => undefined,
): Promise<Comparison> {
  const time = async (run: () => unknown) => {
    await rest();
    const start = process.hrtime.bigint();
    await run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  // Uncounted at first: the first runs compile, the more so the shorter they are.
  for (let i = 0; i < Math.max(2, runs - 5); i++) {
    await time(work);
    await time(yardstick);
  }
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < runs; i++) {
    mine.push(await time(work));
    theirs.push(await time(yardstick));
  }
  const ratios = mine.map((ms, i) => ms / theirs[i]!);
  return { name, ms: median(mine), yardstickMs: median(theirs), ratio: median(ratios), runs };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[sorted.length >> 1]! * 100) / 100;
}
