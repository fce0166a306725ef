import type { ResolvedMention } from '../links/links.js';

/**
 * Whether a mention that leads nowhere may be for a task: by its prefix, or as words with hyphens where an id stands. One word alone is
 * whoever does it, or what it is about: `TODO(mark)`, `TODO(security)`.
 */
export function mayMeanTask({ resolution, form, raw }: ResolvedMention): boolean {
  if (resolution.kind === 'unknown') return true;
  if (resolution.kind !== 'none') return false;
  return (form === 'argument' || form === 'annotation') && /-/.test(raw) && /\p{L}{3}/u.test(raw);
}
