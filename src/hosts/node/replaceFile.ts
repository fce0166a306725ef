import * as l10n from '@vscode/l10n';
import { constants } from 'node:fs';
import { access, chmod, chown, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { isRunning } from './lock.js';

/** Why a file was not written. Nothing of it has changed. */
export class WriteRefused extends Error {}

/** The file is not any more what the new text was made from. */
export class FileChanged extends Error {}

const ending = '.roadmap-lens.tmp';

/**
 * Puts new bytes in the place of a file, whole: they are written beside it and renamed over it, so that whoever reads it,
 * and whatever happens, finds the old file or the new one. Mode and owner are kept, a link stays a link. Throws
 * `FileChanged` where the file does not hold `expected` any more, `WriteRefused` where it may not be written.
 */
export async function replaceFile(path: string, expected: Uint8Array, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const before = await stat(target);
  await checkWritable(target, before.mode);
  await removeLeftovers(target);
  const beside = join(
    dirname(target),
    `.${basename(target)}.${process.pid}.${randomBytes(4).toString('hex')}${ending}`,
  );
  let written = false;
  try {
    const file = await open(beside, 'wx', before.mode & 0o777);
    written = true;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(beside, before.mode & 0o7777);
    await keepOwner(beside, before);
    if (Buffer.compare(await readFile(target), expected) !== 0) throw new FileChanged(target);
    await rename(beside, target);
    written = false;
  } finally {
    if (written) await unlink(beside).catch(() => undefined);
  }
}

async function checkWritable(target: string, mode: number): Promise<void> {
  const writable = process.platform === 'win32' || (mode & 0o222) !== 0;
  try {
    await access(target, constants.W_OK);
    await access(dirname(target), constants.W_OK);
    if (writable) return;
  } catch {
    // Said below.
  }
  throw new WriteRefused(l10n.t('This file or its folder is read-only: make it writable.'));
}

/** The new file belongs to whom the old one does; where that is not permitted, the old one stays. */
async function keepOwner(path: string, before: { readonly uid: number; readonly gid: number }): Promise<void> {
  if (process.platform === 'win32') return;
  const now = await stat(path);
  if (now.uid === before.uid && now.gid === before.gid) return;
  try {
    await chown(path, before.uid, before.gid);
  } catch {
    throw new WriteRefused(
      l10n.t('This file belongs to somebody else, and would not any more: edit it as its owner, or in an editor.'),
    );
  }
}

/** Takes away what programs have left beside the file that were ended while they wrote. */
async function removeLeftovers(target: string): Promise<void> {
  const start = `.${basename(target)}.`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(start) || !name.endsWith(ending)) continue;
    if (isRunning(Number.parseInt(name.slice(start.length), 10))) continue;
    await unlink(join(dirname(target), name)).catch(() => undefined);
  }
}
