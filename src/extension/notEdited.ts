import * as vscode from 'vscode';
import type { TextEdit } from '../core/model/edit.js';
import { canEncode, NotEdited } from '../hosts/vscode/documentEdits.js';

/** Does some work; where nothing is edited, the person is told why, and it resolves to undefined. */
export async function tellNotEdited<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NotEdited)) throw error;
    if (error.message) void vscode.window.showWarningMessage(error.message);
    return undefined;
  }
}

/** Others were quicker, again and again. */
export function alwaysChanging(path: string): NotEdited {
  return new NotEdited(vscode.l10n.t('{0} is being changed all the time: try again when it is not.', path));
}

/** Throws `NotEdited` where the encoding of a document cannot hold what is to be written. */
export async function checkEncoding(
  document: vscode.TextDocument,
  path: string,
  written: string | readonly TextEdit[],
): Promise<void> {
  const text = typeof written === 'string' ? written : written.map(({ newText }) => newText).join('');
  if (await canEncode(text, document)) return;
  throw new NotEdited(
    vscode.l10n.t(
      'The encoding of {0} ({1}) lacks a character of this: save it as UTF-8 first.',
      path,
      document.encoding,
    ),
  );
}
