import type { EditResult, TextEdit } from '../core/model/edit.js';
import { Refused } from '../core/model/refused.js';
import { unifiedDiff } from '../core/text/unifiedDiff.js';
import { printable } from '../core/views/columns.js';
import {
  findTarget,
  planRoadmap,
  writeRoadmap,
  type PlannedRoadmap,
  type Wanted,
} from '../hosts/node/project/editRoadmap.js';
import { WriteRefused } from '../hosts/node/replaceFile.js';
import { editJson, refusalJson } from './editJson.js';
import { exit, type Io } from './io.js';

export interface EditOptions {
  readonly roadmap?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * Makes changes in the only roadmap of the folder, or in the one that is named, and writes it; or prints them as a diff.
 * `wanted` is asked about the text as it is, and again where somebody else has changed it before it was written; `more` says what JSON says beside.
 */
export async function edit(
  options: EditOptions,
  io: Io,
  wanted: Wanted,
  more: (planned: PlannedRoadmap, path: string) => object = () => ({}),
): Promise<number> {
  let path: string | undefined;
  try {
    const target = await findTarget(options.roadmap, io.cwd);
    path = target.name;
    const result = await (options.dryRun ? planRoadmap(target, wanted) : writeRoadmap(target, wanted));
    if (!result.planned.ok && result.planned.code !== 'unchanged') throw new Refused(result.planned.message);
    report(options, io, path, result, more(result, path));
    return exit.ok;
  } catch (error) {
    return sayRefused(error, path, options, io);
  }
}

function report(
  options: EditOptions,
  io: Io,
  path: string,
  { planned, text, aliases }: PlannedRoadmap,
  more: object,
): void {
  const dryRun = options.dryRun === true;
  if (options.json) {
    const json = editJson(path, dryRun, text, planned);
    const config = aliases && editJson(aliases.name, dryRun, aliases.text, made(aliases.edits));
    const whole = config ? { ...json, config: { path: config.path, edits: config.edits } } : json;
    const said = { ...whole, ...more };
    io.out(`${JSON.stringify(said, null, 2)}\n`);
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
