import { formerIds, stillFormer } from '../core/edits/formerIds.js';
import { planEdits } from '../core/edits/planEdits.js';
import { reopened, type EditedDocument } from '../core/edits/planEdit.js';
import { editingOf } from '../core/edits/editors.js';
import { formatOf } from '../core/formats/index.js';
import type { Config } from '../core/model/config.js';
import type { Change } from '../core/model/edit.js';
import type { FormerId } from '../core/references/taskId.js';
import type { FileText } from './ports.js';
import { isReadByShape, parseOptions } from './facts.js';

export { changesIds } from '../core/edits/formerIds.js';
export { idPattern, numbering } from '../core/edits/idPattern.js';
export { planEdits, planPossible } from '../core/edits/planEdits.js';
export { planArchive } from '../core/edits/planArchive.js';
export { planWish } from '../core/edits/planWish.js';
export { planIdInCode, planIdInRoadmap } from '../core/edits/renameId.js';

/**
 * A roadmap with what edits it, read from the text as it is now. `path` is that of a roadmap that was read, so a format has
 * its ending. What edits a format is loaded with the first edit. `named`: a setting, the configuration or a command names
 * the file.
 */
export async function openForEdit(
  path: string,
  text: FileText,
  config: Config,
  named: boolean,
): Promise<EditedDocument> {
  const format = formatOf(path)!;
  const { edit, lift } = await editingOf(format.id);
  const read = await format.load(isReadByShape(format, path, text.text, named));
  const options = parseOptions(path, text, config);
  const { value, problems } = read(text.text, options);
  return { text: text.text, roadmap: value, problems, options, read, edit, lift };
}

/**
 * The ids that tasks of a roadmap have no more once it has another text. `changes`: those that led to it. Where the last of them moves tasks, they are
 * looked for before it, while all still stand in their places.
 */
export function formerIdsOf(
  document: EditedDocument,
  text: string,
  changes: readonly Change[] = [],
): readonly FormerId[] {
  const { roadmap } = reopened(document, text);
  const inPlace = changes.filter(({ kind }) => kind === 'set');
  if (inPlace.length === changes.length) return formerIds(document.roadmap, roadmap);
  const planned = planEdits(document, inPlace);
  if (!planned.ok) return [];
  return stillFormer(formerIds(document.roadmap, reopened(document, planned.text).roadmap), roadmap);
}
