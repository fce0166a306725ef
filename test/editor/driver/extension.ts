import * as vscode from 'vscode';
import { MemoryFileSystem } from './memoryFileSystem.js';

/** The scheme of workspaces that exist in memory only, as a repository on a server does for a virtual workspace. */
const scheme = 'memfs';

/** An extension for the tests: VS Code runs them only where one is under development, and it brings a file system. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const files = new MemoryFileSystem();
  files.createDirectory(vscode.Uri.from({ scheme, path: '/harbour' }));
  subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }));
}
