import { linksOf, resolveTodos } from '../links/links.js';
import { taskLookup, taskOfRef, type Resolution, type TaskRef } from '../links/taskLookup.js';
import { nodesOf, tasksOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import { configOf, type RoadmapFile, type Snapshot } from '../model/snapshot.js';
import { touches, type Position, type Range } from '../model/span.js';
import { planLookup } from '../progress/planNodes.js';
import { isNumberedId, mayBeId } from '../references/mentions.js';

/** A task or group by where it stands. */
export interface PlanPlace {
  readonly uri: string;
  /** With everything below it. */
  readonly range: Range;
  /** Its title alone. */
  readonly title: Range;
}

/** What stands at a place and names tasks, or is one. Positions are 0-based, characters in UTF-16. */
export interface TaskSymbol {
  /** `mention`: in a TODO or a commit's message. `dependency`: what a task or group of a roadmap depends on. */
  readonly kind: 'mention' | 'dependency' | 'id' | 'title';
  /** As written; of a task its id. */
  readonly raw: string;
  readonly range: Range;
  /** What it means: several where roadmaps are equally near, none where it is a group or nothing is called so. */
  readonly tasks: readonly TaskRef[];
  /** The group that is depended on. */
  readonly group?: { readonly file: RoadmapFile; readonly group: Group };
}

/** A place that names a task. */
export interface TaskPlace {
  readonly uri: string;
  readonly range: Range;
  /** `task`: the task itself, its id or else its title. */
  readonly kind: 'task' | 'todo' | 'dependency';
}

/** What stands at a position of a file with TODOs, or of a roadmap. */
export function symbolAt(snapshot: Snapshot, uri: string, position: Position): TaskSymbol | undefined {
  return mentionAt(snapshot, uri, position) ?? inRoadmap(snapshot, uri, position);
}

function mentionAt(snapshot: Snapshot, uri: string, position: Position): TaskSymbol | undefined {
  const file = snapshot.todos.files.get(uri);
  if (!file) return undefined;
  for (const [index, { mentions }] of file.places.entries()) {
    const at = mentions.findIndex((range) => holds(range, position));
    const mention = at < 0 ? undefined : resolveTodos(snapshot, file)[index]?.[at];
    if (mention && mention.resolution.kind !== 'none')
      return { kind: 'mention', raw: mention.raw, range: mentions[at]!, tasks: targetsOf(mention.resolution) };
  }
  return undefined;
}

function inRoadmap(snapshot: Snapshot, uri: string, position: Position): TaskSymbol | undefined {
  const file = snapshot.roadmaps.find((one) => one.uri === uri);
  if (!file?.roadmap) return undefined;
  const offset = file.lines.offsetAt(position);
  for (const { node, value, span } of dependenciesOf(file.roadmap)) {
    if (!touches(span, offset)) continue;
    const target = dependencyTarget(snapshot, file, value);
    const symbol = { kind: 'dependency', raw: value, range: file.lines.rangeOf(span) } as const;
    if (!target || target === node) return { ...symbol, tasks: [] };
    return 'kind' in target && target.kind !== 'task'
      ? { ...symbol, tasks: [], group: { file, group: target } }
      : { ...symbol, tasks: ['kind' in target ? { uri, id: target.id } : target] };
  }
  for (const task of tasksOf(file.roadmap)) {
    const tasks = [{ uri, id: task.id }];
    const onId = task.idSpan && touches(task.idSpan, offset);
    if (onId) return { kind: 'id', raw: task.id, range: file.lines.rangeOf(task.idSpan), tasks };
    if (touches(task.titleSpan, offset))
      return { kind: 'title', raw: task.id, range: file.lines.rangeOf(task.titleSpan), tasks };
  }
  return undefined;
}

/** What of a commit's message names tasks at a place: `line` is its text, `folders` are those whose tasks it may name. */
export function commitSymbolAt(
  snapshot: Snapshot,
  line: string,
  { line: row, character }: Position,
  folders: readonly string[],
): TaskSymbol | undefined {
  const from = Math.max(0, character - 200);
  for (const { 0: word, index } of line.slice(from, character + 200).matchAll(/[\p{L}\p{M}\p{N}_./-]{1,200}/gu)) {
    const raw = word.replace(/^[./-]+|[./-]+$/g, '');
    const start = from + index + word.indexOf(raw);
    if (character < start || character > start + raw.length) continue;
    // A single word is prose, but behind what names tasks alone.
    const named = /^(?:task|roadmap|refs):/i.test(line);
    if (!mayBeId(raw) || !(named || isNumberedId(raw) || /[-/]/.test(raw))) return undefined;
    const range = { start: { line: row, character: start }, end: { line: row, character: start + raw.length } };
    for (const folder of folders) {
      const tasks = targetsOf(taskLookup(snapshot).resolve({ raw, form: 'trailer' }, { folder, path: '' }));
      if (tasks.length > 0) return { kind: 'mention', raw, range, tasks };
    }
  }
  return undefined;
}

/** Where what a symbol means stands in the plan. */
export function definitionsOf(snapshot: Snapshot, { tasks, group }: TaskSymbol): PlanPlace[] {
  if (group) return [placeOf(group.file, group.group)];
  return tasks.flatMap((ref) => {
    const found = taskOfRef(snapshot, ref);
    return found ? [placeOf(found.file, found.task)] : [];
  });
}

/** All that names a task: itself, what depends on it, and TODOs in the order of folders and paths. */
export function placesOfTask(snapshot: Snapshot, ref: TaskRef): TaskPlace[] {
  const found = taskOfRef(snapshot, ref);
  if (!found) return [];
  const { file, task } = found;
  const places: TaskPlace[] = [
    { uri: file.uri, range: file.lines.rangeOf(task.idSpan ?? task.titleSpan), kind: 'task' },
  ];
  for (const other of snapshot.roadmaps) {
    if (other.folder.uri !== file.folder.uri || !other.roadmap) continue;
    for (const { value, span } of dependenciesOf(other.roadmap)) {
      const target = dependencyTarget(snapshot, other, value);
      const means = target && ('kind' in target ? target === task : isSame(target, ref));
      if (means) places.push({ uri: other.uri, range: other.lines.rangeOf(span), kind: 'dependency' });
    }
  }
  for (const { uri, index } of linksOf(snapshot).activityOf(ref.uri, task.id).todos) {
    const todos = snapshot.todos.files.get(uri)!;
    for (const [at, { resolution }] of resolveTodos(snapshot, todos)[index]!.entries()) {
      const range = todos.places[index]?.mentions[at];
      if (range && targetsOf(resolution).some((target) => isSame(target, ref)))
        places.push({ uri, range, kind: 'todo' });
    }
  }
  return places;
}

/** The mentions of tasks in a file with TODOs, each with what it means. */
export function mentionsIn(
  snapshot: Snapshot,
  uri: string,
): readonly { readonly range: Range; readonly task: TaskRef }[] {
  const file = snapshot.todos.files.get(uri);
  if (!file) return [];
  return resolveTodos(snapshot, file).flatMap((mentions, index) =>
    mentions.flatMap(({ resolution }, at) => {
      const range = file.places[index]?.mentions[at];
      return resolution.kind === 'task' && range ? [{ range, task: resolution.target }] : [];
    }),
  );
}

function* dependenciesOf(roadmap: Roadmap) {
  for (const node of nodesOf(roadmap)) for (const { value, span } of node.dependsOn ?? []) yield { node, value, span };
}

/** What a text of `dependsOn` names: something of its own roadmap, else a task of another one of the folder. */
function dependencyTarget(snapshot: Snapshot, file: RoadmapFile, value: string): Group | Task | TaskRef | undefined {
  const roadmap = file.roadmap!;
  const { plan, find } = planLookup(roadmap, configOf(snapshot, file.folder).aliases);
  const named = find(value);
  if ('index' in named) return plan.nodes[named.index];
  if (named.problem === 'ambiguous') return undefined;
  const scope = { folder: file.folder.uri, path: file.path };
  const elsewhere = taskLookup(snapshot).resolve({ raw: value, form: 'trailer' }, scope);
  return elsewhere.kind === 'task' ? elsewhere.target : undefined;
}

function targetsOf(resolution: Resolution): readonly TaskRef[] {
  if (resolution.kind === 'task') return [resolution.target];
  return resolution.kind === 'ambiguous' ? resolution.targets : [];
}

function isSame(a: TaskRef, b: TaskRef): boolean {
  return a.uri === b.uri && a.id === b.id;
}

function placeOf(file: RoadmapFile, node: Group | Task): PlanPlace {
  return { uri: file.uri, range: file.lines.rangeOf(node.span), title: file.lines.rangeOf(node.titleSpan) };
}

/** Whether a range holds a position; its end counts as inside. */
function holds({ start, end }: Range, { line, character }: Position): boolean {
  const behind = line > start.line || (line === start.line && character >= start.character);
  return behind && (line < end.line || (line === end.line && character <= end.character));
}
