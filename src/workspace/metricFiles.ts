import type { FoundFile, MetricFormat } from '../core/model/metric.js';
import type { Parsed } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import { readerOf, recognise } from '../core/metrics/readers/index.js';
import type { FileStamp, Streams } from './metricPorts.js';
import type { AbortSignalLike, DirectoryEntry, Files } from './ports.js';

/** Characters that tell what a file is. */
export const headLength = 4_096;

/** So many files are looked into. */
const maxFiles = 200;

/** Formats in which each file has names of its own; of these so many are told, of files with at most so many bytes. */
const withOwnNames: ReadonlySet<MetricFormat> = new Set(['prometheus', 'benchmark']);
const maxNames = 200;
const maxNamedBytes = 4 * 1024 * 1024;

/**
 * Directories that tools put their reports into, relative to a folder. Only these are looked through: reports are mostly
 * ignored by git, so that a search for them would go through everything that is ignored.
 */
const directories = [
  '',
  'coverage',
  'reports',
  'report',
  'test-results',
  'test-reports',
  'test-output',
  'benchmarks',
  'bench',
  'metrics',
  'target/site/jacoco',
  'target/surefire-reports',
  'build/reports/jacoco/test',
  'build/test-results/test',
  'build/reports',
];

/** What such files are called. Others are not looked into: a folder holds many JSON and XML files that are something else. */
const named =
  /^(?:coverage[\w.-]{0,40}\.(?:json|xml)|lcov[\w.-]{0,20}|cobertura[\w.-]{0,40}\.xml|jacoco[\w.-]{0,40}\.xml|(?:junit|test|tests|TEST)[\w.-]{0,100}\.xml|results?\.xml|[\w.-]{0,60}bench[\w.-]{0,60}\.json|(?:hyperfine|jmh)[\w.-]{0,40}\.json|metrics(?:\.(?:txt|prom))?|[\w-]{1,60}\.prom)$/i;

/** Whether something that happened to a path may change what is found. */
export function mayBeReport(path: string): boolean {
  const slash = path.lastIndexOf('/');
  const directory = slash < 0 ? '' : path.slice(0, slash);
  if (directories.includes(path) || directories.some((each) => each.startsWith(`${path}/`))) return true;
  return directories.includes(directory) && named.test(path.slice(slash + 1));
}

/** A path as events have it: `./coverage//lcov.info` is `coverage/lcov.info`. */
export function plainPath(path: string): string {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/');
}

/** Finds the unmistakable files of a folder. One that has not changed is not read again. */
export class ReportFinder {
  private known = new Map<string, { readonly stamp: FileStamp; readonly found: FoundFile | undefined }>();

  constructor(
    private readonly files: Files,
    private readonly streams: Streams,
    private readonly folder: Folder,
  ) {}

  /** Those that are there now, in the order of their paths. What cannot be looked into is left out: nobody named it. */
  async find(signal: AbortSignalLike): Promise<readonly FoundFile[]> {
    const before = this.known;
    this.known = new Map();
    const all: FoundFile[] = [];
    for (const path of await this.candidates(signal)) {
      const stamp = signal.aborted ? undefined : await this.streams.stamp(this.folder, path);
      if (!stamp) continue;
      const known = before.get(path);
      const same = known?.stamp.time === stamp.time && known.stamp.size === stamp.size;
      const found = same ? known.found : await this.look(path, stamp, signal);
      this.known.set(path, { stamp, found });
      if (found) all.push(found);
    }
    return all;
  }

  private async candidates(signal: AbortSignalLike): Promise<readonly string[]> {
    const { files, folder } = this;
    const paths: string[] = [];
    const listed = new Map<string, Promise<readonly DirectoryEntry[]>>();
    /** A directory is looked for in the one above it: most are not there, and asking hosts for them is an error to these. */
    const list = async (directory: string): Promise<readonly DirectoryEntry[]> => {
      if (directory === '') return (await files.list(folder.uri)).value;
      const slash = directory.lastIndexOf('/');
      const above = await entriesOf(directory.slice(0, Math.max(0, slash)));
      const entry = above.find(({ name, directory: is }) => is && name === directory.slice(slash + 1));
      return entry ? (await files.list(entry.uri)).value : [];
    };
    const entriesOf = (directory: string): Promise<readonly DirectoryEntry[]> => {
      const known = listed.get(directory) ?? list(directory);
      listed.set(directory, known);
      return known;
    };
    for (const directory of directories) {
      if (signal.aborted) return [];
      for (const { name, directory: isDirectory } of await entriesOf(directory))
        if (!isDirectory && named.test(name)) paths.push(directory === '' ? name : `${directory}/${name}`);
    }
    return paths.sort().slice(0, maxFiles);
  }

  private async look(path: string, { size }: FileStamp, signal: AbortSignalLike): Promise<FoundFile | undefined> {
    const { value: head } = await readHead(this.streams, this.folder, path, signal);
    const format = head === undefined ? undefined : recognise(path, head);
    if (!format) return undefined;
    if (!withOwnNames.has(format) || size > maxNamedBytes) return { path, format };
    const measurements = await this.names(path, format, signal);
    return { path, format, ...(measurements.length > 0 ? { measurements } : {}) };
  }

  private async names(path: string, format: MetricFormat, signal: AbortSignalLike) {
    const session = (await readerOf(format)).start({});
    const take = (piece: string) => {
      session.write(piece);
      return true;
    };
    await this.streams.read(this.folder, path, take, signal);
    return session
      .end()
      .value.slice(0, maxNames)
      .map(({ name, unit }) => ({ name, ...(unit === undefined ? {} : { unit }) }));
  }
}

/** The first characters of a file. No value where it is not there, or cannot be read, which is a problem. */
export async function readHead(
  streams: Streams,
  folder: Folder,
  path: string,
  signal: AbortSignalLike,
): Promise<Parsed<string | undefined>> {
  let head = '';
  const { value, problems } = await streams.read(
    folder,
    path,
    (piece) => {
      head += piece;
      return head.length < headLength;
    },
    signal,
  );
  return { value: value && head.slice(0, headLength), problems };
}
