import type { Rule } from '../syntax.js';

/** A language: what its files are called, and how its comments and strings look. */
export interface Language {
  readonly name: string;
  /** Of VS Code and its common extensions. */
  readonly ids: readonly string[];
  /** Endings of file names in lower case, without the dot; `blade.php` counts before `php`. */
  readonly endings: readonly string[];
  /** Whole file names in lower case. */
  readonly files?: readonly string[];
  /** What `#!` of its scripts names, without a version. */
  readonly interpreters?: readonly string[];
  /** The first that fits counts. */
  readonly rules: readonly Rule[];
}
