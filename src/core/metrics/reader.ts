import type { Measurement, MetricFormat, Selection } from '../model/metric.js';
import type { Parsed } from '../model/problem.js';

/**
 * Reads one format. Texts come in pieces that may end anywhere, so that a file of any size is read in bounded memory; a
 * reader that needs the whole text takes at most `maxWhole` UTF-16 code units and refuses more by a problem.
 */
export interface MetricReader {
  readonly format: MetricFormat;
  /** Whether a text is unmistakably of this format, by its path (with `/`) and its first 4,096 or so characters. */
  recognises(path: string, head: string): boolean;
  /**
   * Begins to read a text. With a selection that names a value only what it names is given; without, everything the format
   * always has (`lines`, `branches`, …), the most telling first.
   */
  start(selection: Selection): ReadingSession;
}

/** The reading of one text. */
export interface ReadingSession {
  /** Takes the next piece. After something that cannot be read it takes the rest for nothing. */
  write(piece: string): void;
  /**
   * What was measured. Never throws: what is wrong is a problem that says which line or place, and what to do. A file that
   * holds no measurement is a problem too, never an empty success.
   */
  end(): Parsed<readonly Measurement[]>;
}

/** UTF-16 code units of a text that is read as a whole. */
export const maxWhole = 20_000_000;
