import { createHash } from 'node:crypto';

/** A fifth of the files, by a seed: their aggregate tells whether rules fit files that nobody has looked at. */
export function heldOut(names: readonly string[]): ReadonlySet<string> {
  const order = (name: string) => createHash('sha256').update(`roadmap-lens 2026:${name}`).digest('hex');
  const markdown = names.filter((name) => /\.(?:md|markdown)$/i.test(name));
  return new Set(markdown.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, Math.floor(names.length / 5)));
}
