import { metricName } from '../core/metrics/metricNames.js';
import type { MetricResults } from '../core/metrics/metricResults.js';
import type { SourceSuggestion } from '../core/metrics/suggestSources.js';
import { sourceLabel } from '../core/metrics/sources.js';
import { printable } from '../core/views/columns.js';
import { metricsJson } from '../core/views/metricsJson.js';
import { metricsText } from '../core/views/metricsText.js';
import { titleLine } from '../core/views/planText.js';
import { judge, measure } from '../hosts/node/project/measure.js';
import { exit, type Io } from './io.js';
import { printProblems } from './problems.js';
import { readPlan } from './readPlan.js';

/** What `metrics` is asked for. */
export interface MetricsOptions {
  readonly json?: boolean;
  /** Commands that the configuration names may be run. */
  readonly runCommands?: boolean;
}

/** `roadmap-lens metrics [path]`: prints where success metrics stand: what is measured against what is claimed. */
export async function metrics(path: string, options: MetricsOptions, io: Io): Promise<number> {
  const read = await readPlan(path, io, () => false);
  const { readings } = await measure(read.inFolders, options.runCommands === true);
  const shown = { ...read.snapshot, readings };
  const { results, suggestions } = judge(shown);
  const answer = metricsJson(shown, results, suggestions);
  const problems = [...read.problems, ...answer.problems];
  const wrong = problems.some(({ severity }) => severity === 'error');
  if (options.json) io.out(`${JSON.stringify({ ...answer, problems }, null, 2)}\n`);
  else {
    const texts = shown.roadmaps.flatMap((file) => {
      const own = results.results.filter((result) => result.file === file);
      return own.length === 0 ? [] : [[titleLine(file, io.style), ...metricsText(own, io.style)]];
    });
    io.out(texts.map((lines) => `${lines.join('\n')}\n`).join('\n'));
    if (texts.length === 0 && shown.roadmaps.some(({ roadmap }) => roadmap))
      io.err('No success metrics were found: a roadmap names them under "Success Metrics".\n');
    printProblems(problems, io);
    const hint = hintOf(results, suggestions);
    // What is wrong comes before what could be better.
    if (hint !== undefined && !wrong) io.err(`hint: ${printable(hint)}\n`);
  }
  return wrong ? exit.input : exit.ok;
}

/** What to do next so that more is measured: one thing, as more would not be read. */
function hintOf({ results }: MetricResults, suggestions: readonly SourceSuggestion[]): string | undefined {
  if (results.some(({ sourceState }) => sourceState === 'waiting'))
    return 'some metrics are measured by commands, which --run-commands runs';
  const [first, ...others] = suggestions;
  if (first) {
    const more = others.length === 0 ? '' : `, and so for ${others.length} more (--json lists them)`;
    return `${sourceLabel(first.source)} can measure ${metricName(first.metric)}${more}: name it under metrics in .roadmap/config.yaml`;
  }
  // A goal without a number is not measured.
  return results.some(({ metric }) => metric.target) && results.every(({ source }) => !source)
    ? 'nothing measures these yet: under metrics in .roadmap/config.yaml say which file, git measure or command does'
    : undefined;
}
