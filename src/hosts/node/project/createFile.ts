import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileChanged } from '../replaceFile.js';

/** Writes a new file, with the directories above it. Throws `FileChanged` where something is there by now. */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new FileChanged(path) : error;
  }
}
