import type { Problem } from '../core/model/problem.js';

/** Why a file or directory could not be read, as every host says it. */
const messages = {
  missing: 'There is no such file or directory: check the path.',
  noPermission: 'There is no permission to read this: change its mode or owner.',
  directory: 'This is a directory: put a text file in its place, or rename it.',
  notPlain: 'This is no plain file: put a text file in its place.',
} as const;

/** The problem of a file that cannot be read for one of these reasons, or for one in the host's own words. */
export function cannotRead(reason: keyof typeof messages | { readonly message: string }): Problem {
  const message = typeof reason === 'string' ? messages[reason] : reason.message;
  return { code: 'cannot-read', severity: 'error', message };
}
