import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { planArchive, type PlannedArchive } from '../core/edits/planArchive.js';
import type { Refusal, TextEdit } from '../core/model/edit.js';
import { formatOf } from '../core/formats/index.js';
import { printable } from '../core/views/columns.js';
import { encodeLike } from '../hosts/node/encode.js';
import { paths } from '../hosts/node/paths.js';
import { replaceFile } from '../hosts/node/replaceFile.js';
import { createFile } from '../hosts/node/project/createFile.js';
import { findTarget, openTarget, type Target } from '../hosts/node/project/editRoadmap.js';
import { edit, sayLeft, sayRefused, summary, type EditOptions } from './editing.js';
import { editJson } from './editJson.js';
import { exit, type Io } from './io.js';
import { leadsOut } from '../hosts/node/project/leadsOut.js';
import { readText, readTextIfThere } from '../hosts/node/project/readText.js';
import { rewrite } from '../hosts/node/project/rewrite.js';
import { Refused } from '../core/model/refused.js';
import { unifiedDiff } from '../core/text/unifiedDiff.js';

/** `roadmap-lens archive`: done tasks go to the section for what is done, or to the file that the configuration names. */
export async function archive(options: EditOptions, io: Io): Promise<number> {
  let name: string | undefined;
  try {
    const target = await findTarget(options.roadmap, io.cwd);
    name = target.name;
    if (target.config.value.archive === undefined) return await edit(options, io, () => ({ kind: 'archive' }));
    const to = await archiveFile(target, target.config.value.archive, io);
    const planned = options.dryRun
      ? await plan(target, to)
      : await rewrite(target.path, target.name, () => write(target, to));
    report(options, io, target, to, planned);
    return exit.ok;
  } catch (error) {
    return sayRefused(error, name, options, io);
  }
}

/** Where done tasks go. */
interface ArchiveFile {
  /** As it is named in messages. */
  readonly name: string;
  readonly path: string;
}

async function archiveFile({ path, folder }: Target, configured: string, io: Io): Promise<ArchiveFile> {
  const place = join(folder, configured);
  if (place === path || formatOf(configured)?.id !== 'markdown')
    throw new Refused(`"${configured}" cannot be the archive: name another Markdown file in .roadmap/config.yaml.`);
  if (await leadsOut(folder, place))
    throw new Refused(`"${configured}" leads out of its folder: name a file inside it in .roadmap/config.yaml.`);
  return { name: paths.from(io.cwd, place), path: place };
}

interface Planned {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Absent where there is no archive yet. */
  readonly old?: { readonly bytes: Uint8Array; readonly text: string };
  readonly planned: PlannedArchive | ({ readonly ok: false } & Refusal);
}

async function plan(target: Target, to: ArchiveFile): Promise<Planned> {
  const { bytes, text } = await readText(target.path, target.name);
  const old = await readTextIfThere(to.path, to.name);
  const planned = planArchive(await openTarget(target, text), old?.text);
  return { bytes, text, planned, ...(old ? { old } : {}) };
}

/** The archive is written first: whatever happens, no task is in neither file. */
async function write(target: Target, to: ArchiveFile): Promise<Planned> {
  const result = await plan(target, to);
  const { planned, old } = result;
  if (!planned.ok) return result;
  const added = Buffer.from(planned.added);
  const archived = old ? encodeLike(old.bytes, old.text + planned.added) : added;
  if (old) await replaceFile(to.path, old.bytes, archived);
  else await createFile(to.path, added);
  try {
    await replaceFile(target.path, result.bytes, encodeLike(result.bytes, planned.roadmap.text));
  } catch (error) {
    if (old) await replaceFile(to.path, archived, old.bytes);
    else await unlink(to.path);
    throw error;
  }
  return result;
}

function report(options: EditOptions, io: Io, target: Target, to: ArchiveFile, { text, old, planned }: Planned): void {
  if (!planned.ok && planned.code !== 'unchanged') throw new Refused(planned.message);
  const dryRun = options.dryRun === true;
  const end = old?.text.length ?? 0;
  const edits: readonly TextEdit[] = planned.ok ? [{ span: { start: end, end }, newText: planned.added }] : [];
  if (options.json) {
    const json = editJson(target.name, dryRun, text, planned.ok ? { ok: true, ...planned.roadmap } : planned);
    const added = editJson(to.name, dryRun, old?.text ?? '', { ok: true, edits, inverse: [], text: '' });
    io.out(`${JSON.stringify({ ...json, archive: { path: to.name, edits: added.edits } }, null, 2)}\n`);
    return;
  }
  if (!planned.ok) {
    io.out(`${printable(planned.message)}\n`);
    return;
  }
  if (dryRun) {
    const diff = unifiedDiff(to.name, old?.text ?? '', edits);
    io.out(unifiedDiff(target.name, text, planned.roadmap.edits));
    io.out(old ? diff : diff.replace(/^--- .*/, '--- /dev/null'));
  } else io.out(`${summary(target.name, text, { ok: true, ...planned.roadmap })}\n${printable(to.name)}\n`);
  sayLeft(io, target.name, planned.roadmap.left);
}
