import * as vscode from 'vscode';
import type { Folder, Snapshot } from '../core/model/snapshot.js';
import { exists } from '../hosts/vscode/documentEdits.js';

/** Where the configuration of a folder stands, or would. */
export interface ConfigPlace {
  readonly uri: vscode.Uri;
  /** Relative to the folder. */
  readonly path: string;
  readonly isThere: boolean;
}

/** Finds the configuration of a folder; one that was just written may not have been read yet. */
export async function configPlaceOf({ configs }: Snapshot, folder: Folder): Promise<ConfigPlace> {
  const known = configs.find((config) => config.folder.uri === folder.uri);
  const path = known?.path ?? '.roadmap/config.yaml';
  const uri = known ? vscode.Uri.parse(known.uri) : vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), path);
  return { uri, path, isThere: known !== undefined || (await exists(uri)) };
}
