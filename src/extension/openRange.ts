import * as vscode from 'vscode';
import type { Range } from '../core/model/span.js';

/** Opens a file with the cursor at the start of a range. */
export async function openRange(uri: string, { start }: Pick<Range, 'start'>): Promise<void> {
  const position = new vscode.Position(start.line, start.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(position, position) });
}
