import { join } from 'node:path';
import type { Config } from '../../../core/model/config.js';
import type { Change, EditResult, Wish } from '../../../core/model/edit.js';
import { Refused } from '../../../core/model/refused.js';
import { configOf, type RoadmapFile, type Snapshot } from '../../../core/model/snapshot.js';
import { changesIds } from '../../../core/edits/formerIds.js';
import { planEdits } from '../../../core/edits/planEdits.js';
import { planWish } from '../../../core/edits/planWish.js';
import type { EditedDocument } from '../../../core/edits/planEdit.js';
import { formerIdsOf, openForEdit } from '../../../workspace/editing.js';
import { encodeLike } from '../encode.js';
import { paths } from '../paths.js';
import { replaceFile } from '../replaceFile.js';
import { planAliases, withAliases, type NamedFile, type PlannedAliases } from './aliases.js';
import { leadsOut } from './leadsOut.js';
import { readPlace } from './readPlace.js';
import { readText } from './readText.js';
import { rewrite } from './rewrite.js';

/** What is wanted of a roadmap as it stands: changes, a wish, or what was planned already. */
export type Wanted = (document: EditedDocument, config: Config) => readonly Change[] | Wish | EditResult;

/** The roadmap that is edited, with the configuration that counts for it. */
export interface Target {
  /** As it is named in messages. */
  readonly name: string;
  readonly path: string;
  readonly config: {
    readonly value: Config;
    /** Where it stands, or would. */
    readonly file: NamedFile;
  };
  /** That of the folder it belongs to. */
  readonly folder: string;
  /** The file must lie in that folder once links are followed: nobody has named it by its path. */
  readonly bound?: true;
}

/** What a change comes to: made, or as it would be. */
export interface PlannedRoadmap {
  /** The text the edits are made for. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The roadmap that the text says. */
  readonly document: EditedDocument;
  readonly planned: EditResult;
  /** What is recorded of ids that tasks lose by it. */
  readonly aliases?: PlannedAliases;
}

/** Plans what is wanted on the text as it is on disk. */
export async function planRoadmap(target: Target, wanted: Wanted): Promise<PlannedRoadmap> {
  if (target.bound && (await leadsOut(target.folder, target.path)))
    throw new Refused(`${target.name} leads out of its folder: put the file itself there.`);
  const { bytes, text } = await readText(target.path, target.name);
  const document = await openTarget(target, text);
  const changes = wanted(document, target.config.value);
  if ('ok' in changes) return { text, bytes, document, planned: changes };
  if ('kind' in changes) return { text, bytes, document, planned: planWish(document, changes) };
  const planned = planEdits(document, changes);
  if (!planned.ok || !changesIds(changes)) return { text, bytes, document, planned };
  const former = formerIdsOf(document, planned.text, changes);
  const aliases = await planAliases(target.config.file, target.folder, former);
  return { text, bytes, document, planned, ...(aliases ? { aliases } : {}) };
}

/** The roadmap as it is read from its text, with what edits it. */
export function openTarget({ name, config }: Target, text: string): Promise<EditedDocument> {
  return openForEdit(name, { text }, config.value, true);
}

/**
 * Makes what is wanted under the lock of the file: planned on its text as it is, and again where somebody else was quicker. Throws `Refused`
 * or `WriteRefused` where it cannot be made.
 */
export function writeRoadmap(target: Target, wanted: Wanted): Promise<PlannedRoadmap> {
  return rewrite(target.path, target.name, async () => {
    const result = await planRoadmap(target, wanted);
    const { planned, bytes, aliases } = result;
    if (planned.ok)
      await withAliases(target.config.file, aliases, () =>
        replaceFile(target.path, bytes, encodeLike(bytes, planned.text)),
      );
    return result;
  });
}

/** The only roadmap of a directory, or the one that is named. Throws `Refused` where there is none, or several. */
export async function findTarget(roadmap: string | undefined, cwd: string): Promise<Target> {
  const { snapshot, problems } = await readPlace(roadmap ?? '.', cwd);
  if (!snapshot) throw new Refused(problems[0]!.message);
  const files = snapshot.roadmaps.filter((file) => file.roadmap);
  const [only, ...others] = files;
  if (!only) {
    const message = [...problems, ...snapshot.roadmaps.flatMap((file) => file.problems)][0]?.message;
    throw new Refused(message ?? 'No roadmap was found: name one by --roadmap.');
  }
  if (others.length > 0) {
    const names = files.map(({ uri }) => paths.from(cwd, paths.pathOf(uri)));
    throw new Refused(`There are several roadmaps here, so name one by --roadmap: ${names.join(', ')}`);
  }
  return targetOf(snapshot, only, cwd);
}

/** A roadmap that was read, as it is edited; it and its configuration are named as they can be opened from a directory. */
export function targetOf(snapshot: Snapshot, file: RoadmapFile, cwd: string): Target {
  const path = paths.pathOf(file.uri);
  const folder = paths.pathOf(file.folder.uri);
  const known = snapshot.configs.find((config) => config.folder.uri === file.folder.uri);
  const place = known ? paths.pathOf(known.uri) : join(folder, '.roadmap', 'config.yaml');
  return {
    name: paths.from(cwd, path),
    path,
    config: { value: configOf(snapshot, file.folder), file: { name: paths.from(cwd, place), path: place } },
    folder,
  };
}
