import { formatOf } from '../core/formats/index.js';
import type { DirectoryProblem, Folder } from '../core/model/snapshot.js';
import {
  configDirectory,
  configNames,
  isConfigPath,
  isForeignPath,
  isOwnRoadmap,
  isRoadmapDirectory,
  judgeName,
  leadsOut,
  slashed,
} from './roadmapNames.js';
import type { DirectoryEntry, Files } from './ports.js';

/** A file that may be a roadmap. */
export interface Candidate {
  readonly uri: string;
  /** Whether its name or a setting says that it is one; else its text decides. */
  readonly named: boolean;
  /** The paths and globs that name it, as they are written. */
  readonly patterns?: readonly string[];
}

/** Files of each format whose text is looked at, and entries a glob is compared with: bounds for folders that are not repositories. */
const maxPossible = 60;
const maxGlobEntries = 20_000;

/**
 * Finds what may be a roadmap in a folder: in its usual places by name, and by the paths and globs that are set. The
 * problems are of usual places that cannot be looked through.
 */
export async function findCandidates(
  files: Files,
  folder: Folder,
  patterns: readonly string[],
): Promise<{ readonly value: readonly Candidate[]; readonly problems: readonly DirectoryProblem[] }> {
  const problems: DirectoryProblem[] = [];
  const look = async (uri: string, path: string) => {
    const { value, problems: found } = await files.list(uri);
    for (const problem of found) problems.push({ ...problem, path });
    return value;
  };
  const top = await look(folder.uri, '');
  const directories = top.filter(({ name, directory }) => directory && isRoadmapDirectory(name));
  const lists = await Promise.all(directories.map(({ uri, name }) => look(uri, name)));
  const found = new Map<string, Candidate>();
  const possible = new Map<string, number>();
  for (const entry of [top, ...lists].flatMap(sorted)) {
    const judged = entry.directory ? undefined : judgeName(entry.name);
    if (!judged) continue;
    if (judged === 'possible') {
      const format = formatOf(entry.name)?.id ?? '';
      const count = (possible.get(format) ?? 0) + 1;
      possible.set(format, count);
      if (count > maxPossible) continue;
    }
    found.set(entry.uri, { uri: entry.uri, named: judged === 'named' });
  }
  const own = top.find(({ name, directory }) => directory && name === configDirectory);
  for (const { name, uri, directory } of own ? sorted(await look(own.uri, own.name)) : []) {
    if (!directory && isOwnRoadmap(`${configDirectory}/${name}`)) found.set(uri, { uri, named: true });
  }
  for (const { uri, pattern } of await expand(files, folder, patterns)) {
    found.set(uri, { uri, named: true, patterns: [...(found.get(uri)?.patterns ?? []), pattern] });
  }
  return { value: [...found.values()], problems };
}

/** The folder's configuration file, if there is one. */
export async function findConfig(files: Files, folder: Folder): Promise<string | undefined> {
  const { value: top } = await files.list(folder.uri);
  const directory = top.find((entry) => entry.directory && entry.name === configDirectory);
  const entries = directory ? (await files.list(directory.uri)).value : [];
  for (const name of configNames) {
    const entry = entries.find((candidate) => !candidate.directory && candidate.name === name);
    if (entry) return entry.uri;
  }
  return undefined;
}

function sorted(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files that paths and globs name. A path counts whether or not its file exists, so that a wrong one is reported. */
async function expand(
  files: Files,
  folder: Folder,
  patterns: readonly string[],
): Promise<{ readonly uri: string; readonly pattern: string }[]> {
  if (patterns.length === 0) return [];
  // Globs are rare, so what matches them is loaded with the first.
  const { default: picomatch } = await import('picomatch');
  const found: { uri: string; pattern: string }[] = [];
  for (const written of patterns) {
    if (leadsOut(written)) continue;
    const pattern = slashed(written).replace(/^\.\//, '');
    // Parentheses are more often part of a name than a pattern.
    const { base, isGlob } = picomatch.scan(pattern, { noparen: true });
    if (!isGlob) {
      found.push({ uri: await spelled(files, folder, base), pattern: written });
      continue;
    }
    const matches = picomatch(pattern, { dot: true, nocase: true, maxLength: 500 });
    let left = maxGlobEntries;
    const pending = [{ uri: base === '' ? folder.uri : await spelled(files, folder, base), path: base }];
    for (let next = pending.shift(); next; next = pending.shift()) {
      // A directory that cannot be looked through matches nothing, which is said of the glob where it matches nothing at all.
      for (const entry of sorted((await files.list(next.uri)).value)) {
        if (--left < 0) break;
        const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
        if (entry.directory) {
          if (!isForeignPath(entry.name)) pending.push({ uri: entry.uri, path });
        } else if (mayMatch(entry.name, pattern) && !isConfigPath(path) && matches(path)) {
          found.push({ uri: entry.uri, pattern: written });
        }
      }
    }
  }
  return found;
}

/**
 * The URI of a path, spelled as its entries are. A file that is found by name and named in another case would otherwise
 * be two where case does not count, and none where it does. Entries spelled exactly so come first.
 */
async function spelled(files: Files, folder: Folder, path: string): Promise<string> {
  let uri = folder.uri;
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    const { value: entries } = await files.list(uri);
    const entry =
      entries.find((each) => each.name === name) ??
      entries.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!entry) return files.resolve(folder, path);
    uri = entry.uri;
  }
  return uri;
}

/** Whether a glob may mean a file of this name: `plans/*` means no data, `plans/*.{yaml,yml}` does. */
function mayMatch(name: string, pattern: string): boolean {
  const format = formatOf(name);
  if (!format?.anyShape) return format !== undefined;
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return pattern
    .slice(pattern.lastIndexOf('/') + 1)
    .toLowerCase()
    .includes(ending);
}
