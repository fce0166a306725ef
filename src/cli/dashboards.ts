import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Checker } from '../core/checks/checker.js';
import type { MetricResults } from '../core/metrics/metricResults.js';
import type { Snapshot } from '../core/model/snapshot.js';
import { buildDashboard } from '../core/views/dashboard/buildDashboard.js';
import type { Dashboard } from '../core/views/dashboard/dashboard.js';
import { planForecast } from '../core/views/planForecast.js';
import { formatDay } from '../dashboard/format.js';
import { renderPage } from '../dashboard/export/renderPage.js';
import { renderPicture } from '../dashboard/export/renderPicture.js';
import { portsFor, todoSettings } from '../hosts/node/project/readWork.js';
import { readLinks } from '../workspace/readOnce.js';

// What reports as pages and pictures need beside all that other reports have; loaded with the first of these.

/**
 * The dashboards of what a report has read: with the TODOs and commits of the tasks, and with what `check` finds wrong. Of a roadmap
 * that is named by itself, TODOs are looked for in its repository alone, and what is wrong is said of the roadmap alone, as
 * nobody has read the others that TODOs may name. Paths are those in the folders.
 */
export async function readDashboards(
  path: string,
  cwd: string,
  read: Snapshot,
  metrics: MetricResults,
  today: number,
): Promise<readonly Dashboard[]> {
  if (read.roadmaps.length === 0) return [];
  const isFile = (await stat(resolve(cwd, path))).isFile();
  const snapshot = await withLinks(read, isFile);
  const found = new Checker().check(snapshot, { today, metrics });
  const problems = isFile ? found.filter(({ uri }) => snapshot.roadmaps.some((file) => file.uri === uri)) : found;
  const options = { today, metrics: metrics.results, problems, formatDay: sayDay };
  return snapshot.roadmaps.flatMap((file) => {
    const forecast = planForecast(snapshot, file, today);
    return buildDashboard(snapshot, file, { ...options, forecast }) ?? [];
  });
}

const locale = 'en';
const sayDay = (day: number): string => formatDay(locale, day);

/** Draws dashboards, in English as all that the command line says. */
export async function drawDashboards(dashboards: readonly Dashboard[], format: 'html' | 'svg'): Promise<string> {
  return format === 'svg'
    ? renderPicture(dashboards, locale)
    : renderPage(dashboards, { locale, now: Date.now() / 1000 });
}

async function withLinks(read: Snapshot, isFile: boolean): Promise<Snapshot> {
  const ports = portsFor(read);
  const snapshot = await readLinks(ports, read, { history: { unlinked: 0 } });
  // A file may lie anywhere, such as in a home directory.
  const isRepository = snapshot.histories.some(({ state }) => state === 'ready');
  if (!isFile || isRepository) return readLinks(ports, snapshot, { todos: todoSettings });
  const scans = snapshot.folders.map((folder) => ({
    uri: folder.uri,
    folder,
    state: 'partial' as const,
    engine: 'files',
    problems: [
      {
        code: 'not-searched' as const,
        severity: 'info' as const,
        message: 'TODOs were not looked for, as the roadmap lies in no repository: name its folder.',
      },
    ],
  }));
  return { ...snapshot, todos: { ...snapshot.todos, scans } };
}
