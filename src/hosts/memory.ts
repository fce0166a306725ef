import type { Parsed } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import { decodeText } from '../core/text/decode.js';
import { cannotRead } from '../workspace/fileProblems.js';
import type {
  Disposable,
  DirectoryEntry,
  FileEvent,
  Files,
  FileText,
  Log,
  Ports,
  Scheduler,
} from '../workspace/ports.js';

/** A workspace in memory, for tests and benchmarks. It records what was asked of it, so that caching can be tested. */
export class MemoryHost implements Files, Scheduler, Log {
  /** URIs that were read, in order. */
  readonly reads: string[] = [];
  readonly messages: string[] = [];
  private readonly contents = new Map<string, Uint8Array>();
  private readonly fileListeners = new Set<(event: FileEvent) => void>();
  private readonly folderListeners = new Set<() => void>();
  private readonly late = new Set<() => void>();
  private open: Folder[];

  /** Opens folders and fills them; paths are `/folder/path`, texts are written as UTF-8. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, folders: readonly string[] = ['/work']) {
    this.open = folders.map(folderOf);
    for (const [path, content] of Object.entries(files)) this.contents.set(uriOf(path), toBytes(content));
  }

  get ports(): Ports {
    return { files: this, scheduler: this, log: this };
  }

  /** Writes a file, or deletes it, and nobody is told: as where watchers take two events for none. */
  change(path: string, content: string | undefined): void {
    if (content === undefined) this.contents.delete(uriOf(path));
    else this.contents.set(uriOf(path), toBytes(content));
  }

  /** Writes a file and tells the listeners. */
  write(path: string, content: string | Uint8Array): void {
    const uri = uriOf(path);
    const kind = this.contents.has(uri) ? 'changed' : 'created';
    this.contents.set(uri, toBytes(content));
    this.fire({ uri, kind });
  }

  delete(path: string): void {
    this.contents.delete(uriOf(path));
    this.fire({ uri: uriOf(path), kind: 'deleted' });
  }

  setFolders(folders: readonly string[]): void {
    this.open = folders.map(folderOf);
    for (const listener of this.folderListeners) listener();
  }

  folders(): readonly Folder[] {
    return this.open;
  }

  async list(directory: string): Promise<Parsed<readonly DirectoryEntry[]>> {
    const entries = new Map<string, DirectoryEntry>();
    for (const uri of this.contents.keys()) {
      if (!uri.startsWith(`${directory}/`)) continue;
      const [name, ...rest] = uri.slice(directory.length + 1).split('/');
      entries.set(name!, { name: name!, uri: `${directory}/${name}`, directory: rest.length > 0 });
    }
    return { value: [...entries.values()], problems: [] };
  }

  async isDirectory(uri: string): Promise<boolean> {
    return [...this.contents.keys()].some((key) => key.startsWith(`${uri}/`));
  }

  async read(uri: string): Promise<Parsed<FileText | undefined>> {
    this.reads.push(uri);
    const bytes = this.contents.get(uri);
    if (!bytes) return { value: undefined, problems: [cannotRead('missing')] };
    const { value, problems } = decodeText(bytes);
    return { value: value === undefined ? undefined : { text: value }, problems };
  }

  resolve(folder: Folder, path: string): string {
    return `${folder.uri}/${path}`;
  }

  relative(folder: Folder, uri: string): string | undefined {
    return uri.startsWith(`${folder.uri}/`) ? uri.slice(folder.uri.length + 1) : undefined;
  }

  unsaved(): readonly string[] {
    return [];
  }

  onDidChangeFile(listener: (event: FileEvent) => void): Disposable {
    this.fileListeners.add(listener);
    return { dispose: () => this.fileListeners.delete(listener) };
  }

  onDidChangeFolders(listener: () => void): Disposable {
    this.folderListeners.add(listener);
    return { dispose: () => this.folderListeners.delete(listener) };
  }

  schedule(work: () => void): Disposable {
    let cancelled = false;
    void Promise.resolve().then(() => {
      if (!cancelled) work();
    });
    return { dispose: () => (cancelled = true) };
  }

  scheduleLate(work: () => void): Disposable {
    this.late.add(work);
    return { dispose: () => this.late.delete(work) };
  }

  /** Runs what waits for events that may be late. */
  letTimePass(): void {
    const works = [...this.late];
    this.late.clear();
    for (const work of works) work();
  }

  info(message: string): void {
    this.messages.push(message);
  }

  warn(message: string): void {
    this.messages.push(`warning: ${message}`);
  }

  error(message: string): void {
    this.messages.push(`error: ${message}`);
  }

  /** Tells the listeners of something that happened. */
  fire(event: FileEvent): void {
    for (const listener of this.fileListeners) listener(event);
  }
}

function uriOf(path: string): string {
  return `memory://${path}`;
}

function folderOf(path: string): Folder {
  return { uri: uriOf(path), name: path.slice(path.lastIndexOf('/') + 1) };
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
