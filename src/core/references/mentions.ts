/**
 * What may name a task, by its form: `RM-12`, `BACK-222.1`, `M-1.4`, `REPL-007-001`, `T012` have a number, `add-e2e-api-tests` and
 * `testing-quality/add-e2e-api-tests` are derived from titles. Whether there is such a task is for the links to say.
 */

/** Sources of regular expressions, so that each place can say what stands around an id. */
export const simpleId =
  '[A-Za-z][A-Za-z0-9_]{0,11}-\\d{1,6}(?:\\.\\d{1,4}){0,4}|[A-Z]{1,3}\\d{1,5}(?:\\.\\d{1,4}){0,3}';
/** The same with further words before the number; the longest comes first. */
export const numberedId = `[A-Za-z][A-Za-z0-9_]{0,11}(?:-[A-Za-z0-9_]{1,12}){1,3}-\\d{1,6}(?:\\.\\d{1,4}){0,4}|${simpleId}`;
/** Numbers of outlines: `1.2`, `3.1.4`. */
export const outlineId = '\\d{1,4}(?:\\.\\d{1,4}){1,4}';
/** A title in kebab-case, perhaps with that of its phase. */
const word = '[\\p{L}\\p{M}\\p{N}_]{1,60}';
export const slugId = `${word}(?:[-.]${word}){0,30}(?:/${word}(?:-${word}){0,30})?`;

const numbered = new RegExp(`^(?:${numberedId})$`);
const slugged = new RegExp(`^(?:${slugId})$`, 'u');
/** `2026-11-26`, `2026/11`, `26.11.2026`, `2026-W07`, `2026-Q1` */
const date = /^(?:\d{4}[-/.](?:\d{1,2}|W\d{1,2}|Q[1-4])(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})$/i;

/** Whether a word has the form of an id with a number. */
export function isNumberedId(text: string): boolean {
  return text.length <= 40 && numbered.test(text);
}

/** Whether a word may be an id of any form; numbers alone, issues and dates are none. */
export function mayBeId(text: string): boolean {
  if (text.length > 200 || /^[\d.]+$/.test(text) || date.test(text)) return false;
  return numbered.test(text) || slugged.test(text);
}

/** What the ids of a roadmap begin with, in upper case: `RM` of `RM-12`, `T` of `T012`; undefined for those without a number. */
export function prefixOf(id: string): string | undefined {
  return isNumberedId(id) ? /^[A-Za-z][A-Za-z0-9_-]*?(?=-?\d+(?:\.\d+)*$)/.exec(id)?.[0].toUpperCase() : undefined;
}
