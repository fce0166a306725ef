import * as l10n from '@vscode/l10n';
import { isFileGlob } from '../core/config/fileGlob.js';
import type { Parsed } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import { metricProblem } from '../core/metrics/metricProblem.js';
import { plainPath } from './metricFiles.js';
import type { AbortSignalLike, Files } from './ports.js';

/** So many files may be named by one glob. */
const maxFiles = 500;
/** So many entries of directories are compared with it. */
const maxEntries = 20_000;

/** The files that a `file` of `metrics` with `*` in it names. */
export interface FileGlob {
  /** Those that are there, in the order of their paths. */
  find(files: Files, folder: Folder, signal: AbortSignalLike): Promise<Parsed<readonly string[]>>;
  matches(path: string): boolean;
  /** Whether something that happened to a path may change what is found or what it holds. */
  mayConcern(path: string): boolean;
}

/** A glob as it is written; undefined for a path. */
export async function fileGlob(written: string): Promise<FileGlob | undefined> {
  if (!isFileGlob(written)) return undefined;
  // Globs are rare, so what matches them is loaded with the first.
  const { default: picomatch } = await import('picomatch');
  const pattern = plainPath(written);
  const options = { dot: true, nonegate: true, noextglob: true, maxLength: 500 };
  const matches = picomatch(pattern, options);
  const { base } = picomatch.scan(pattern, { noparen: true, nonegate: true });
  const deep = pattern.slice(base.length).replace(/^\//, '').includes('/');
  return {
    find: (files, folder, signal) => find(files, folder, { written, base, deep, matches }, signal),
    matches: (path) => matches(path),
    mayConcern: (path) => {
      if (matches(path) || path === base || base.startsWith(`${path}/`)) return true;
      // A directory that comes or goes takes its files with it, and only its own event comes.
      return (
        deep && (base === '' || path.startsWith(`${base}/`)) && !path.slice(path.lastIndexOf('/') + 1).includes('.')
      );
    },
  };
}

interface Wanted {
  readonly written: string;
  readonly base: string;
  readonly deep: boolean;
  readonly matches: (path: string) => boolean;
}

async function find(
  files: Files,
  folder: Folder,
  { written, base, deep, matches }: Wanted,
  signal: AbortSignalLike,
): Promise<Parsed<readonly string[]>> {
  const found: string[] = [];
  let left = maxEntries;
  const start = await directoryAt(files, folder, base);
  const pending = start === undefined ? [] : [{ uri: start, path: base }];
  for (let next = pending.shift(); next && !signal.aborted; next = pending.shift()) {
    for (const { name, uri, directory } of (await files.list(next.uri)).value) {
      if (--left < 0 || found.length > maxFiles) {
        const message = l10n.t(
          '{0} means more than {1} files, or is looked for among more than {2}: name the directory more exactly.',
          written,
          maxFiles,
          maxEntries,
        );
        return { value: [], problems: [metricProblem('warning', message)] };
      }
      const path = next.path === '' ? name : `${next.path}/${name}`;
      if (!directory) {
        if (matches(path)) found.push(path);
      } else if (deep && name !== '.git' && name !== 'node_modules') pending.push({ uri, path });
    }
  }
  return { value: found.sort(), problems: [] };
}

/** A directory is looked for in the one above it: linked ones are none, and asking hosts for what is not there is an error. */
async function directoryAt(files: Files, folder: Folder, path: string): Promise<string | undefined> {
  let uri = folder.uri;
  for (const name of path.split('/').filter(Boolean)) {
    const entry = (await files.list(uri)).value.find((each) => each.directory && each.name === name);
    if (!entry) return undefined;
    uri = entry.uri;
  }
  return uri;
}
