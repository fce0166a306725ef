import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { Platform } from './paths.js';

/** How a program is looked for. */
export interface ProgramSearch {
  readonly platform?: Platform;
  /** A directory that it must not lie in, links resolved: a repository must not bring the program that it is read with. */
  readonly notIn?: string;
}

/**
 * The path of a program by its name. Systems look in the current directory too, or in whatever directory a relative entry of
 * PATH leads to: there, in a repository somebody else made, may lie a program of that name. So only absolute entries count.
 */
export async function findProgram(
  name: string,
  searchPath: string,
  { platform = process.platform === 'win32' ? 'win32' : 'posix', notIn }: ProgramSearch = {},
): Promise<string | undefined> {
  const rules = platform === 'win32' ? win32 : posix;
  if (rules.isAbsolute(name)) return name;
  const forbidden = notIn === undefined ? [] : [notIn, await real(notIn)];
  const isWithin = (directory: string, path: string) =>
    path.startsWith(directory.endsWith(rules.sep) ? directory : `${directory}${rules.sep}`);
  for (const directory of searchPath.split(rules.delimiter)) {
    if (!rules.isAbsolute(directory)) continue;
    const candidate = rules.join(directory, platform === 'win32' ? `${name}.exe` : name);
    if (!(await isProgram(candidate))) continue;
    const places = forbidden.length > 0 ? [candidate, await real(candidate)] : [];
    if (!places.some((place) => forbidden.some((each) => isWithin(each, place)))) return candidate;
  }
  return undefined;
}

/** Whether there is a file that may be run. */
export async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** A path with its links resolved; itself where nothing is there. */
export async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}
