import type { FolderReadings } from '../model/metric.js';
import type { MetricResult } from './metricResults.js';
import { suggestSources, type SourceSuggestion } from './suggestSources.js';

/** What could measure the metrics of a folder that have no source, by what was found there: the same in editor and command line. */
export function folderSuggestions(
  folder: string,
  results: readonly MetricResult[],
  readings: readonly FolderReadings[],
): readonly SourceSuggestion[] {
  const without = results.filter(({ file, source }) => file.folder.uri === folder && !source);
  const { found = [], repository = false } = readings.find(({ uri }) => uri === folder) ?? {};
  return suggestSources(
    without.map(({ metric }) => metric),
    found,
    { git: repository },
  );
}
