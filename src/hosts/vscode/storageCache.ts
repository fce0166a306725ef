import * as vscode from 'vscode';
import type { Cache } from '../../workspace/ports.js';

/** The largest text that is taken back: what was kept is as large as the history it is of. */
const maxBytes = 100 * 1024 * 1024;

/** Keeps texts in the storage that VS Code gives the extension for a workspace. It may be deleted at any time. */
export class StorageCache implements Cache {
  constructor(private readonly directory: vscode.Uri) {}

  async read(name: string): Promise<string | undefined> {
    const uri = this.place(name);
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      return size > maxBytes ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  }

  async write(name: string, text: string): Promise<string | undefined> {
    // A window that is closed meanwhile must not leave half a text behind.
    const half = this.place(`${name}-new`);
    try {
      await vscode.workspace.fs.createDirectory(this.directory);
      await vscode.workspace.fs.writeFile(half, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(half, this.place(name), { overwrite: true });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private place(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.directory, `${name}.json`);
  }
}
