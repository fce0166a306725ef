import type { FileProblems } from '../core/model/problem.js';

/** What the last check has found. */
export class KnownProblems {
  private files: ReadonlyMap<string, FileProblems> = new Map();
  private list: readonly FileProblems[] | undefined;

  /** The problems of a file, if it has any. */
  of(uri: string): FileProblems | undefined {
    return this.files.get(uri);
  }

  /** All files that have problems, the same list while nothing is new; undefined until it is checked. */
  get all(): readonly FileProblems[] | undefined {
    return this.list;
  }

  /**
   * Takes what a check has found: a file of which nothing is new keeps its object. The URIs of the others, of the first check
   * also where there are none; undefined where nothing is new.
   */
  take(found: readonly FileProblems[]): ReadonlySet<string> | undefined {
    const before = this.files;
    const files = new Map(found.map((file) => [file.uri, file]));
    const uris = new Set([...before.keys(), ...files.keys()]);
    const changed = new Set([...uris].filter((uri) => before.get(uri) !== files.get(uri)));
    if (this.list && changed.size === 0) return undefined;
    this.files = files;
    this.list = [...files.values()];
    return changed;
  }
}
