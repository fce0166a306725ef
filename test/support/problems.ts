import assert from 'node:assert/strict';
import { Checker, type CheckOptions } from '../../src/core/checks/checker.js';
import { planIgnore } from '../../src/core/checks/planIgnore.js';
import { readConfig } from '../../src/core/config/readConfig.js';
import { planTodoChange } from '../../src/core/edits/todoEdits.js';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import { readYaml } from '../../src/core/formats/yaml/readYaml.js';
import { syntaxOf } from '../../src/core/lexical/languages.js';
import { metricResults } from '../../src/core/metrics/metricResults.js';
import type { Commit } from '../../src/core/model/history.js';
import type { PlanHistory } from '../../src/core/model/planHistory.js';
import type { FileProblems, Fix, FoundProblem } from '../../src/core/model/problem.js';
import { tasksOf } from '../../src/core/model/roadmap.js';
import { configOf, type ConfigFile, type RoadmapFile, type Snapshot } from '../../src/core/model/snapshot.js';
import { LineIndex } from '../../src/core/model/span.js';
import { defaultTags, type TodoFile } from '../../src/core/model/todo.js';
import { readIgnores } from '../../src/core/references/ignores.js';
import { readTodos } from '../../src/core/references/readTodos.js';
import { todoTags } from '../../src/core/references/todos.js';
import { applyEdits } from '../../src/core/text/textEdits.js';
import { dayOf } from '../../src/core/values/day.js';
import { openForEdit, planEdits } from '../../src/workspace/editing.js';
import { splitFiles } from './annotated.js';
import { dedent } from './check.js';
import { folder, workspace } from './links.js';

/** What is not in the files. */
export interface ProblemOptions extends Partial<CheckOptions> {
  readonly commits?: readonly Commit[];
  readonly planHistories?: readonly PlanHistory[];
}

/** The day on which the tests are. */
const today = dayOf(2026, 5, 15);

const tags = todoTags(defaultTags);
const isRoadmap = (path: string) => /(?:^|\/)[^/]*roadmap[^/]*\.(?:md|ya?ml)$/i.test(path);

/** A workspace of texts by path: roadmaps, the configuration, and code. */
export function workspaceOf(files: Readonly<Record<string, string>>, options: ProblemOptions = {}): Snapshot {
  const roadmaps: RoadmapFile[] = [];
  const todos: TodoFile[] = [];
  const configs: ConfigFile[] = [];
  for (const [path, text] of Object.entries(files)) {
    const ignores = readIgnores(text, path.endsWith('.md'));
    const file = { uri: `${folder.uri}/${path}`, folder, path, ...(ignores ? { ignores } : {}) };
    const lines = new LineIndex(text);
    if (path === '.roadmap/config.yaml') {
      const { value: config, problems } = readConfig(text);
      configs.push({ ...file, lines, config, problems });
    } else if (!isRoadmap(path)) todos.push({ ...file, ...readTodos(text, syntaxOf(path)!, tags), approximate: false });
  }
  for (const [path, text] of Object.entries(files)) {
    if (!isRoadmap(path)) continue;
    const ignores = readIgnores(text, path.endsWith('.md'));
    const { idPrefix, dialect, statusMarks } = configOf({ configs }, folder);
    const read = path.endsWith('.md') ? parseMarkdown : readYaml;
    const given = {
      ...(idPrefix === undefined ? {} : { idPrefix }),
      ...(dialect === undefined ? {} : { dialect }),
      statusMarks,
    };
    const { value: roadmap, problems } = read(text, { fallbackTitle: path, ...given });
    roadmaps.push({
      uri: `${folder.uri}/${path}`,
      folder,
      path,
      lines: new LineIndex(text),
      roadmap,
      problems,
      ...(ignores ? { ignores } : {}),
    });
  }
  const { commits = [], planHistories = [] } = options;
  return { ...workspace(roadmaps, { todos, commits }), configs, planHistories };
}

/** The problems of a workspace. */
export function problemsIn(
  snapshot: Snapshot,
  options: ProblemOptions = {},
  checker = new Checker(),
): readonly FileProblems[] {
  const { roadmaps, configs, readings } = snapshot;
  const metrics = metricResults(roadmaps, configs, readings, { now: today * 86_400 });
  return checker.check(snapshot, { today, metrics, ...options });
}

/** Takes the marks of expected problems out of annotated texts. */
function plainFiles(annotated: string): Record<string, string> {
  const texts = splitFiles(dedent(annotated));
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, plain(text)]));
}

function plain(text: string): string {
  return text.replace(/⟦[a-z-]+:/g, '').replaceAll('⟧', '');
}

/**
 * Checks that exactly the marked problems are found: `- [ ] ⟦unknown-task:RM-9⟧`. Files are set apart by `//- path`, what stands
 * before the first is `ROADMAP.md`. Problems in one place are nested in the order of their codes.
 */
export function checkProblems(annotated: string, options: ProblemOptions = {}): readonly FoundProblem[] {
  const files = plainFiles(annotated);
  const found = problemsIn(workspaceOf(files, options), options);
  const marked = Object.entries(files).map(([path, text]) => {
    const own = found.find((file) => file.path === path)?.problems ?? [];
    return `//- ${path}\n${mark(text, own)}`;
  });
  const wanted = Object.entries(splitFiles(dedent(annotated))).map(([path, text]) => `//- ${path}\n${text}`);
  assert.equal(marked.join(''), wanted.join(''));
  return found.flatMap(({ problems }) => problems);
}

function mark(text: string, problems: readonly FoundProblem[]): string {
  const lines = new LineIndex(text);
  const marks = problems.flatMap(({ code, range }) => {
    if (!range) return [];
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    return [
      { at: start, order: 1, length: -(end - start), code, mark: `⟦${code}:` },
      { at: end, order: 0, length: end - start, code, mark: '⟧' },
    ];
  });
  marks.sort((a, b) => a.at - b.at || a.order - b.order || a.length - b.length || (a.code < b.code ? -1 : 1));
  let made = '';
  let from = 0;
  for (const { at, mark: put } of marks) {
    made += text.slice(from, at) + put;
    from = at;
  }
  return made + text.slice(from);
}

/** The only problem of a code in annotated texts, whose marks are not compared. */
export function onlyProblem(annotated: string, code: string, options: ProblemOptions = {}): FoundProblem {
  const found = problemsIn(workspaceOf(plainFiles(annotated), options), options);
  const own = found.flatMap(({ problems }) => problems).filter((problem) => problem.code === code);
  assert.equal(own.length, 1, `one ${code} in ${JSON.stringify(own)}`);
  return own[0]!;
}

/** Makes a fix of the only problem of a code and gives the text of the file that it changes; it is as safe as it is said to be. */
export async function fixed(
  annotated: string,
  code: string,
  { title, safe, ...options }: ProblemOptions & { readonly title: string; readonly safe: boolean },
): Promise<string> {
  const files = plainFiles(annotated);
  const { fixes = [] } = onlyProblem(annotated, code, options);
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, `"${title}" among ${fixes.map((one) => one.title).join(', ')}`);
  assert.equal(fix.safe, safe);
  return makeFix(files, fix, workspaceOf(files, options));
}

async function makeFix(files: Readonly<Record<string, string>>, { edit }: Fix, snapshot: Snapshot): Promise<string> {
  const path = edit.uri.slice(folder.uri.length + 1);
  const text = files[path]!;
  if (edit.kind === 'text') {
    const lines = new LineIndex(text);
    const span = { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) };
    assert.equal(text.slice(span.start, span.end), edit.from);
    return applyEdits(text, [{ span, newText: edit.to }]);
  }
  const planned =
    edit.kind === 'todo'
      ? planTodoChange({ text, syntax: syntaxOf(path)!, tags }, edit.index, edit.change)
      : planEdits(await openForEdit(path, { text }, configOf(snapshot, folder), true), edit.changes);
  assert.ok(planned.ok, planned.ok ? '' : planned.message);
  return planned.text;
}

/** Silences a code on a line of a text, which must then say the same and have one problem less. */
export function ignored(path: string, text: string, line: number, code: string): string {
  const kind = path.endsWith('.md') ? 'markdown' : path.endsWith('.yaml') ? 'yaml' : syntaxOf(path)!;
  const reads = (other: string) => {
    if (typeof kind !== 'string') return JSON.stringify(readTodos(other, kind, tags).todos);
    const { value } = (kind === 'markdown' ? parseMarkdown : readYaml)(other, {});
    return JSON.stringify([...tasksOf(value)].map(({ id, title, status }) => [id, title, status]));
  };
  const planned = planIgnore({ text, kind, reads }, line, code);
  return planned.ok ? planned.text : planned.message;
}
