import { Refused } from '../model/refused.js';

/** What is found at a path of the folder; `outside` where links lead there. */
export type FileKind = 'file' | 'folder' | 'nothing' | 'outside';

/** A path as answers write it: with `/`, and without `.` and what `..` takes back. */
export function tidyPath(path: string): string {
  const parts: string[] = [];
  const slashed = path.trim().replaceAll('\\', '/');
  for (const part of slashed.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (slashed.startsWith('/') ? '/' : '') + parts.join('/');
}

/** The same, of a path in the folder. Throws `Refused` where it is none. */
export function pathInside(path: string): string {
  const tidy = tidyPath(path);
  if (/^(?:\/|\.\.(?:\/|$)|[a-z][a-z0-9+.-]*:)/i.test(tidy))
    throw new Refused(`"${path}" leads out of this folder: name a file relative to it, as src/main.ts.`);
  if (tidy === '') throw new Refused(`"${path}" is the folder itself: leave path out to ask about all of it.`);
  return tidy;
}
