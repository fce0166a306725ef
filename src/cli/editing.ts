import { readFile, realpath } from 'node:fs/promises';
import type { Config } from '../core/model/config.js';
import type { Change, EditResult, Wish } from '../core/model/edit.js';
import { configOf } from '../core/model/snapshot.js';
import { decodeText } from '../core/text/decode.js';
import { planEdits } from '../core/edits/planEdits.js';
import { planWish } from '../core/edits/planWish.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import { printable } from '../core/views/columns.js';
import { encodeLike } from '../hosts/node/encode.js';
import { FileChanged, replaceFile, WriteRefused } from '../hosts/node/replaceFile.js';
import { withLock } from '../hosts/node/lock.js';
import { paths } from '../hosts/node/paths.js';
import { openForEdit } from '../workspace/editing.js';
import { editJson, refusalJson } from './editJson.js';
import { exit, type Io } from './io.js';
import { Refused } from './refused.js';
import { readPlace } from './place.js';
import { unifiedDiff } from './unifiedDiff.js';

export interface EditOptions {
  readonly roadmap?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** What is wanted of a roadmap as it stands. */
export type Wanted = (document: EditedDocument, config: Config) => readonly Change[] | Wish;

/** The roadmap that is edited, with the configuration that counts for it. */
export interface Target {
  /** As it is named in messages. */
  readonly name: string;
  readonly path: string;
  readonly config: Config;
  /** That of the folder it belongs to. */
  readonly folder: string;
}

/** How often a file is read anew that somebody else has changed meanwhile. */
export const attempts = 20;

/**
 * Makes changes in the only roadmap of the folder, or in the one that is named, and writes it; or prints them as a diff.
 * `wanted` is asked about the text as it is, and again where somebody else has changed it before it was written.
 */
export async function edit(options: EditOptions, io: Io, wanted: Wanted): Promise<number> {
  let path: string | undefined;
  try {
    const target = await findTarget(options, io);
    path = target.name;
    const result = await (options.dryRun ? plan(target, wanted) : write(target, wanted));
    const { planned, text } = result;
    if (!planned.ok && planned.code !== 'unchanged') throw new Refused(planned.message);
    if (options.json) io.out(`${JSON.stringify(editJson(path, options.dryRun === true, text, planned), null, 2)}\n`);
    else if (!planned.ok) io.out(`${printable(planned.message)}\n`);
    else {
      io.out(options.dryRun ? unifiedDiff(path, text, planned.edits) : `${summary(path, text, planned)}\n`);
      sayLeft(io, path, planned.left);
    }
    return exit.ok;
  } catch (error) {
    return sayRefused(error, path, options, io);
  }
}

/** Names the tasks that could not be changed. */
export function sayLeft(io: Io, path: string, left: readonly string[] = []): void {
  for (const title of left) io.err(`${printable(path)}: "${printable(title)}" was left as it is.\n`);
}

/** Says why nothing was changed; what is no refusal is thrown on. */
export function sayRefused(error: unknown, path: string | undefined, options: EditOptions, io: Io): number {
  if (!(error instanceof Refused || error instanceof WriteRefused)) throw error;
  if (options.json) io.out(`${JSON.stringify(refusalJson(path, options.dryRun === true, error.message), null, 2)}\n`);
  io.err(`roadmap-lens: ${error.message.split('\n').map(printable).join('\n')}\n`);
  return exit.input;
}

export function summary(name: string, text: string, { edits }: Extract<EditResult, { ok: true }>): string {
  const lines = edits.map(({ span }) => text.slice(0, span.start).split('\n').length);
  const unique = [...new Set(lines)];
  return `${printable(name)}: ${unique.length === 1 ? 'line' : 'lines'} ${unique.join(', ')}`;
}

interface Planned {
  /** The text the edits are made for. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly planned: EditResult;
}

async function plan(target: Target, wanted: Wanted): Promise<Planned> {
  const { bytes, text } = await readText(target.path, target.name);
  const document = await openTarget(target, text);
  const changes = wanted(document, target.config);
  return { text, bytes, planned: 'kind' in changes ? planWish(document, changes) : planEdits(document, changes) };
}

/** The roadmap as it is read from its text, with what edits it. */
export function openTarget({ name, config }: Target, text: string): Promise<EditedDocument> {
  return openForEdit(name, { text }, config, true);
}

/** A file's bytes and text. Refused where the text could not be written back as those bytes. */
export async function readText(path: string, name: string): Promise<{ bytes: Uint8Array; text: string }> {
  const bytes = await readFile(path);
  const { value: text, problems } = decodeText(bytes);
  if (text === undefined) throw new Refused(`${name}: ${problems[0]!.message}`);
  if (Buffer.compare(encodeLike(bytes, text), bytes) !== 0)
    throw new Refused(`${name} is not valid UTF-8 or UTF-16: save it as UTF-8 first.`);
  return { bytes, text };
}

async function write(target: Target, wanted: Wanted): Promise<Planned> {
  return withLock(await realpath(target.path), async () => {
    for (let attempt = 1; ; attempt++) {
      const result = await plan(target, wanted);
      if (!result.planned.ok) return result;
      try {
        await replaceFile(target.path, result.bytes, encodeLike(result.bytes, result.planned.text));
        return result;
      } catch (error) {
        if (!(error instanceof FileChanged)) throw error;
        if (attempt === attempts)
          throw new Refused(`${target.name} is being changed all the time: try again when it is not.`);
      }
    }
  });
}

export async function findTarget({ roadmap }: EditOptions, io: Io): Promise<Target> {
  const { snapshot, problems } = await readPlace(roadmap ?? '.', io.cwd);
  if (!snapshot) throw new Refused(problems[0]!.message);
  const files = snapshot.roadmaps.filter((file) => file.roadmap);
  const [only, ...others] = files;
  if (!only) {
    const message = [...problems, ...snapshot.roadmaps.flatMap((file) => file.problems)][0]?.message;
    throw new Refused(message ?? 'No roadmap was found: name one by --roadmap.');
  }
  if (others.length > 0) {
    const names = files.map(({ uri }) => paths.from(io.cwd, paths.pathOf(uri)));
    throw new Refused(`There are several roadmaps here, so name one by --roadmap: ${names.join(', ')}`);
  }
  const path = paths.pathOf(only.uri);
  return {
    name: paths.from(io.cwd, path),
    path,
    config: configOf(snapshot, only.folder),
    folder: paths.pathOf(only.folder.uri),
  };
}
