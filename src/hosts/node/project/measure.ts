import { folderSuggestions } from '../../../core/metrics/folderSuggestions.js';
import { metricResults, type MetricResults } from '../../../core/metrics/metricResults.js';
import type { SourceSuggestion } from '../../../core/metrics/suggestSources.js';
import type { Snapshot } from '../../../core/model/snapshot.js';
import type { Ports } from '../../../workspace/ports.js';
import { readMetrics } from '../../../workspace/readOnce.js';
import { NodeCommands } from '../commands.js';
import { NodeStreams } from '../streams.js';
import { portsFor } from './readWork.js';

/** Asks all sources of metrics once; commands that the configuration names run where they may. */
export function measure(
  snapshot: Snapshot,
  runCommands: boolean,
  given: Ports = portsFor(snapshot),
): Promise<Snapshot> {
  const ports = {
    ...given,
    streams: new NodeStreams(),
    commands: new NodeCommands(),
    now: () => Date.now() / 1000,
    isAllowed: () => runCommands,
  };
  return readMetrics(ports, snapshot);
}

/** Judges all metrics, and says what could measure those without a source. */
export function judge(snapshot: Snapshot): {
  readonly results: MetricResults;
  readonly suggestions: readonly SourceSuggestion[];
} {
  const results = resultsOf(snapshot);
  const { folders, readings } = snapshot;
  return { results, suggestions: folders.flatMap(({ uri }) => folderSuggestions(uri, results.results, readings)) };
}

/** Judges all metrics by what is measured now. */
export function resultsOf({ roadmaps, configs, readings }: Snapshot): MetricResults {
  return metricResults(roadmaps, configs, readings, { now: Date.now() / 1000 });
}

/** Whether a roadmap names metrics at all. */
export function hasMetrics({ roadmaps }: Snapshot): boolean {
  return roadmaps.some(({ roadmap }) => (roadmap?.metrics.length ?? 0) > 0);
}
