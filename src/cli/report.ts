import { historyProblems } from '../core/views/forecastJson.js';
import { metricsJson } from '../core/views/metricsJson.js';
import { reportCsv } from '../core/views/reportCsv.js';
import { reportMarkdown } from '../core/views/reportMarkdown.js';
import type { reportFormats } from '../core/views/reportFormats.js';
import { reportJson } from '../core/views/reportJson.js';
import { exit, type Io } from './io.js';
import { judge, measure } from '../hosts/node/project/measure.js';
import { printProblems } from './problems.js';
import { today } from '../hosts/node/project/planHistories.js';
import { readPlan } from './readPlan.js';
import { Refused } from '../core/model/refused.js';

/** What `report` is asked for. */
export interface ReportOptions {
  readonly json?: boolean;
  /** Markdown, where nothing else is said. */
  readonly format?: (typeof reportFormats)[number];
  readonly runCommands?: boolean;
}

/** `roadmap-lens report [path]`: prints all there is to say of roadmaps as one text. */
export async function report(path: string, options: ReportOptions, io: Io): Promise<number> {
  if (options.json && options.format !== undefined && options.format !== 'json')
    throw new Refused(`--json and --format ${options.format} contradict each other: give one of them.`);
  const format = options.json ? 'json' : (options.format ?? 'md');
  const day = today();
  const read = await readPlan(path, io);
  // A spreadsheet of tasks has no place for metrics, so nothing is asked for them.
  const readings = format === 'csv' ? [] : (await measure(read.inFolders, options.runCommands === true)).readings;
  const snapshot = { ...read.snapshot, readings };
  const { results, suggestions } = judge(snapshot);
  const measured = metricsJson(snapshot, results, suggestions);
  const problems = [...read.problems, ...(format === 'csv' ? [] : measured.problems), ...historyProblems(snapshot)];
  if (format === 'json') {
    io.out(`${JSON.stringify(reportJson(snapshot, measured, day, read), null, 2)}\n`);
  } else if (format === 'html' || format === 'svg') {
    // What draws is large, and nothing else needs it.
    const { readDashboards, drawDashboards } = await import('./dashboards.js');
    const dashboards = await readDashboards(path, io.cwd, { ...read.inFolders, readings }, results, day);
    if (dashboards.length > 0) io.out(await drawDashboards(dashboards, format));
    printProblems(problems, io);
  } else {
    // A head without a line below it is no answer where nothing could be read.
    if (snapshot.roadmaps.length > 0)
      io.out(format === 'csv' ? reportCsv(snapshot, day) : reportMarkdown(snapshot, results, day));
    printProblems(problems, io);
  }
  return problems.some(({ severity }) => severity === 'error') ? exit.input : exit.ok;
}
