import { roadmapChanges, safeFixes } from '../../core/checks/safeFixes.js';
import { planPossible } from '../../core/edits/planEdits.js';
import type { Change, EditResult, TextEdit } from '../../core/model/edit.js';
import type { Span } from '../../core/model/span.js';
import { applyEdits, invertEdits } from '../../core/text/textEdits.js';
import type { FileProblems, FixEdit } from '../../core/model/problem.js';
import { configOf, type RoadmapFile, type Snapshot } from '../../core/model/snapshot.js';
import type { TodoFile } from '../../core/model/todo.js';
import { printable } from '../../core/views/columns.js';
import { encodeLike } from '../../hosts/node/encode.js';
import { paths } from '../../hosts/node/paths.js';
import { replaceFile } from '../../hosts/node/replaceFile.js';
import { openForEdit } from '../../workspace/editing.js';
import { summary } from '../editing.js';
import { planTodo } from '../../hosts/node/project/editTodo.js';
import { readText } from '../../hosts/node/project/readText.js';
import { rewrite } from '../../hosts/node/project/rewrite.js';
import { unifiedDiff } from '../../core/text/unifiedDiff.js';

/** What was done to a file. */
export interface FixedFile {
  readonly changed: boolean;
  /** What would change, as a unified diff. */
  readonly diff: string;
  /** The same in a line, and why something was left as it is. */
  readonly said: readonly string[];
}

interface FixOptions {
  /** Nothing is written. */
  readonly dryRun: boolean;
  readonly pathOf: (uri: string) => string;
}

/** What is to be done to the text of a file; `left` says why some of it cannot be. */
interface Planned {
  readonly result: EditResult;
  readonly left: readonly string[];
}
type Plan = (text: string) => Promise<Planned>;

/**
 * Makes the safe fixes of all files: each file is read again, planned on the text as it is, and replaced as a whole. A fix that
 * does not fit any more costs itself.
 */
export async function fixSafely(
  snapshot: Snapshot,
  files: readonly FileProblems[],
  options: FixOptions,
): Promise<readonly FixedFile[]> {
  const fixes = files.flatMap(({ problems }) => safeFixes(problems));
  const made: FixedFile[] = [];
  for (const file of snapshot.roadmaps) {
    const changes = roadmapChanges(fixes, file.uri);
    if (changes.length > 0) made.push(await fixFile(file.uri, planRoadmap(snapshot, file, changes), options));
  }
  for (const file of snapshot.todos.files.values()) {
    const changes = fixes.flatMap((edit) => (edit.kind === 'todo' && edit.uri === file.uri ? edit : []));
    if (changes.length > 0) made.push(await fixFile(file.uri, planTodos(file, changes), options));
  }
  return made;
}

/** All changes of a roadmap as one; where that is refused, those of them that are possible by themselves. */
function planRoadmap(snapshot: Snapshot, file: RoadmapFile, changes: readonly Change[]): Plan {
  return async (text) => {
    const document = await openForEdit(file.path, { text }, configOf(snapshot, file.folder), true);
    return planPossible(document, changes);
  };
}

type TodoEdit = Extract<FixEdit, { kind: 'todo' }>;

/** The changes of all TODOs of a file, each planned on the same text. */
function planTodos(file: TodoFile, changes: readonly TodoEdit[]): Plan {
  return async (text) => {
    const edits: TextEdit[] = [];
    const left: string[] = [];
    for (const { index, change } of changes) {
      const planned = planTodo(text, file, index, change);
      if (!planned.ok) left.push(planned.message);
      else if (planned.edits.every(({ span }) => edits.every((edit) => isApart(edit.span, span))))
        edits.push(...planned.edits);
    }
    edits.sort((a, b) => a.span.start - b.span.start);
    const result: EditResult =
      edits.length > 0
        ? { ok: true, edits, inverse: invertEdits(text, edits), text: applyEdits(text, edits) }
        : { ok: false, code: 'unchanged', message: left[0] ?? '' };
    return { result, left };
  };
}

function isApart(a: Span, b: Span): boolean {
  return a.end < b.start || b.end < a.start;
}

async function fixFile(uri: string, plan: Plan, { dryRun, pathOf }: FixOptions): Promise<FixedFile> {
  const path = paths.pathOf(uri);
  const name = pathOf(uri);
  const planned = async () => {
    const { bytes, text } = await readText(path, name);
    return { bytes, text, ...(await plan(text)) };
  };
  const told = (text: string, { result, left }: Planned): FixedFile => ({
    changed: result.ok,
    diff: result.ok ? unifiedDiff(name, text, result.edits) : '',
    said: [
      ...(result.ok ? [`fixed ${summary(name, text, result)}`] : []),
      ...left.map((message) => `not fixed: ${printable(name)}: ${printable(message)}`),
    ],
  });
  if (dryRun) {
    const { text, ...made } = await planned();
    return told(text, made);
  }
  return rewrite(path, name, async () => {
    const { bytes, text, result, left } = await planned();
    if (result.ok) await replaceFile(path, bytes, encodeLike(bytes, result.text));
    return told(text, { result, left });
  });
}
