import * as l10n from '@vscode/l10n';
import { linksOf, resolveTodos } from '../links/links.js';
import type { MetricResult, MetricResults } from '../metrics/metricResults.js';
import type { Severities } from '../model/config.js';
import { isAdjustable } from '../model/problem.js';
import type { FileProblems, Fix, FoundProblem, Ignore, Problem, Severity } from '../model/problem.js';
import { tasksOf } from '../model/roadmap.js';
import { configOf, type ConfigFile, type Folder, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import type { LineIndex } from '../model/span.js';
import type { TodoFile } from '../model/todo.js';
import { firstDayOf, schedulesOf } from '../progress/schedule.js';
import { isIgnored } from '../references/ignores.js';
import { Memo } from './memo.js';
import { readerFixes } from './readerFixes.js';
import type { Rule } from './rule.js';
import { rules as allRules, type Rules } from './rules.js';
import { TaskNames } from './taskNames.js';

/** What is not in the snapshot. */
export interface CheckOptions {
  /** Days since 1970, of the person's own calendar. */
  readonly today: number;
  /** Absent where metrics are not looked at. */
  readonly metrics?: MetricResults | undefined;
  /** How severe a person wants problems of a folder to be: it goes before the configuration. */
  readonly severities?: ((folder: Folder) => Severities) | undefined;
}

/**
 * Finds what is wrong where plan, code and history meet, and puts it together with what the readers found. It remembers what
 * each rule said of what: a rule runs again only for a file of which something it knows is new.
 */
export class Checker {
  private readonly memo = new Memo();
  private names: TaskNames | undefined;
  private readonly last = new Map<string, FileProblems>();
  private readonly wanted = new Map<string, { readonly own: Severities; readonly key: string }>();

  constructor(private readonly rules: Rules = allRules) {}

  /**
   * The problems of all files that have any, roadmaps first, then configurations, then code. A file of which nothing is new
   * keeps its object.
   */
  check(snapshot: Snapshot, options: CheckOptions): readonly FileProblems[] {
    this.wanted.clear();
    const names = this.namesOf(snapshot);
    const lists = [
      ...snapshot.roadmaps.map((file) => this.ofRoadmap(snapshot, file, options)),
      ...snapshot.configs.map((file) => this.ofConfig(snapshot, file, options)),
      ...[...snapshot.todos.files.values()].map((file) => this.ofTodos(snapshot, file, names, options)),
    ];
    this.memo.sweep();
    const found = joined(lists).filter(({ problems }) => problems.length > 0);
    const kept = found.map((file) => {
      const before = this.last.get(file.uri);
      return before && (before === file || JSON.stringify(before) === JSON.stringify(file)) ? before : file;
    });
    this.last.clear();
    for (const file of kept) this.last.set(file.uri, file);
    return kept;
  }

  private namesOf(snapshot: Snapshot): TaskNames {
    const { roadmaps, planHistories } = snapshot;
    return this.memo.get('names', [roadmaps, planHistories], () => {
      const names = new TaskNames(snapshot);
      return (this.names = this.names?.equals(names) ? this.names : names);
    });
  }

  private ofRoadmap(snapshot: Snapshot, file: RoadmapFile, options: CheckOptions): FileProblems {
    const { uri, roadmap } = file;
    const read = this.memo.get(`read ${uri}`, [file], () =>
      file.problems.map((problem) => located(file, problem, readerFixes(file, problem))),
    );
    const found: (readonly FoundProblem[])[] = [read];
    if (roadmap) {
      const { aliases } = configOf(snapshot, file.folder);
      const history = snapshot.planHistories.find((one) => one.uri === uri);
      const links = linksOf(snapshot);
      const schedules = schedulesOf(roadmap, firstDayOf(history));
      const { files: todos } = snapshot.todos;
      const alone = snapshot.roadmaps.every(
        (one) => one === file || one.folder.uri !== file.folder.uri || !hasTasks(one),
      );
      const { today } = options;
      found.push(
        this.run('plan', uri, [file, aliases], this.rules.plan, () => ({ file, roadmap, aliases })),
        this.run('timing', uri, [file, schedules, today], this.rules.timing, () => ({
          file,
          roadmap,
          schedules,
          today,
        })),
        this.run('activity', uri, [file, links, todos, history, alone], this.rules.activity, () => ({
          file,
          roadmap,
          links,
          todos,
          history,
          alone,
        })),
      );
    }
    if (options.metrics) {
      const { results } = options.metrics;
      const own = this.memo.get(`results ${uri}`, [results, file], () => ownResults(results, file));
      const told = this.memo.get(`claims ${uri}`, [own], () =>
        own.flatMap(({ problems }) => problems.map((problem) => located(file, problem))),
      );
      found.push(
        told,
        this.run('metrics', uri, [own], this.rules.metrics, () => ({ file, results: own })),
      );
    }
    return this.combine('roadmap', snapshot, file, found, options);
  }

  private ofConfig(snapshot: Snapshot, file: ConfigFile, options: CheckOptions): FileProblems {
    const measured = options.metrics?.configProblems.get(file.uri) ?? none;
    const found = this.memo.get(`read ${file.uri}`, [file, measured], () =>
      [...file.problems, ...measured].map((problem) => located(file, problem)),
    );
    return this.combine('config', snapshot, file, [found], options);
  }

  private ofTodos(snapshot: Snapshot, file: TodoFile, names: TaskNames, options: CheckOptions): FileProblems {
    const mentions = resolveTodos(snapshot, file);
    const found = this.run('todos', file.uri, [file, mentions, names], this.rules.todos, () => ({
      file,
      mentions,
      names,
    }));
    return this.combine('todos', snapshot, file, [found], options);
  }

  /** What some rules say of a subject: what they said before, where all they know is the same. */
  private run<Subject>(
    kind: string,
    uri: string,
    inputs: readonly unknown[],
    rules: readonly Rule<Subject>[],
    subject: () => Subject,
  ): readonly FoundProblem[] {
    return this.memo.get(`${kind} ${uri}`, inputs, () => runRules(rules, subject()));
  }

  /** What a person wants for a folder, asked once in each check: there may be thousands of files. */
  private ownSeverities(
    folder: Folder,
    { severities }: CheckOptions,
  ): { readonly own: Severities; readonly key: string } {
    let known = this.wanted.get(folder.uri);
    if (!known) {
      const own = severities?.(folder) ?? noSeverities;
      this.wanted.set(folder.uri, (known = { own, key: JSON.stringify([...own]) }));
    }
    return known;
  }

  /** Puts together what is wrong in a file: without what is silenced, and as severe as it is to be. */
  private combine(
    kind: string,
    snapshot: Snapshot,
    file: Pick<FileProblems, 'uri' | 'folder' | 'path'> & { readonly ignores?: readonly Ignore[] },
    found: readonly (readonly FoundProblem[])[],
    options: CheckOptions,
  ): FileProblems {
    const { uri, folder, path, ignores } = file;
    const shared = configOf(snapshot, folder).severities;
    const { own, key } = this.ownSeverities(folder, options);
    const inputs = [file, ...found, shared, key];
    return this.memo.get(`all ${kind} ${uri}`, inputs, () => {
      const wrongIgnores = ignores ? runRules(this.rules.ignores, ignores) : [];
      const problems = [...found.flat(), ...wrongIgnores].flatMap((problem) => {
        const { code, range, severity } = problem;
        if (range && isAdjustable(code) && isIgnored(ignores, range.start.line, code)) return [];
        const wanted: Severity | 'off' = own.get(code) ?? shared.get(code) ?? severity;
        return wanted === 'off' ? [] : wanted === severity ? problem : { ...problem, severity: wanted };
      });
      return { uri, folder, path, problems: problems.sort(byPlace) };
    });
  }
}

function runRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject): readonly FoundProblem[] {
  return rules.flatMap((rule) =>
    rule.run(subject).map((problem) => ({ ...problem, code: rule.code, severity: rule.severity })),
  );
}

const none: readonly Problem[] = [];
const noSeverities: Severities = new Map();

function hasTasks({ roadmap }: RoadmapFile): boolean {
  return roadmap !== undefined && tasksOf(roadmap).next().done === false;
}

/** The metrics of a roadmap. */
function ownResults(results: readonly MetricResult[], { uri }: RoadmapFile): readonly MetricResult[] {
  return results.filter(({ file }) => file.uri === uri);
}

/** A reader's problem where it stands. */
function located(
  { uri, lines }: { readonly uri: string; readonly lines: LineIndex },
  problem: Problem,
  fixes: readonly Fix[] = [],
): FoundProblem {
  const { code, severity, message, span, places = [] } = problem;
  const related = places.slice(0, mostPlaces).map((place, index) => ({
    uri,
    range: lines.rangeOf(place),
    message: l10n.t({
      message: '{0} of {1}',
      args: [index + 1, places.length],
      comment: 'One of the places of a problem',
    }),
  }));
  return {
    code,
    severity,
    message,
    ...(span ? { range: lines.rangeOf(span) } : {}),
    ...(places.length > 1 ? { related } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

/** So many places of a problem are named. */
const mostPlaces = 100;

/** One list for each file: a roadmap in YAML may have TODOs in its comments. */
function joined(lists: readonly FileProblems[]): readonly FileProblems[] {
  const byUri = new Map<string, FileProblems>();
  for (const file of lists) {
    const before = byUri.get(file.uri);
    const problems = before ? [...before.problems, ...file.problems].sort(byPlace) : file.problems;
    byUri.set(file.uri, before ? { ...before, problems } : file);
  }
  return [...byUri.values()];
}

/** What the file as a whole has comes first. */
function byPlace({ range: a }: FoundProblem, { range: b }: FoundProblem): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
