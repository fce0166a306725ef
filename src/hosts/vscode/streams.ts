import * as vscode from 'vscode';
import type { Parsed } from '../../core/model/problem.js';
import type { Folder } from '../../core/model/snapshot.js';
import { PieceDecoder } from '../../core/text/pieceDecoder.js';
import { cannotRead } from '../../workspace/fileProblems.js';
import type { FileStamp, Streams } from '../../workspace/metricPorts.js';
import type { AbortSignalLike } from '../../workspace/ports.js';

/** VS Code's file systems give files as a whole only; larger ones are refused here. */
const maxBytes = 32 * 1024 * 1024;
/** Bytes that are decoded at a time. */
const pieceBytes = 256 * 1024;

/** Files of any file system that VS Code has, read as a whole and handed on in pieces. */
export class VSCodeStreams implements Streams {
  async read(
    folder: Folder,
    path: string,
    take: (piece: string) => boolean,
    signal: AbortSignalLike,
  ): Promise<Parsed<FileStamp | undefined>> {
    const place = vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), path);
    try {
      if (await isLinked(folder, path)) {
        return refused(
          vscode.l10n.t('{0} is reached by a link, which may lead out of the folder: name the file itself.', path),
        );
      }
      const { size, type, mtime } = await vscode.workspace.fs.stat(place);
      if (type & vscode.FileType.Directory) return { value: undefined, problems: [cannotRead('directory')] };
      if (size > maxBytes) {
        return refused(
          vscode.l10n.t('{0} has more than {1} MB, which is more than can be read here.', path, maxBytes / 1024 / 1024),
        );
      }
      const bytes = await vscode.workspace.fs.readFile(place);
      const stamp = { value: { time: mtime / 1000, size }, problems: [] };
      const decoder = new PieceDecoder();
      for (let at = 0; at < bytes.length && !signal.aborted; at += pieceBytes)
        if (!take(decoder.push(bytes.subarray(at, at + pieceBytes)))) return stamp;
      take(decoder.end());
      return stamp;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
        return { value: undefined, problems: [] };
      return refused(vscode.l10n.t('{0} cannot be read ({1}): check it and refresh.', path, String(error)));
    }
  }

  async stamp(folder: Folder, path: string): Promise<FileStamp | undefined> {
    try {
      const { size, type, mtime } = await vscode.workspace.fs.stat(
        vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), path),
      );
      return type & vscode.FileType.File ? { time: mtime / 1000, size } : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Whether the file, or a directory on the way to it, is a link; a place that is not there is none. */
async function isLinked(folder: Folder, path: string): Promise<boolean> {
  let place = vscode.Uri.parse(folder.uri);
  for (const name of path.split('/')) {
    place = vscode.Uri.joinPath(place, name);
    try {
      if ((await vscode.workspace.fs.stat(place)).type & vscode.FileType.SymbolicLink) return true;
    } catch {
      return false;
    }
  }
  return false;
}

function refused(message: string): Parsed<undefined> {
  return { value: undefined, problems: [cannotRead({ message })] };
}
