import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { real } from '../findProgram.js';

/** Whether a directory is the root of a working tree; a link is none. */
export async function isRepositoryRoot(directory: string): Promise<boolean> {
  try {
    if (!(await lstat(directory)).isDirectory()) return false;
    await lstat(join(directory, '.git'));
    return true;
  } catch {
    return false;
  }
}

/** Whether a directory lies in a working tree. */
export async function isInRepository(directory: string): Promise<boolean> {
  for (let at = await real(directory); ; at = dirname(at)) {
    if (await isRepositoryRoot(at)) return true;
    if (dirname(at) === at) return false;
  }
}
