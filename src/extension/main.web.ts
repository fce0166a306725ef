import type * as vscode from 'vscode';
import { activateWith, type Api } from './activate.js';

/**
 * The extension in the browser, as one file: what is loaded on demand elsewhere is evaluated on demand there. No program
 * can be started, so files are read one by one, and history is said to be unavailable.
 */
export function activate(context: vscode.ExtensionContext): Api {
  return activateWith(context);
}
