import { realpath } from 'node:fs/promises';
import { withLock } from '../lock.js';
import { FileChanged } from '../replaceFile.js';
import { Refused } from '../../../core/model/refused.js';

/** How often a file is read anew that somebody else has changed meanwhile. */
const attempts = 20;

/**
 * Runs `attempt` under the lock of a file: it reads the file, plans on the text as it is, and writes it. It runs again where it finds that
 * somebody else has written meanwhile (`FileChanged`), and throws `Refused` where that happens all the time. `name` is how the
 * file is named in messages.
 */
export async function rewrite<T>(path: string, name: string, attempt: () => Promise<T>): Promise<T> {
  return withLock(await realpath(path), async () => {
    for (let left = attempts; left > 0; left--) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof FileChanged)) throw error;
      }
    }
    throw new Refused(`${name} is being changed all the time: try again when it is not.`);
  });
}
