import { addMetricSource } from '../../src/core/config/addMetricSource.js';
import { sourceShapes } from '../../src/core/config/metricSchema.js';
import { readConfig } from '../../src/core/config/readConfig.js';
import { measureReleases, type ReleasedCommit } from '../../src/core/metrics/gitMeasures.js';
import { gitMeasures, metricFormats, type MetricSource } from '../../src/core/model/metric.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import type { MetricPorts } from '../../src/workspace/metricPorts.js';
import type { Repository } from '../../src/workspace/ports.js';
import { readSource } from '../../src/workspace/readSource.js';
import { dedent } from './check.js';
import type { Said } from './pseudoShown.js';

/** Words of `metrics` in `.roadmap/config.yaml`, the same in every language. */
export const metricWords: readonly string[] = [
  'metrics',
  ...Object.values(sourceShapes).flatMap(({ shape }) => Object.keys(shape)),
  ...gitMeasures,
  ...metricFormats,
];

const many = (count: number) =>
  `metrics:\n${Array.from({ length: count }, (_, at) => `  а${at}: { file: а }\n`).join('')}`;

/** Configurations in which entries of `metrics` are wrong, each in a way of its own. */
const wrongEntries: readonly string[] = [
  'metrics: а\n',
  many(201),
  dedent(`
    metrics:
      "": { file: а }
      а: б
      б: { unit: s }
      в: { file: а, git: lead-time }
      г: { file: ../а }
      ґ: { git: а }
      д: { file: а, format: а }
      е: { file: а, aggregate: а }
      є: { command: а }
      ж: { file: а, tolerance: 2 }
      з: { git: lead-time, days: 0.5 }
      и: { file: а, value: ${'б'.repeat(501)} }
      і: { file: а, unit: 1 }
      ї: { file: а, valu: а }
      й: { file: а, яяяяя: а }
      к: { file: а*, format: csv }
  `),
];

/** What is said of wrong entries, and why one cannot be added. */
export function saidOfEntries(): Said {
  const read = wrongEntries.flatMap((text) => readConfig(text).problems);
  const source: MetricSource = { kind: 'file', metric: 'а', file: 'а' };
  const added = ['metrics: [\n', many(200), 'metrics:\n  А: { file: а }\n', 'metrics: { б: { file: а } }\n'].map(
    (text) => addMetricSource(text, source),
  );
  return {
    shown: [...read.map(({ message }) => message), ...added.map((each) => (each.ok ? 'added' : each.message))],
    sources: [...wrongEntries, ...metricWords],
    codes: read.map(({ code }) => code),
  };
}

const folder = { uri: 'memory:///а', name: 'а' };
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

/** What is said of sources that give nothing. */
export async function saidOfSources(): Promise<Said> {
  const host = new MemoryHost({}, ['/а']);
  const file = 'а.а';
  const without: MetricPorts = {
    ...host.ports,
    streams: {
      read: async (_, path, take) => {
        if (path !== file) return { value: undefined, problems: [] };
        take('а');
        return { value: { time: 0, size: 1 }, problems: [] };
      },
      stamp: async () => undefined,
    },
    now: () => 0,
    repositoryOf: () => undefined,
    isAllowed: () => false,
  };
  const repository: Partial<Repository> = { tags: async () => ({ value: [], problems: [] }) };
  const untagged: MetricPorts = { ...without, repositoryOf: () => repository as Repository };
  const once: Partial<Repository> = {
    tags: async () => ({ value: [{ name: 'а', hash: 'а', time: 0 }], problems: [] }),
    commits: async () => [],
  };
  const tagged: MetricPorts = { ...without, repositoryOf: () => once as Repository };
  const entries = Array.from({ length: 502 }, (_, at) => ({ name: `${at}`, uri: `${at}`, directory: false }));
  const files = { ...host.ports.files, list: async () => ({ value: entries, problems: [] }) };
  const crowded: MetricPorts = { ...without, files };
  const git = { kind: 'git', metric: 'а', measure: 'lead-time', days: 90 } as const;
  const asked: readonly (readonly [MetricPorts, MetricSource])[] = [
    [without, { kind: 'file', metric: 'а', file }],
    [without, { kind: 'file', metric: 'а', file: 'б' }],
    [without, { kind: 'command', metric: 'а', command: ['а'], timeout: 1 }],
    [without, git],
    [untagged, git],
    [untagged, { ...git, tags: 'а*' }],
    [tagged, git],
    [crowded, { kind: 'file', metric: 'а', file: '*', format: 'junit' }],
  ];
  const answers = await Promise.all(asked.map(([ports, one]) => readSource(ports, folder, one, undefined, signal)));
  const problems = answers.flatMap((answer) => answer.problems);
  return {
    shown: problems.map(({ message }) => message),
    sources: metricWords,
    codes: problems.map(({ code }) => code),
  };
}

/** How the figures of git came about: of one release and of several, with one commit and with several. */
export function saidOfReleases(): Said {
  const commits = (count: number): ReleasedCommit[] =>
    Array.from({ length: count }, (_, at) => ({ hash: `${at}`, time: 0, reverts: [] }));
  const histories = [[1], [2], [1, 0], [1, 1]].map((releases) => ({
    releases: releases.map((count) => ({ name: 'а', time: 1, commits: commits(count) })),
    unreleased: [],
    days: 90,
  }));
  return {
    shown: histories.flatMap((history) =>
      gitMeasures.map((measure) => measureReleases(measure, history)?.detail ?? 'unmeasured'),
    ),
    sources: [],
  };
}
