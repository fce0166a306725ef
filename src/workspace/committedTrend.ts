import type { Aggregate, FileSource, TrendPoint } from '../core/model/metric.js';
import type { Folder } from '../core/model/snapshot.js';
import { readerOf, recognise } from '../core/metrics/readers/index.js';
import { decodeText } from '../core/text/decode.js';
import { headLength } from './metricFiles.js';
import { trendPoint } from './metricTrends.js';
import type { AbortSignalLike, Files, Repository } from './ports.js';
import { selectionOf } from './readSource.js';

/** So many versions of a report are read: the newest. */
const maxVersions = 50;

/**
 * The earlier readings of a report that is committed: one of each version of it, by the time of its commit. Empty for what
 * git does not know, as most reports; a version that cannot be read is left out, as a trend is no more than that.
 */
export async function committedTrend(
  repository: Repository,
  files: Files,
  folder: Folder,
  source: FileSource,
  aggregate: Aggregate | undefined,
  signal: AbortSignalLike,
): Promise<readonly TrendPoint[]> {
  const path = files.relative({ uri: repository.root, name: '' }, files.resolve(folder, source.file));
  if (path === undefined) return [];
  const { value } = await repository.fileVersions(path, signal);
  const versions = (value?.versions ?? []).slice(-maxVersions);
  if (versions.length === 0) return [];
  const points = new Map<string, TrendPoint>();
  const read = async (id: string, bytes: Uint8Array | undefined) => {
    const text = bytes && decodeText(bytes).value;
    if (text === undefined) return;
    const format = source.format ?? recognise(source.file, text.slice(0, headLength));
    if (!format) return;
    const session = (await readerOf(format)).start(selectionOf(source, aggregate));
    session.write(text);
    const [measurement] = session.end().value;
    if (measurement) points.set(id, trendPoint({ measurement, time: 0 }));
  };
  await repository.blobs(
    versions.flatMap(({ blob }) => blob ?? []),
    read,
    signal,
  );
  return versions.flatMap(({ blob, time }) => {
    const point = blob === undefined ? undefined : points.get(blob);
    return point ? [{ ...point, time }] : [];
  });
}
