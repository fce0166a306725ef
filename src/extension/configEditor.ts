import * as vscode from 'vscode';
import type { MetricSource } from '../core/model/metric.js';
import type { Folder } from '../core/model/snapshot.js';
import { addMetricSource } from '../core/config/addMetricSource.js';
import { applyTextEdits, NotEdited, openToEdit } from '../hosts/vscode/documentEdits.js';
import { configPlaceOf } from './configPlace.js';
import type { FeatureContext } from './feature.js';
import { tellNotEdited } from './notEdited.js';

/**
 * Writes a source of a metric into the configuration of a folder, as one step to undo, and shows it there; the file is made
 * where there is none. What cannot be done is told in one sentence.
 */
export async function addToConfig({ store }: FeatureContext, folder: Folder, source: MetricSource): Promise<void> {
  await tellNotEdited(async () => {
    const { uri, path, isThere } = await configPlaceOf(store.snapshot, folder);
    const at = isThere ? await change(uri, path, source) : await create(uri, source);
    const document = await vscode.workspace.openTextDocument(uri);
    const place = document.positionAt(at);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  });
}

/** Makes the edit; resolves to where the new entry stands. */
async function change(uri: vscode.Uri, path: string, source: MetricSource): Promise<number> {
  const document = await openToEdit(uri, path);
  const { version } = document;
  const planned = addMetricSource(document.getText(), source);
  if (!planned.ok) throw new NotEdited(planned.message);
  if (!(await applyTextEdits([{ document, edits: [planned.edit], version }]))) {
    throw new NotEdited(vscode.l10n.t('{0} has just been changed: try again.', path));
  }
  return planned.edit.span.start + /^\s*/.exec(planned.edit.newText)![0].length;
}

async function create(uri: vscode.Uri, source: MetricSource): Promise<number> {
  const planned = addMetricSource('', source);
  if (!planned.ok) throw new NotEdited(planned.message);
  if (!(await applyTextEdits([], { uri, text: planned.text }))) {
    throw new NotEdited(vscode.l10n.t('{0} could not be created. Is the folder read-only?', uri.path));
  }
  return planned.text.indexOf('\n') + 1;
}
