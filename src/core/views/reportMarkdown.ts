import * as l10n from '@vscode/l10n';
import type { Group, Roadmap } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import type { MetricResult, MetricResults } from '../metrics/metricResults.js';
import { sourceLabel } from '../metrics/sources.js';
import { countLeaves, wholePercent } from '../progress/counts.js';
import { effortProgress, effortRatio } from '../progress/effortProgress.js';
import type { Forecast } from '../progress/forecast.js';
import { sayForecast, sayForecastDay } from '../progress/forecastWords.js';
import type { HorizonForecast } from '../progress/horizonForecast.js';
import { sayReasons } from '../progress/nextWords.js';
import { dayOfTime, isoDay } from '../values/day.js';
import { formatTarget } from '../values/quantity.js';
import { sayReading, stateWord } from './measuredMetrics.js';
import { sentence } from './metricRows.js';
import { whatNext } from './nextJson.js';
import { outermostGroups, planForecast } from './planForecast.js';
import { lateness, sayHowLate, timingOf } from './timing.js';
import { sayVerdict } from './verdicts.js';
import { fraction, percentage, sayDays, sayDone, sayPercent } from './words.js';

/** So many tasks and changes are named. */
const most = 10;

/**
 * A report of the roadmaps in GitHub Flavored Markdown (https://github.github.com/gfm/): progress, forecast, metrics, what is
 * next, what was done last. Texts of the roadmaps are escaped: they show as they are, whatever they hold.
 */
export function reportMarkdown(snapshot: Snapshot, metrics: MetricResults, today: number): string {
  const parts = snapshot.roadmaps.flatMap((file) =>
    file.roadmap ? roadmapReport(snapshot, file, file.roadmap, metrics, today) : [],
  );
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function roadmapReport(
  snapshot: Snapshot,
  file: RoadmapFile,
  roadmap: Roadmap,
  metrics: MetricResults,
  today: number,
): string[] {
  const counts = countLeaves(roadmap);
  const own = metrics.results.filter((result) => result.file.uri === file.uri);
  return [
    `# ${escaped(roadmap.title)}`,
    `${isoDay(today)} · ${escaped(file.path)} · ${sayDone(counts)} (${percentage(counts)})`,
    ...progressTable(snapshot, file, roadmap, today),
    ...(own.length > 0 ? [`## ${l10n.t('Metrics')}`, metricsTable(own)] : []),
    ...nextList(snapshot, file, today),
    ...lastChanges(snapshot, file),
  ];
}

function progressTable(snapshot: Snapshot, file: RoadmapFile, roadmap: Roadmap, today: number): string[] {
  const groups = outermostGroups(roadmap);
  if (groups.length === 0) return [];
  const forecast = planForecast(snapshot, file, today);
  const timing = timingOf(snapshot, file, today);
  const rows = groups.map((group) => {
    const counts = countLeaves(group);
    const schedule = timing.schedules.get(group);
    const late = lateness(timing, group);
    const horizon = forecast?.horizons.find(({ id }) => id === group.id);
    return [
      escaped(group.name),
      fraction(counts),
      percentage(counts),
      byEffort(roadmap, group),
      schedule?.end === undefined ? '–' : isoDay(schedule.end),
      horizon ? sayDates(horizon) : '–',
      [
        ...(late ? [sayHowLate(late)] : []),
        ...(horizon?.verdict && !late ? [sayVerdict(horizon.verdict, true)] : []),
      ].join(', ') || '–',
    ];
  });
  const head = [
    l10n.t('Horizon'),
    l10n.t({ message: 'Done', comment: 'Status of a task' }),
    l10n.t({ message: 'Share', comment: 'Per cent that are done' }),
    l10n.t({ message: 'By effort', comment: 'Progress in working days' }),
    l10n.t({ message: 'Ends', comment: 'The last day of a horizon' }),
    l10n.t('50 / 85 / 95 %'),
    l10n.t('State'),
  ];
  return [`## ${l10n.t('Progress')}`, table(head, rows), ...(forecast ? [sayAll(forecast.whole)] : [])];
}

function sayAll(forecast: Forecast): string {
  return l10n.t({
    message: 'All: {0}',
    args: [sayForecast(forecast)],
    comment: 'All tasks; {0} says when they will be done',
  });
}

function byEffort(roadmap: Roadmap, group: Group): string {
  const progress = effortProgress(roadmap, group);
  if (progress.said === 0) return '–';
  const { doneDays, totalDays } = progress;
  return `${sayDays(doneDays)}/${sayDays(totalDays)} (${sayPercent(wholePercent(effortRatio(progress)))})`;
}

function sayDates({ state, dates }: HorizonForecast): string {
  if (state === 'done') return l10n.t({ message: 'done', comment: 'Status of a task' });
  // Why there is too little to say stands below the table.
  if (!dates) return state === 'thin' || state === 'empty' ? '–' : sayForecastDay(undefined);
  return [dates.p50, dates.p85, dates.p95].map((day) => sayForecastDay(day)).join(' / ');
}

function metricsTable(results: readonly MetricResult[]): string {
  const grouped = new Set(results.map(({ metric }) => metric.group)).size > 1;
  const rows = results.map((result) => [
    escaped(sentence(result.name)),
    // The targets of several horizons may have one name.
    grouped ? escaped(result.metric.group ?? '–') : '–',
    result.metric.target ? escaped(formatTarget(result.metric.target)) : l10n.t('a qualitative goal'),
    escaped(sayReading(result) ?? '–'),
    stateWord(result.state),
    result.source ? escaped(sourceLabel(result.source)) : '–',
    result.reading ? isoDay(dayOfTime(result.reading.time)) : '–',
  ]);
  const head = [
    l10n.t('Metric'),
    l10n.t('Group'),
    l10n.t('Target'),
    l10n.t('Measured'),
    l10n.t('State'),
    l10n.t({ message: 'Source', comment: 'What gives the reading of a metric' }),
    l10n.t('Date'),
  ];
  return table(head, rows);
}

function nextList(snapshot: Snapshot, file: RoadmapFile, today: number): string[] {
  const ready = whatNext(snapshot, file, today)?.ready.slice(0, most) ?? [];
  if (ready.length === 0) return [];
  const lines = ready.map(
    ({ task, reasons }, index) => `${index + 1}. ${escaped(task.title)} – ${escaped(sayReasons(reasons))}`,
  );
  return [`## ${l10n.t('Next')}`, lines.join('\n')];
}

function lastChanges({ planHistories }: Snapshot, { uri }: RoadmapFile): string[] {
  const changes = planHistories.find((history) => history.uri === uri)?.changes ?? [];
  const finished = changes
    .filter(({ kind }) => kind === 'finished')
    .slice(-most)
    .reverse();
  if (finished.length === 0) return [];
  const lines = finished.map(
    ({ title, time, author }) => `- ${isoDay(dayOfTime(time))} ${escaped(title)} (${escaped(author)})`,
  );
  return [`## ${l10n.t('Finished last')}`, lines.join('\n')];
}

/** A table; a column in which nothing stands is left out. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const shown = head.map((_, column) => column === 0 || rows.some((row) => row[column] !== '–'));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => shown[column]).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * A text as it is, at the beginning of a block or in a line: whatever Markdown, its extensions on GitHub or HTML would take for
 * a sign is escaped, and addresses are kept from becoming links.
 */
function escaped(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/[\\`*_[\]|~#$]/g, (sign) => `\\${sign}`)
    .replace(/^[-+]/, (sign) => `\\${sign}`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/[<>&]/g, (sign) => entities[sign]!)
    .replace(/(?<=https?|ftp|mailto|xmpp):|(?<=www)\.|@/gi, (sign) => entities[sign]!);
}

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  ':': '&#58;',
  '.': '&#46;',
  '@': '&#64;',
};
