import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Whether a path, links in it followed, leads out of a folder. What is not there yet counts by what it would lie in. */
export async function leadsOut(folder: string, path: string): Promise<boolean> {
  const inside = relative(await realpath(folder), await realOf(path));
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}

/** Where a file is once links are followed, as far as it is there. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realOf(dirname(path)), path.slice(dirname(path).length));
  }
}
