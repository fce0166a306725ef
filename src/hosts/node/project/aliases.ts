import { unlink } from 'node:fs/promises';
import { addAliases } from '../../../core/config/addAlias.js';
import type { TextEdit } from '../../../core/model/edit.js';
import type { FormerId } from '../../../core/references/taskId.js';
import { encodeLike } from '../encode.js';
import { withLock } from '../lock.js';
import { replaceFile } from '../replaceFile.js';
import { leadsOut } from './leadsOut.js';
import { createFile } from './createFile.js';
import { readTextIfThere } from './readText.js';
import { Refused } from '../../../core/model/refused.js';

/** A file as it is named in messages, and where it is. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** What the configuration will say of former ids. */
export interface PlannedAliases {
  /** As it is named in messages. */
  readonly name: string;
  /** Its text as it is; empty where there is none yet. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** Absent where there is no file yet. */
  readonly bytes?: Uint8Array;
  readonly next: string;
}

/** Plans how former ids are recorded; undefined where the configuration says so already. Refused where it cannot be. */
export async function planAliases(
  { name, path }: NamedFile,
  folder: string,
  former: readonly FormerId[],
): Promise<PlannedAliases | undefined> {
  if (former.length === 0) return undefined;
  if (await leadsOut(folder, path)) throw new Refused(`${name} leads out of its folder: put a file in its place.`);
  const old = await readTextIfThere(path, name);
  const text = old?.text ?? '';
  const added = addAliases(text, former);
  if (!added.ok) throw new Refused(added.message);
  const { edits, text: next } = added;
  const planned: PlannedAliases = { name, text, edits, next, ...(old ? { bytes: old.bytes } : {}) };
  return edits.length > 0 ? planned : undefined;
}

/**
 * Writes the configuration with former ids in it, then does the work that makes them former; where that fails, the
 * configuration is put back. Throws `FileChanged` where somebody else has changed it since it was planned.
 */
export async function withAliases(
  { path }: NamedFile,
  planned: PlannedAliases | undefined,
  work: () => Promise<void>,
): Promise<void> {
  if (!planned) return work();
  const { bytes } = planned;
  await withLock(path, async () => {
    const written = bytes ? encodeLike(bytes, planned.next) : Buffer.from(planned.next);
    if (bytes) await replaceFile(path, bytes, written);
    else await createFile(path, written);
    try {
      await work();
    } catch (error) {
      if (bytes) await replaceFile(path, written, bytes);
      else await unlink(path);
      throw error;
    }
  });
}
