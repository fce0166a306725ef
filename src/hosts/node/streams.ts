import * as l10n from '@vscode/l10n';
import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import type { Parsed } from '../../core/model/problem.js';
import type { Folder } from '../../core/model/snapshot.js';
import { PieceDecoder } from '../../core/text/pieceDecoder.js';
import { cannotRead } from '../../workspace/fileProblems.js';
import type { FileStamp, Streams } from '../../workspace/metricPorts.js';
import type { AbortSignalLike } from '../../workspace/ports.js';
import { explain } from './files.js';
import { paths as native, type Paths } from './paths.js';

/** Bytes that are read at a time. */
const pieceBytes = 256 * 1024;

/** Larger files are refused: no report has that much to say. */
const maxBytes = 2 * 1024 ** 3;

/** Streams files on this machine. */
export class NodeStreams implements Streams {
  constructor(private readonly paths: Paths = native) {}

  async read(
    folder: Folder,
    path: string,
    take: (piece: string) => boolean,
    signal: AbortSignalLike,
  ): Promise<Parsed<FileStamp | undefined>> {
    try {
      const place = await this.placeOf(folder, path);
      if (place === undefined) {
        return refused(
          l10n.t('{0} lies outside the folder, or is a link that leads out of it: name a file inside.', path),
        );
      }
      // Not blocking: a pipe that nobody writes to would never open.
      const file = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const found = await file.stat();
        const { size, mtimeMs } = found;
        if (found.isDirectory()) return { value: undefined, problems: [cannotRead('directory')] };
        if (!found.isFile()) return { value: undefined, problems: [cannotRead('notPlain')] };
        if (size > maxBytes) {
          return refused(
            l10n.t('{0} has more than {1} GB: have a shorter report written.', path, maxBytes / 1024 ** 3),
          );
        }
        const decoder = new PieceDecoder();
        const bytes = Buffer.alloc(Math.min(pieceBytes, Math.max(size, 1)));
        for (let at = 0; at < size;) {
          if (signal.aborted) break;
          const { bytesRead } = await file.read(bytes, 0, Math.min(bytes.length, size - at), at);
          if (bytesRead === 0) break;
          at += bytesRead;
          if (!take(decoder.push(bytes.subarray(0, bytesRead)))) return stamped(mtimeMs, size);
        }
        take(decoder.end());
        return stamped(mtimeMs, size);
      } finally {
        await file.close();
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: undefined, problems: [] };
      return { value: undefined, problems: [explain(error)] };
    }
  }

  async stamp(folder: Folder, path: string): Promise<FileStamp | undefined> {
    try {
      const place = await this.placeOf(folder, path);
      const found = place === undefined ? undefined : await stat(place);
      return found?.isFile() ? { time: found.mtimeMs / 1000, size: found.size } : undefined;
    } catch {
      return undefined;
    }
  }

  /** The file's own path, links resolved; undefined where that leads out of the folder. Throws where nothing is there. */
  private async placeOf(folder: Folder, path: string): Promise<string | undefined> {
    const root = this.paths.pathOf(folder.uri);
    const place = this.paths.join(root, path);
    if (this.paths.inside(root, place) === undefined) return undefined;
    const real = await realpath(place);
    return this.paths.inside(await realpath(root), real) === undefined ? undefined : real;
  }
}

function stamped(mtimeMs: number, size: number): Parsed<FileStamp> {
  return { value: { time: mtimeMs / 1000, size }, problems: [] };
}

function refused(message: string): Parsed<undefined> {
  return { value: undefined, problems: [cannotRead({ message })] };
}
