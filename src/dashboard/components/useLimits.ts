import { useState } from 'preact/hooks';
import { mostKeptRows, useSectionOf, useView } from './view.js';

interface Limits {
  /** How many rows of a list of this section are drawn. */
  readonly limitOf: (part: string) => number;
  /** Draws a page more of it. */
  readonly raise: (part: string) => void;
}

/** How many rows of each of the section's lists are drawn: a page of so many at first, or what was kept. */
export function useLimits(page: number): Limits {
  const { kept, keep } = useView();
  const section = useSectionOf();
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const nameOf = (part: string): string => (part === '' ? section : `${section} ${part}`);
  const limitOf = (part: string): number => {
    const name = nameOf(part);
    return Math.max(page, limits[name] ?? Math.min(mostKeptRows, kept().pages[name] ?? 0));
  };
  return {
    limitOf,
    raise(part) {
      const limit = limitOf(part) + page;
      setLimits({ ...limits, [nameOf(part)]: limit });
      keep({ pages: { ...kept().pages, [nameOf(part)]: limit } });
    },
  };
}
