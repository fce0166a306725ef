import * as l10n from '@vscode/l10n';
import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import type { Parsed, Problem } from '../../core/model/problem.js';
import type { Folder } from '../../core/model/snapshot.js';
import { decodeText, maxFileBytes, tooLarge } from '../../core/text/decode.js';
import { cannotRead } from '../../workspace/fileProblems.js';
import type { DirectoryEntry, Disposable, Files, FileText } from '../../workspace/ports.js';
import { paths as native, type Paths } from './paths.js';

/** Files on this machine, for programs that run once: nothing is watched. */
export class NodeFiles implements Files {
  private readonly open: readonly Folder[];

  constructor(
    folders: readonly string[],
    /** Files that were named by hand may lie anywhere; those that were found must lie in their folder, links resolved. */
    private readonly trusted: ReadonlySet<string> = new Set(),
    private readonly paths: Paths = native,
  ) {
    this.open = folders.map((path) => ({ uri: paths.uriOf(path), name: paths.nameOf(path) }));
  }

  folders(): readonly Folder[] {
    return this.open;
  }

  async list(directory: string): Promise<Parsed<readonly DirectoryEntry[]>> {
    const path = this.paths.pathOf(directory);
    try {
      const entries = await readdir(path, { withFileTypes: true });
      // A linked directory is followed by nobody: it may lead out of the folder or around in circles.
      const value = entries
        .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
        .map((entry) => ({
          name: entry.name,
          uri: this.paths.uriOf(this.paths.join(path, entry.name)),
          directory: entry.isDirectory(),
        }));
      return { value, problems: [] };
    } catch (error) {
      return { value: [], problems: [explain(error)] };
    }
  }

  async isDirectory(uri: string): Promise<boolean> {
    return lstat(this.paths.pathOf(uri)).then(
      (stat) => stat.isDirectory(),
      () => false,
    );
  }

  async read(uri: string): Promise<Parsed<FileText | undefined>> {
    const path = this.paths.pathOf(uri);
    try {
      if (!this.trusted.has(uri) && !(await this.isInside(path))) {
        const message = l10n.t('This file is a link that leads out of the folder: put the file itself there.');
        return failure(cannotRead({ message }));
      }
      const { value, problems } = await readBounded(path);
      if (!value) return { value: undefined, problems };
      const decoded = decodeText(value);
      return {
        value: decoded.value === undefined ? undefined : { text: decoded.value },
        problems: decoded.problems,
      };
    } catch (error) {
      return failure(explain(error));
    }
  }

  resolve(folder: Folder, path: string): string {
    return this.paths.uriOf(this.paths.join(this.paths.pathOf(folder.uri), path));
  }

  relative(folder: Folder, uri: string): string | undefined {
    return this.paths.inside(this.paths.pathOf(folder.uri), this.paths.pathOf(uri));
  }

  unsaved(): readonly string[] {
    return [];
  }

  onDidChangeFile(): Disposable {
    return { dispose() {} };
  }

  onDidChangeFolders(): Disposable {
    return { dispose() {} };
  }

  private async isInside(path: string): Promise<boolean> {
    const real = await realpath(path);
    for (const { uri } of this.open) {
      if (this.paths.inside(await realpath(this.paths.pathOf(uri)), real) !== undefined) return true;
    }
    return false;
  }
}

/** Reads a whole file, and no more than is allowed even where it grows or was never a plain file. */
async function readBounded(path: string): Promise<Parsed<Uint8Array | undefined>> {
  // Not blocking: a pipe that nobody writes to would never open.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) return failure(cannotRead('directory'));
    if (!stat.isFile()) return failure(cannotRead('notPlain'));
    if (stat.size > maxFileBytes) return { value: undefined, problems: [tooLarge(stat.size)] };
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    while (length < stat.size) {
      const { bytesRead } = await file.read(bytes, length, stat.size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return { value: bytes.subarray(0, length), problems: [] };
  } finally {
    await file.close();
  }
}

function failure(problem: Problem): Parsed<undefined> {
  return { value: undefined, problems: [problem] };
}

/** What a system error means for the person. */
export function explain(error: unknown): Problem {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return cannotRead('missing');
    case 'ENOTDIR':
      return cannotRead({ message: l10n.t('A part of this path is no directory: check the path.') });
    case 'EACCES':
    case 'EPERM':
      return cannotRead('noPermission');
    case 'ELOOP':
      return cannotRead({ message: l10n.t('This file is a link that leads back to itself: replace it by the file.') });
    case 'ENAMETOOLONG':
      return cannotRead({ message: l10n.t('This path is too long: check it.') });
    default:
      return cannotRead({
        message: l10n.t('This cannot be read ({0}): check the disk and try again.', code ?? String(error)),
      });
  }
}
