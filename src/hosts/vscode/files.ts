import * as vscode from 'vscode';
import type { Parsed, Problem } from '../../core/model/problem.js';
import type { Folder } from '../../core/model/snapshot.js';
import { checkText, decodeText, maxFileBytes, tooLarge } from '../../core/text/decode.js';
import { cannotRead } from '../../workspace/fileProblems.js';
import type { DirectoryEntry, Disposable, FileEvent, Files, FileText } from '../../workspace/ports.js';
import { pathBelow } from '../../workspace/uriPath.js';

/** Milliseconds after which a directory that was just made is surely watched. */
const untilWatched = 1_000;

/** Directories that roadmaps are looked for in. */
const roadmapDirectory = /\/(?:\.roadmap|\.github|docs?)$/i;

/** Files as VS Code has them: of any file system, and unsaved ones as they stand in their editors. */
export class VSCodeFiles implements Files, Disposable {
  private readonly changes = new vscode.EventEmitter<FileEvent>();
  private readonly disposables: vscode.Disposable[] = [this.changes];
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor() {
    // All that happens in the folders: roadmaps may be anywhere, TODOs are. VS Code watches the folders once for everybody.
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    const fire = (kind: FileEvent['kind']) => (uri: vscode.Uri) => this.changes.fire({ uri: uri.toString(), kind });
    this.disposables.push(
      watcher,
      watcher.onDidCreate(fire('created')),
      watcher.onDidChange(fire('changed')),
      watcher.onDidDelete(fire('deleted')),
      watcher.onDidCreate((uri) => {
        if (roadmapDirectory.test(uri.path)) this.lookAgain(uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.changes.fire({ uri: document.uri.toString(), kind: 'changed' });
      }),
      // A document that was closed without saving leaves what is on disk.
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.changes.fire({ uri: document.uri.toString(), kind: 'changed' });
      }),
      // Renames and deletions of whole directories come as one event of the explorer.
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.changes.fire({ uri: oldUri.toString(), kind: 'deleted' });
          this.changes.fire({ uri: newUri.toString(), kind: 'created' });
        }
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.changes.fire({ uri: uri.toString(), kind: 'deleted' });
      }),
    );
  }

  /**
   * Tells of a directory once more, a moment after it came: what is written into it before it is watched, right after it
   * was made, is never told of by itself.
   */
  private lookAgain(directory: vscode.Uri): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.changes.fire({ uri: directory.toString(), kind: 'created' });
    }, untilWatched);
    this.timers.add(timer);
  }

  dispose(): void {
    for (const timer of this.timers) clearTimeout(timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  folders(): readonly Folder[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri: uri.toString(), name }));
  }

  async list(directory: string): Promise<Parsed<readonly DirectoryEntry[]>> {
    const parent = vscode.Uri.parse(directory);
    try {
      const entries = await vscode.workspace.fs.readDirectory(parent);
      const value = entries.map(([name, type]) => ({
        name,
        uri: vscode.Uri.joinPath(parent, name).toString(),
        // A linked directory is followed by nobody: it may lead out of the folder or around in circles.
        directory: type === vscode.FileType.Directory,
      }));
      return { value, problems: [] };
    } catch (error) {
      return { value: [], problems: [explain(error, parent.scheme)] };
    }
  }

  async isDirectory(uri: string): Promise<boolean> {
    try {
      return (await vscode.workspace.fs.stat(vscode.Uri.parse(uri))).type === vscode.FileType.Directory;
    } catch {
      return false;
    }
  }

  async read(uri: string): Promise<Parsed<FileText | undefined>> {
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri && !document.isClosed,
    );
    const place = vscode.Uri.parse(uri);
    if (open) return decoded(open.getText(), open.encoding);
    try {
      const { size, type } = await vscode.workspace.fs.stat(place);
      if (type & vscode.FileType.Directory) return failure(cannotRead('directory'));
      if (!(type & vscode.FileType.File)) return failure(cannotRead('notPlain'));
      if (size > maxFileBytes) return { value: undefined, problems: [tooLarge(size)] };
      return await decode(place, await vscode.workspace.fs.readFile(place));
    } catch (error) {
      return failure(explain(error, place.scheme));
    }
  }

  resolve(folder: Folder, path: string): string {
    return vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), path).toString();
  }

  relative(folder: Folder, uri: string): string | undefined {
    return pathBelow(vscode.Uri.parse(folder.uri), vscode.Uri.parse(uri));
  }

  unsaved(): readonly string[] {
    return vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
  }

  onDidChangeFile(listener: (event: FileEvent) => void): Disposable {
    return this.changes.event(listener);
  }

  onDidChangeFolders(listener: () => void): Disposable {
    return vscode.workspace.onDidChangeWorkspaceFolders(() => listener());
  }
}

/** Decodes as an editor would: `files.encoding` decides, where the bytes do not by a mark. */
async function decode(uri: vscode.Uri, bytes: Uint8Array): Promise<Parsed<FileText | undefined>> {
  const own = decodeText(bytes);
  // Binary files and files in UTF-8 and UTF-16 need no settings to be read.
  if (own.value === undefined) return { value: undefined, problems: own.problems };
  const encoding = vscode.workspace.getConfiguration('files', uri).get<string>('encoding', 'utf8');
  if (Object.keys(foreign(encoding)).length === 0 && own.problems.length === 0) {
    return { value: { text: own.value }, problems: [] };
  }
  return decoded(await vscode.workspace.decode(bytes, { uri }), encoding);
}

function decoded(text: string, encoding: string): Parsed<FileText | undefined> {
  const { value, problems } = checkText(text);
  return { value: value === undefined ? undefined : { text: value, ...foreign(encoding) }, problems };
}

/** Encodings that are not Unicode are named: garbled characters are then the opening's fault. */
function foreign(encoding: string): { encoding?: string } {
  return /^utf/i.test(encoding) ? {} : { encoding };
}

function failure(problem: Problem): Parsed<undefined> {
  return { value: undefined, problems: [problem] };
}

/** What an error of a file system means for the person. `scheme` is that of the place. */
function explain(error: unknown, scheme: string): Problem {
  if (error instanceof vscode.FileSystemError) {
    switch (error.code) {
      case 'FileNotFound':
        return cannotRead('missing');
      case 'NoPermissions':
        return cannotRead('noPermission');
      case 'Unavailable':
        return cannotRead({
          message: vscode.l10n.t(
            'No file system for "{0}:" is available: reconnect, or enable the extension that brings it, then refresh.',
            scheme,
          ),
        });
    }
  }
  const cause = error instanceof Error ? error.message : String(error);
  return cannotRead({ message: vscode.l10n.t('This cannot be read ({0}): check it and refresh.', cause) });
}
