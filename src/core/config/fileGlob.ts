/**
 * Whether a `file` of `metrics` names several files: it has `*`, `?`, or `{a,b}`. Brackets alone are part of a name, as the
 * directories of routes are called (`app/[id]/coverage.json`).
 */
export function isFileGlob(path: string): boolean {
  return /[*?]/.test(path) || /\{[^{}]*,[^{}]*\}/.test(path);
}
