import { addAliases } from '../core/config/addAlias.js';
import type { Folder, Snapshot } from '../core/model/snapshot.js';
import type { FormerId } from '../core/references/taskId.js';
import { NotEdited, openToEdit, type CreatedFile, type DocumentEdits } from '../hosts/vscode/documentEdits.js';
import { configPlaceOf } from './configPlace.js';

/** What records former ids: edits of the configuration, or the file that is made. */
export interface PlannedAliases {
  readonly changed?: DocumentEdits;
  readonly created?: CreatedFile;
}

/** Plans how former ids are recorded in the configuration of a folder. Throws `NotEdited` where they cannot be. */
export async function planAliases(
  snapshot: Snapshot,
  folder: Folder,
  former: readonly FormerId[],
): Promise<PlannedAliases> {
  if (former.length === 0) return {};
  const { uri, path, isThere } = await configPlaceOf(snapshot, folder);
  const document = isThere ? await openToEdit(uri, path) : undefined;
  const version = document?.version ?? 0;
  const added = addAliases(document?.getText() ?? '', former);
  if (!added.ok) throw new NotEdited(added.message);
  if (added.edits.length === 0) return {};
  return document ? { changed: { document, edits: added.edits, version } } : { created: { uri, text: added.text } };
}
