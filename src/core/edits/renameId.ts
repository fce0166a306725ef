import * as l10n from '@vscode/l10n';
import type { EditResult, TextEdit } from '../model/edit.js';
import type { Mention } from '../model/mention.js';
import { nodesOf, type Group, type Roadmap, type Task } from '../model/roadmap.js';
import { commentsOf } from '../references/readTodos.js';
import { idKey } from '../references/taskId.js';
import { findTodos, type FoundTodo } from '../references/todos.js';
import { applyEdits, composeEdits, invertEdits, overlap, sorted } from '../text/textEdits.js';
import { Expectation } from './expectation.js';
import { planEdit, reopened, type EditedDocument } from './planEdit.js';
import type { CodeDocument } from './todoEdits.js';

/**
 * Plans a new id in a roadmap: of the task, where it stands in this one, and of what depends on it. What depends on it in a
 * form that has no place for the new id keeps the old one, which is an alias then; `left` names it.
 */
export function planIdInRoadmap(
  document: EditedDocument,
  task: string | undefined,
  id: string,
  means: (value: string) => boolean,
): EditResult {
  let current = document;
  let edits: readonly TextEdit[] = [];
  if (task !== undefined) {
    const planned = planEdit(document, { kind: 'set', task, field: 'id', value: id });
    if (!planned.ok) return planned;
    ({ edits } = planned);
    current = reopened(document, planned.text);
  }
  const left: string[] = [];
  const places = dependenciesOf(current.roadmap).filter(({ value }) => means(value));
  const together = renameDependencies(current, places, id);
  if (together) {
    edits = composeEdits(document.text.length, edits, together);
    current = reopened(current, applyEdits(current.text, together));
  } else {
    // One of them has no place for the new id: each by itself, from the end, so that those before stay where they are.
    for (const place of [...places].reverse().slice(0, mostSingly)) {
      const one = renameDependencies(current, [dependencyAt(current.roadmap, place.span.start) ?? place], id);
      if (!one) left.push(place.node.title);
      else {
        edits = composeEdits(document.text.length, edits, one);
        current = reopened(current, applyEdits(current.text, one));
      }
    }
    left.push(
      ...[...places]
        .reverse()
        .slice(mostSingly)
        .map(({ node }) => node.title),
    );
  }
  if (edits.length === 0) return { ok: false, code: 'unchanged', message: l10n.t('Nothing here names the task.') };
  const made = { ok: true, edits, inverse: invertEdits(document.text, edits), text: current.text } as const;
  return left.length > 0 ? { ...made, left } : made;
}

/** How many are renamed one by one: each means to read the text again. */
const mostSingly = 40;

interface DependencyPlace {
  readonly node: Group | Task;
  readonly index: number;
  readonly value: string;
  readonly span: { readonly start: number; readonly end: number };
}

function dependenciesOf(roadmap: Roadmap): DependencyPlace[] {
  return nodesOf(roadmap)
    .flatMap((node) => (node.dependsOn ?? []).map(({ value, span }, index) => ({ node, index, value, span })))
    .sort((a, b) => a.span.start - b.span.start);
}

function dependencyAt(roadmap: Roadmap, start: number): DependencyPlace | undefined {
  return dependenciesOf(roadmap).find(({ span }) => span.start === start);
}

/** The edits that write an id at these places; undefined where the text would not read so. */
function renameDependencies(
  { text, roadmap, read, options }: EditedDocument,
  places: readonly DependencyPlace[],
  id: string,
): readonly TextEdit[] | undefined {
  if (places.length === 0) return [];
  const expected = new Expectation(roadmap);
  for (const { node, index } of places) {
    const facts = expected.facts(node);
    facts['dependsOn'] = (facts['dependsOn'] as unknown[]).map((one, at) => (at === index ? { value: id } : one));
  }
  // A table says of several rows what stands in one cell.
  const starts = new Set<number>();
  const edits = sorted(
    places
      .filter(({ span }) => !starts.has(span.start) && starts.add(span.start))
      .map(({ span }) => ({ span, newText: id })),
  );
  return !overlap(edits) && expected.holds(read(applyEdits(text, edits), options).value) ? edits : undefined;
}

/** What became of the mentions of a task in a file with TODOs. */
export interface RenamedMentions {
  /** In ascending order, in offsets of the text they were made for. */
  readonly edits: readonly TextEdit[];
  /** How many TODOs still name the old id, since the new one would not be read in their form. */
  readonly left: number;
}

/** Says an id twice, and more often: in brackets and behind the text. */
const mostTurns = 4;

/**
 * Plans a new id in the TODOs of a text, in every form. The new text is read again: all TODOs name what they named, with the
 * new id in place of the old; those that would not are left as they are.
 */
export function planIdInCode(
  { text, syntax, tags }: CodeDocument,
  id: string,
  means: (mention: Mention) => boolean,
): RenamedMentions {
  const read = (source: string) => findTodos(source, commentsOf(source, syntax), tags, syntax === 'prose');
  const kept = new Set<number>();
  let current = text;
  let edits: readonly TextEdit[] = [];
  for (let turn = 0; turn < mostTurns;) {
    const before = read(current);
    const wanted = before.flatMap((todo, index) => (kept.has(index) ? [] : todoEdits(todo, index, id, means)));
    if (wanted.length === 0) break;
    const made = sorted(wanted.map(({ edit }) => edit));
    const next = applyEdits(current, made);
    const after = read(next);
    const wrong = [...new Set(wanted.map(({ index }) => index))].filter(
      (index) => after.length !== before.length || !readsAs(before[index]!, after[index]!, id, means),
    );
    // Where a TODO comes or goes, nobody can say which one it was.
    for (const index of wrong) kept.add(index);
    if (wrong.length > 0) continue;
    edits = composeEdits(text.length, edits, made);
    current = next;
    turn++;
  }
  return { edits, left: read(current).filter(({ mentions }) => mentions.some(isOld(id, means))).length };
}

function isOld(id: string, means: (mention: Mention) => boolean): (mention: Mention) => boolean {
  return (mention) => mention.raw !== id && means(mention);
}

function todoEdits(todo: FoundTodo, index: number, id: string, means: (mention: Mention) => boolean) {
  return todo.mentions
    .filter(isOld(id, means))
    .map(({ span }): { readonly index: number; readonly edit: TextEdit } => ({ index, edit: { span, newText: id } }));
}

/** Whether a TODO names the same as before, with the new id in place of the old; its text may hold the id once more. */
function readsAs(before: FoundTodo, after: FoundTodo, id: string, means: (mention: Mention) => boolean): boolean {
  const old = isOld(id, means);
  const expected = new Set(before.mentions.map((mention) => idKey(old(mention) ? id : mention.raw)));
  const named = after.mentions.filter((mention) => !old(mention)).map(({ raw }) => idKey(raw));
  // A single word in brackets may be a person: who was one is no id now, and the other way round.
  const ownerOf = ({ owner }: FoundTodo) =>
    owner === undefined || owner === id || before.mentions.some((mention) => mention.raw === owner && old(mention))
      ? undefined
      : owner;
  return (
    after.tag === before.tag &&
    (ownerOf(after) ?? ownerOf(before)) === ownerOf(before) &&
    named.length === expected.size &&
    named.every((raw) => expected.has(raw))
  );
}
