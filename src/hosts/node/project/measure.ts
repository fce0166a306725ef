import { folderSuggestions } from '../../../core/metrics/folderSuggestions.js';
import { metricResults, type MetricResults } from '../../../core/metrics/metricResults.js';
import type { SourceSuggestion } from '../../../core/metrics/suggestSources.js';
import type { Snapshot } from '../../../core/model/snapshot.js';
import { readMetrics } from '../../../workspace/readOnce.js';
import { NodeCommands } from '../commands.js';
import { NodeFiles } from '../files.js';
import { GitHistory } from '../git/gitHistory.js';
import { paths } from '../paths.js';
import { nodeLog, nodeScheduler } from '../process.js';
import { NodeStreams } from '../streams.js';

/** Asks all sources of metrics once; commands that the configuration names run where they may. */
export function measure(snapshot: Snapshot, runCommands: boolean): Promise<Snapshot> {
  const ports = {
    files: new NodeFiles(snapshot.folders.map(({ uri }) => paths.pathOf(uri))),
    scheduler: nodeScheduler,
    log: nodeLog,
    history: new GitHistory({ log: nodeLog }),
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
  const { roadmaps, configs, readings } = snapshot;
  const results = metricResults(roadmaps, configs, readings, { now: Date.now() / 1000 });
  const suggestions = snapshot.folders.flatMap(({ uri }) => folderSuggestions(uri, results.results, readings));
  return { results, suggestions };
}
