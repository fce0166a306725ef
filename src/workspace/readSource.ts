import * as l10n from '@vscode/l10n';
import type {
  Aggregate,
  CommandSource,
  FileSource,
  GitSource,
  MetricFormat,
  MetricSource,
  Reading,
  Selection,
  SourceReading,
} from '../core/model/metric.js';
import type { Parsed, Problem } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import { measureReleases } from '../core/metrics/gitMeasures.js';
import { metricProblem } from '../core/metrics/metricProblem.js';
import { junitSumOf, readerOf, recognise } from '../core/metrics/readers/index.js';
import { fileGlob, type FileGlob } from './fileGlob.js';
import { headLength, readHead } from './metricFiles.js';
import type { MetricPorts } from './metricPorts.js';
import type { AbortSignalLike } from './ports.js';
import { releaseHistory, type KnownReleases } from './releaseHistory.js';

/** What one look at a source gave. */
export type SourceAnswer = Omit<SourceReading, 'trend'>;

/**
 * Asks a source. `aggregate` is what its metric wants of several numbers, where the source does not say itself; `releases` is
 * what is known already of those of the folder's repository.
 */
export function readSource(
  ports: MetricPorts,
  folder: Folder,
  source: MetricSource,
  aggregate: Aggregate | undefined,
  signal: AbortSignalLike,
  releases?: KnownReleases,
): Promise<SourceAnswer> {
  switch (source.kind) {
    case 'file':
      return readFileSource(ports, folder, source, selectionOf(source, aggregate), signal);
    case 'git':
      return readGitSource(ports, folder, source, signal, releases);
    default:
      return readCommandSource(ports, folder, source, selectionOf(source, aggregate), signal);
  }
}

/** What is taken out of a source's text. */
export function selectionOf(source: FileSource | CommandSource, aggregate: Aggregate | undefined): Selection {
  const wanted = source.aggregate ?? aggregate;
  return {
    ...(source.value === undefined ? {} : { value: source.value }),
    ...(wanted === undefined ? {} : { aggregate: wanted }),
    ...(source.unit === undefined ? {} : { unit: source.unit }),
  };
}

async function readFileSource(
  ports: MetricPorts,
  folder: Folder,
  source: FileSource,
  selection: Selection,
  signal: AbortSignalLike,
): Promise<SourceAnswer> {
  const { file, span } = source;
  const glob = await fileGlob(file);
  if (glob) return readJunitFiles(ports, folder, source, selection, glob, signal);
  const { value: head, problems: unread } = source.format
    ? { value: '', problems: [] }
    : await readHead(ports.streams, folder, file, signal);
  if (unread.length > 0) return failed(source, placed(unread, file, span));
  const format = source.format ?? (head === undefined ? undefined : formatOf(file, head));
  if (head !== undefined && !format) {
    const message = l10n.t('{0} is in no format that is known by its looks: name one with format.', file);
    return failed(source, [metricProblem('warning', message, span)]);
  }
  if (format) {
    const session = (await readerOf(format)).start(selection);
    const read = await ports.streams.read(
      folder,
      file,
      (piece) => {
        session.write(piece);
        return true;
      },
      signal,
    );
    if (read.value) return answer(source, session.end(), Math.min(read.value.time, ports.now()));
    if (read.problems.length > 0) return failed(source, placed(read.problems, file, span));
  }
  return notThere(source);
}

function notThere(source: FileSource): SourceAnswer {
  const message = l10n.t('{0} is not there: run what writes it, or correct its path.', source.file);
  return failed(source, [metricProblem('info', message, source.span)]);
}

/** All reports that a glob names, added up. One that cannot be read may hold what failed: then nothing is measured. */
async function readJunitFiles(
  ports: MetricPorts,
  folder: Folder,
  source: FileSource,
  selection: Selection,
  glob: FileGlob,
  signal: AbortSignalLike,
): Promise<SourceAnswer> {
  const { value: paths, problems } = await glob.find(ports.files, folder, signal);
  if (problems.length > 0) return failed(source, placed(problems, undefined, source.span));
  const sum = await junitSumOf(selection);
  let newest: number | undefined;
  for (const path of paths) {
    const session = sum.next();
    const take = (piece: string) => {
      session.write(piece);
      return true;
    };
    const { value: stamp, problems: unread } = await ports.streams.read(folder, path, take, signal);
    // One that has gone since the directory was listed counts for nothing.
    const wrong = stamp ? session.end().problems : unread;
    if (wrong.length > 0) return failed(source, placed(wrong, path, source.span));
    if (stamp) newest = Math.max(newest ?? stamp.time, stamp.time);
  }
  return newest === undefined ? notThere(source) : answer(source, sum.end(), Math.min(newest, ports.now()));
}

/** By its looks, else by the ending of its name. */
function formatOf(path: string, head: string): MetricFormat | undefined {
  const known = recognise(path, head.slice(0, headLength));
  if (known) return known;
  const ending = /\.([a-z]{1,5})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return ({ json: 'json', yml: 'yaml', yaml: 'yaml', csv: 'csv', tsv: 'csv', prom: 'prometheus' } as const)[
    ending as 'json'
  ];
}

async function readGitSource(
  ports: MetricPorts,
  folder: Folder,
  source: GitSource,
  signal: AbortSignalLike,
  releases: KnownReleases | undefined,
): Promise<SourceAnswer> {
  const repository = ports.repositoryOf(folder);
  if (!repository) {
    const message = l10n.t('{0} needs the history of git, which is not available here.', source.metric);
    return { source, state: 'unavailable', problems: [metricProblem('info', message, source.span)] };
  }
  const now = ports.now();
  const { value, problems } = await releaseHistory(repository, source, now, signal, releases);
  const measurement = value && measureReleases(source.measure, value);
  if (!measurement) {
    const message = value ? sayNoCommits(source) : sayNoRelease(source);
    const told = problems.length > 0 ? problems : [metricProblem('info', message, source.span)];
    return failed(source, told);
  }
  return answer(source, { value: [measurement], problems }, now);
}

function sayNoRelease({ tags, days }: GitSource): string {
  return tags
    ? l10n.t('No release was found: no tag of the last {0} days is like {1}.', days, tags)
    : l10n.t('No release was found: there is no tag of the last {0} days.', days);
}

/** Of the very first release nobody knows what it brought. */
function sayNoCommits({ days }: GitSource): string {
  return l10n.t(
    'No release of the last {0} days brought a commit that the one before it did not hold: the next one will tell.',
    days,
  );
}

async function readCommandSource(
  ports: MetricPorts,
  folder: Folder,
  source: CommandSource,
  selection: Selection,
  signal: AbortSignalLike,
): Promise<SourceAnswer> {
  const { command, timeout, span } = source;
  if (!ports.commands) {
    const message = l10n.t('{0} is measured by a command, and none is run here.', source.metric);
    return { source, state: 'unavailable', problems: [metricProblem('info', message, span)] };
  }
  if (!ports.isAllowed(folder, command)) return { source, state: 'waiting', problems: [] };
  const { value, problems } = await ports.commands.run(folder, command, timeout, signal);
  if (value === undefined) return failed(source, placed(problems, undefined, span));
  const session = (await readerOf(source.format ?? 'json')).start(selection);
  // A lone number, with its unit perhaps, is a JSON text or nearly one.
  session.write(source.format ? value : quoted(value));
  return answer(source, session.end(), ports.now());
}

/** What a command prints, as JSON: as it is where it is that, else as a string. */
function quoted(output: string): string {
  const text = output.trim();
  return /^[[{"]/.test(text) ? text : JSON.stringify(text);
}

/**
 * The first measurement is the one that was asked for, or the most telling. It was taken at `time` at the latest: a report says
 * nothing of what came after it was written, and a reading from the future would never be stale.
 */
function answer(
  source: MetricSource,
  { value, problems }: Parsed<readonly Reading['measurement'][]>,
  time: number,
): SourceAnswer {
  const [measurement] = value;
  const told = placed(problems, source.kind === 'file' ? source.file : undefined, source.span);
  if (!measurement) return failed(source, told);
  return {
    source,
    state: 'ready',
    reading: { measurement, time: Math.min(measurement.time ?? time, time) },
    problems: told,
  };
}

function failed(source: MetricSource, problems: readonly Problem[]): SourceAnswer {
  return { source, state: 'failed', problems };
}

/** Problems of what was read, told where the configuration names it: the file itself may be too large to be opened. */
function placed(problems: readonly Problem[], file: string | undefined, span: MetricSource['span']): Problem[] {
  return problems.map(({ severity, message }) =>
    metricProblem(severity, file === undefined || message.includes(file) ? message : `${file}: ${message}`, span),
  );
}
