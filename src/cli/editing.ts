import { join } from 'node:path';
import type { Config } from '../core/model/config.js';
import type { Change, EditResult, TextEdit, Wish } from '../core/model/edit.js';
import { configOf } from '../core/model/snapshot.js';
import { changesIds } from '../core/edits/formerIds.js';
import { planEdits } from '../core/edits/planEdits.js';
import { planWish } from '../core/edits/planWish.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import { printable } from '../core/views/columns.js';
import { encodeLike } from '../hosts/node/encode.js';
import { replaceFile, WriteRefused } from '../hosts/node/replaceFile.js';
import { paths } from '../hosts/node/paths.js';
import { formerIdsOf, openForEdit } from '../workspace/editing.js';
import { planAliases, withAliases, type NamedFile, type PlannedAliases } from './aliases.js';
import { editJson, refusalJson } from './editJson.js';
import { exit, type Io } from './io.js';
import { Refused } from './refused.js';
import { readPlace } from './place.js';
import { readText } from './readText.js';
import { rewrite } from './rewrite.js';
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
  readonly config: {
    readonly value: Config;
    /** Where it stands, or would. */
    readonly file: NamedFile;
  };
  /** That of the folder it belongs to. */
  readonly folder: string;
}

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
    if (!result.planned.ok && result.planned.code !== 'unchanged') throw new Refused(result.planned.message);
    report(options, io, path, result);
    return exit.ok;
  } catch (error) {
    return sayRefused(error, path, options, io);
  }
}

function report(options: EditOptions, io: Io, path: string, { planned, text, aliases }: Planned): void {
  const dryRun = options.dryRun === true;
  if (options.json) {
    const json = editJson(path, dryRun, text, planned);
    const config = aliases && editJson(aliases.name, dryRun, aliases.text, made(aliases.edits));
    const whole = config ? { ...json, config: { path: config.path, edits: config.edits } } : json;
    io.out(`${JSON.stringify(whole, null, 2)}\n`);
  } else if (!planned.ok) io.out(`${printable(planned.message)}\n`);
  else if (dryRun) {
    io.out(unifiedDiff(path, text, planned.edits));
    const diff = aliases ? unifiedDiff(aliases.name, aliases.text, aliases.edits) : '';
    io.out(aliases && !aliases.bytes ? diff.replace(/^--- .*/, '--- /dev/null') : diff);
  } else {
    io.out(`${summary(path, text, planned)}\n`);
    if (aliases) io.out(`${summary(aliases.name, aliases.text, made(aliases.edits))}\n`);
  }
  if (planned.ok) sayLeft(io, path, planned.left);
}

function made(edits: readonly TextEdit[]): Extract<EditResult, { ok: true }> {
  return { ok: true, edits, inverse: [], text: '' };
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
  /** What is recorded of ids that tasks lose by it. */
  readonly aliases?: PlannedAliases;
}

async function plan(target: Target, wanted: Wanted): Promise<Planned> {
  const { bytes, text } = await readText(target.path, target.name);
  const document = await openTarget(target, text);
  const changes = wanted(document, target.config.value);
  if ('kind' in changes) return { text, bytes, planned: planWish(document, changes) };
  const planned = planEdits(document, changes);
  if (!planned.ok || !changesIds(changes)) return { text, bytes, planned };
  const former = formerIdsOf(document, planned.text);
  const aliases = await planAliases(target.config.file, target.folder, former);
  return { text, bytes, planned, ...(aliases ? { aliases } : {}) };
}

/** The roadmap as it is read from its text, with what edits it. */
export function openTarget({ name, config }: Target, text: string): Promise<EditedDocument> {
  return openForEdit(name, { text }, config.value, true);
}

function write(target: Target, wanted: Wanted): Promise<Planned> {
  return rewrite(target.path, target.name, async () => {
    const result = await plan(target, wanted);
    const { planned, bytes, aliases } = result;
    if (planned.ok)
      await withAliases(target.config.file, aliases, () =>
        replaceFile(target.path, bytes, encodeLike(bytes, planned.text)),
      );
    return result;
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
  const folder = paths.pathOf(only.folder.uri);
  const known = snapshot.configs.find((config) => config.folder.uri === only.folder.uri);
  const place = known ? paths.pathOf(known.uri) : join(folder, '.roadmap', 'config.yaml');
  return {
    name: paths.from(io.cwd, path),
    path,
    config: { value: configOf(snapshot, only.folder), file: { name: paths.from(io.cwd, place), path: place } },
    folder,
  };
}
