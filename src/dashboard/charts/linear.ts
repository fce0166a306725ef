/** Maps one range of numbers to another, evenly; a range of one number to the middle. */
export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return from === to
    ? () => rounded((start + end) / 2)
    : (value) => rounded(start + ((value - from) / (to - from)) * (end - start));
}

/** Whole numbers from 0 to at least `most`, about as many as are asked for, in steps of 1, 2 or 5 and so many tens. */
export function wholeTicks(most: number, count: number): readonly number[] {
  const wanted = Math.max(1, most / count);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= wanted)!,
  );
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** As many digits as a screen shows, so that pages stay small. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
