import * as vscode from 'vscode';

interface Entry {
  /** Absent for a directory. */
  content?: Uint8Array;
  readonly created: number;
  changed: number;
}

/** A file system in memory that tells of every change. Paths are those of the URIs; the root is always there. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>([['/', entry()]]);
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { content, created, changed } = this.at(uri);
    const type = content ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: created, mtime: changed, size: content?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (this.at(uri).content) throw vscode.FileSystemError.FileNotADirectory(uri);
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.entries].flatMap(([path, { content }]): [string, vscode.FileType][] => {
      const name = path.slice(prefix.length);
      if (!path.startsWith(prefix) || name === '' || name.includes('/')) return [];
      return [[name, content ? vscode.FileType.File : vscode.FileType.Directory]];
    });
  }

  createDirectory(uri: vscode.Uri): void {
    this.add(uri, entry());
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { content } = this.at(uri);
    if (!content) throw vscode.FileSystemError.FileIsADirectory(uri);
    return content;
  }

  writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    { create, overwrite }: { create: boolean; overwrite: boolean },
  ): void {
    const known = this.entries.get(uri.path);
    if (known) {
      if (!overwrite) throw vscode.FileSystemError.FileExists(uri);
      known.content = content;
      known.changed = Date.now();
      this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    } else if (create) this.add(uri, entry(content));
    else throw vscode.FileSystemError.FileNotFound(uri);
  }

  delete(uri: vscode.Uri): void {
    this.at(uri);
    for (const path of this.below(uri)) this.entries.delete(path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.at(from);
    for (const path of this.below(from)) {
      this.entries.set(to.path + path.slice(from.path.length), this.entries.get(path)!);
      this.entries.delete(path);
    }
    this.changes.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }

  /** An entry under a directory that is there. */
  private add(uri: vscode.Uri, added: Entry): void {
    const parent = vscode.Uri.joinPath(uri, '..');
    if (this.at(parent).content) throw vscode.FileSystemError.FileNotADirectory(parent);
    this.entries.set(uri.path, added);
    this.changes.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }

  private at(uri: vscode.Uri): Entry {
    const found = this.entries.get(uri.path);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  }

  private below(uri: vscode.Uri): string[] {
    return [...this.entries.keys()].filter((path) => path === uri.path || path.startsWith(`${uri.path}/`));
  }
}

function entry(content?: Uint8Array): Entry {
  const now = Date.now();
  return { ...(content ? { content } : {}), created: now, changed: now };
}
