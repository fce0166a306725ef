import type { Ignore } from 'ignore';

/** What one file of rules leaves out, of the paths below the directory it counts for. */
export interface IgnoreRules {
  /** What the last rule that fits says; undefined where none does. `path` is relative to the walked folder, with `/`. */
  judge(path: string, directory: boolean): 'ignored' | 'kept' | undefined;
  /** How many of its lines are too long or too wild to be followed. */
  readonly skipped: number;
}

/** Bounds for hostile files: each wildcard of a segment multiplies what a pattern may cost. */
const maxLines = 10_000;
const maxLength = 1_000;
const maxWildcards = 4;

/** Reads the text of a `.gitignore` (or `.git/info/exclude`) of the directory `base`; the folder itself is empty. */
export async function readIgnoreRules(base: string, text: string): Promise<IgnoreRules> {
  // Most folders hold few such files, but whoever never walks needs none of it.
  const { default: ignore } = await import('ignore');
  const lines = text.split('\n', maxLines).map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const kept = lines.filter(isBounded);
  const rules: Ignore = ignore({ ignorecase: false, allowRelativePaths: true });
  rules.add(kept);
  return {
    skipped: lines.length - kept.length,
    judge(path, directory) {
      const below = base === '' ? path : path.slice(base.length + 1);
      const { ignored, unignored } = rules.test(directory ? `${below}/` : below);
      return ignored ? 'ignored' : unignored ? 'kept' : undefined;
    },
  };
}

/** Whether a path is left out; the rules stand nearest first, and the first that says something counts. */
export function isIgnored(rules: readonly IgnoreRules[], path: string, directory: boolean): boolean {
  for (const each of rules) {
    const judged = each.judge(path, directory);
    if (judged) return judged === 'ignored';
  }
  return false;
}

function isBounded(line: string): boolean {
  if (line.length > maxLength) return false;
  let inSegment = 0;
  let doubled = 0;
  for (const segment of line.split('/')) {
    if (segment === '**') doubled++;
    inSegment = Math.max(inSegment, segment.split('*').length - 1);
  }
  return inSegment <= maxWildcards && doubled <= maxWildcards;
}
