import { readConfig } from '../../src/core/config/readConfig.js';
import type { Measurement, Reading, SourceReading, TrendPoint } from '../../src/core/model/metric.js';
import type { Problem } from '../../src/core/model/problem.js';
import type { ConfigFile, RoadmapFile, Snapshot } from '../../src/core/model/snapshot.js';
import { LineIndex } from '../../src/core/model/span.js';
import { evaluate, type EvaluateOptions } from '../../src/core/metrics/evaluate.js';
import { metricResults } from '../../src/core/metrics/metricResults.js';
import { suggestSources } from '../../src/core/metrics/suggestSources.js';
import { parseTarget } from '../../src/core/values/target.js';
import { shownMetrics } from '../../src/core/views/measuredMetrics.js';
import { metricsText } from '../../src/core/views/metricsText.js';
import { reportMarkdown } from '../../src/core/views/reportMarkdown.js';
import { dedent, fileOf } from './check.js';
import { shownOf, type Said } from './pseudoShown.js';
import { metricWords } from './pseudoSources.js';
import { plainStyle, snapshotOf } from './views.js';

const now = 1_780_000_000;
const day = 86_400;

/** Metrics by every kind of name, and of every state. */
const plan = dedent(`
  # План

  - [ ] Завдання

  ## sUCCESS mETRICS

  ### Перші

  - ✅ Пошук: < 200ms
  - ✅ Покриття: 80%+
  - ✅ Час відповіді сервера: < 5s

  ### Другі

  - Читачі книг: > 100
  - перша друга третя: > 1
  - друга перша третя: > 1
  - одна дві три чотири шість: > 1
  - Відмови: 0
  - Випуски: > 2
  - Оцінка: > 4
  - Зошити: > 4
  - Малюнки: > 4
  - ✅ Мапи: > 4
  - Задоволення читачів
  - ✅ Радість читачів
  - tEST cOVERAGE: 80%+
  - Швидкість пошуку: < 5
`);

/** An entry for each way in which a name may be found, or not. */
const config = dedent(`
  metrics:
    Перші/Пошук: { file: а }
    "Пошук: < 200ms": { file: б }
    Покриття: { command: [в] }
    "Відмови: 0": { file: г }
    час-відповіді-сервера: { file: ґ }
    книг читачі: { file: д }
    третя друга перша: { file: е }
    одна дві три чотири: { file: є }
    Випускі: { file: ж }
    щось зовсім інше: { file: з }
    Випуски: { git: lead-time }
    Оцінка: { file: и }
    Зошити: { file: і }
    Малюнки: { command: [ї] }
`);

type Given = Partial<Measurement> & Partial<Omit<SourceReading, 'source'>> & { readonly age?: number };

const problem: Problem = { code: 'metric-source', severity: 'warning', message: 'не вийшло' };
const trend = (...values: readonly number[]): readonly TrendPoint[] => values.map((value, time) => ({ time, value }));

/** What each entry gave, by its name. */
const given: Readonly<Record<string, Given>> = {
  'Перші/Пошук': { value: 205, unit: 'ms', trend: trend(300, 205), detail: 'одне' },
  Покриття: { state: 'waiting' },
  'Відмови: 0': { value: 2, state: 'failed', trend: trend(1, 2) },
  'час-відповіді-сервера': { value: 60, trend: trend(60, 60) },
  'книг читачі': { value: 200, age: 100 },
  'одна дві три чотири': { state: 'failed', problems: [problem] },
  Випуски: { state: 'unavailable' },
  Оцінка: { state: 'failed' },
  Зошити: { value: 5, trend: trend(6, 5) },
};

function configFile({ folder }: RoadmapFile): ConfigFile {
  const path = '.roadmap/config.yaml';
  const { value, problems } = readConfig(config);
  return { uri: `${folder.uri}/${path}`, folder, path, lines: new LineIndex(config), config: value, problems };
}

function sourceReadings({ config: { metrics } }: ConfigFile): SourceReading[] {
  return metrics.flatMap((source): SourceReading[] => {
    const one = given[source.metric];
    if (!one) return [];
    const { age = 0, state = 'ready', trend: points = [], problems = [], value, ...rest } = one;
    const reading = value === undefined ? {} : { reading: readingOf(value, rest, age) };
    return [{ source, state, trend: points, problems, ...reading }];
  });
}

function readingOf(value: number, rest: Partial<Measurement> = {}, age = 0): Reading {
  return { measurement: { name: 'а', ...rest, value }, time: now - age * day };
}

/** Everything that is shown of metrics, measured in every way, with what is wrong in the entries that measure them. */
export function saidOfMetrics(): Said {
  const file = fileOf(plan);
  const entries = configFile(file);
  const readings = [{ uri: file.folder.uri, sources: sourceReadings(entries), found: [] }];
  const all = metricResults([file], [entries], readings, { now });
  const suggestions = suggestSources(
    file.roadmap!.metrics,
    [
      { path: 'і', format: 'lcov' },
      { path: 'ї', format: 'benchmark', measurements: [{ name: 'швидкість пошуку' }] },
    ],
    { git: true },
  );
  const snapshot: Snapshot = { ...snapshotOf([file]), configs: [entries] };
  const shown = shownMetrics(all.results, suggestions);
  const problems = [
    ...entries.problems,
    ...all.results.flatMap((result) => result.problems),
    ...[...all.configProblems.values()].flat(),
  ];
  return {
    shown: [
      ...shownOf(snapshot, { metrics: () => shown }),
      ...metricsText(all.results, plainStyle(160)),
      reportMarkdown(snapshot, all, Math.floor(now / day)),
      ...all.results.flatMap(({ explanation, because = '' }) => [explanation, because]),
      ...suggestions.map(({ because }) => because),
      ...problems.map(({ message }) => message),
    ],
    // Names begin rows with a capital; signs are escaped in a report.
    sources: [plan, config, file.path, 'TEST lines lt gt', ...metricWords],
    codes: problems.map(({ code }) => code),
  };
}

type Judged = readonly [
  target: string | undefined,
  claimed: 'met' | undefined,
  reading?: Reading,
  options?: Partial<EvaluateOptions>,
];

/** Readings against targets, one for each thing that is said of them. */
const judged: readonly Judged[] = [
  [undefined, 'met'],
  [undefined, undefined],
  ['Пошук: < 200ms', 'met'],
  ['Пошук: < 200ms', undefined],
  ['Пошук: < 200ms', undefined, readingOf(Number.NaN)],
  ['Пошук: < 200ms (p95)', undefined, readingOf(1, { aggregate: 'mean' })],
  ['Пошук: < 200ms (p95)', undefined, readingOf(1, { aggregate: 'mean' }), { aggregate: 'mean' }],
  ['Покриття: 80%+', undefined, readingOf(0.5)],
  ['Покриття: 80%+', undefined, readingOf(79)],
  ['Покриття: 80%+', undefined, readingOf(1, { unit: 'ms' })],
  ['Читачі: > 100', undefined, readingOf(1, { unit: 'ms' })],
  ['Пошук: < 200ms', undefined, readingOf(0.1, { unit: 's' })],
  ['Пошук: < 200ms', undefined, readingOf(1, { unit: 's' }, 1.5), { maxAge: 1 }],
  ['Пошук: < 200ms', undefined, readingOf(1, { unit: 's' }, 60)],
];

/** Why a metric stands where it does. */
export function saidOfReadings(): Said {
  const evaluations = judged.map(([target, claimed, reading, options]) =>
    evaluate(target === undefined ? undefined : parseTarget(target), claimed, reading, { now, ...options }),
  );
  return {
    shown: evaluations.map(({ explanation }) => explanation),
    sources: judged.map(([target = '']) => target).concat('mean s'),
    codes: evaluations.flatMap(({ problem: found }) => found?.code ?? []),
  };
}
