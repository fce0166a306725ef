import type { GroupKind, Sourced, Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { append } from '../../../text/append.js';
import type { MapTree, TextTree, Tree, TreePair } from '../../../yaml/tree.js';
import { groupKind, readTiming } from '../../groupTitle.js';
import { hasPartsOnly, hasSubtasks, holdsTasks, idTitle, lostTitle, mostlyTexts, nameOf } from './entryForms.js';
import { hasWorkKeys, idOfEntry, partOfEntry, statusOfEntry, statusOfText } from './facts.js';
import { isNeutral, isTelling, keyKind, kindOfParts, titleOfKey } from './keys.js';
import type { Head, NodeMaker, Place, PlanNode } from './nodes.js';
import { isToolEntry } from './tools.js';
import { isNamed, isPointer, isTitled, isTitleKey, titleOfEntry } from './titles.js';

/** What entries are taken for that do not say it themselves; `list` are those of a bare list. */
type EntryKind = 'tasks' | 'groups' | 'labels' | 'list' | 'unknown';

/** Where a map stands whose keys are looked through for work. */
type Around = 'root' | 'plan' | 'group' | 'task' | 'other';

/** Says how surely a text is a plan: what was found that other files have not. */
export interface Evidence {
  /** A collection by a name that plans alone have, and one by a name of other things too. */
  telling: boolean;
  common: boolean;
  /** An entry that says where it stands, and one that says anything else that is said of work. */
  status: boolean;
  work: boolean;
  /** An entry that is a text of several words or has a title. */
  title: boolean;
}

/** Reads the entries of somebody else's roadmap by what their keys are called and how they lie in each other. */
export class EntryReader {
  readonly evidence: Evidence = { telling: false, common: false, status: false, work: false, title: false };
  /** Parts that tasks say they belong to, by id or title in lower case. */
  readonly partsNamed = new Set<string>();
  /** Tasks that are parts of the plan without work below them. */
  readonly bareParts = new Set<PlanNode>();

  constructor(private readonly make: NodeMaker) {}

  /** The plan that a whole document holds. `texts` says whether a bare list of texts is one. */
  readRoot(tree: Tree, texts: boolean): PlanNode[] {
    const place: Place = { inherited: undefined, relative: false };
    if (tree.kind === 'map') return this.readMap(tree, 'root', place);
    if (tree.kind === 'text' || isToolEntry(tree)) return [];
    // A text with a colon in it is a map of one key; and one text alone makes no plan.
    const entries = tree.entries.some(({ value }) => value?.kind === 'map' && value.pairs.length > 1);
    if (!entries && (!texts || tree.entries.length < 2)) return [];
    this.evidence.common = true;
    return this.readAll(tree, 'list', place);
  }

  private readMap(map: MapTree, around: Around, place: Place): PlanNode[] {
    const nodes: PlanNode[] = [];
    for (const pair of map.pairs) append(nodes, this.readPair(pair, around, place));
    return nodes;
  }

  private readPair(pair: TreePair, around: Around, place: Place): PlanNode[] {
    const { key, value } = pair;
    if (!value || value.kind === 'text' || isToolEntry(value)) return [];
    const kind = keyKind(key, this.make.marks);
    if (kind === 'field') return [];
    if (kind === 'wrapper' && around !== 'task') {
      const plan = /roadmap|plan$/i.test(key);
      if (plan) this.evidence.common = true;
      return value.kind === 'map'
        ? this.readMap(value, around !== 'root' ? around : plan ? 'plan' : 'other', place)
        : this.readAll(value, 'list', place);
    }
    if (kind === 'unknown' || kind === 'wrapper') return this.readUnknown(pair, value, around, place);
    if (around === 'task' && kind !== 'tasks' && !(kind === 'stage' && value.kind === 'list')) return [];
    const nodes =
      kind === 'stage'
        ? this.readNamed(pair, value, place)
        : this.readAll(value, kind, this.make.below(key, place), kindOfParts(key));
    if (nodes.length > 0) this.evidence[isTelling(key, kind) ? 'telling' : 'common'] = true;
    const alone = kind === 'stage' || around === 'group' || around === 'task' || isNeutral(key);
    return alone || !nodes.some((node) => node.kind === 'task')
      ? nodes
      : [this.make.groupOfKey({ ...pair, value: undefined }, nodes, place)];
  }

  /** A key that says nothing: what lies below it must. */
  private readUnknown(pair: TreePair, value: Tree, around: Around, place: Place): PlanNode[] {
    if (around === 'task' || value.kind === 'text') return [];
    if (around === 'plan' && (value.kind === 'map' || mostlyTexts(value))) return this.readNamed(pair, value, place);
    if (value.kind === 'list' && mostlyTexts(value)) return [];
    const nodes = value.kind === 'map' ? this.readMap(value, 'other', place) : this.readAll(value, 'unknown', place);
    return nodes.length > 0 ? [this.make.groupOfKey(pair, nodes, place)] : [];
  }

  /** The entries of a list, or the named ones of a map. */
  private readAll(tree: Tree, kind: EntryKind, place: Place, parts?: GroupKind): PlanNode[] {
    const nodes: PlanNode[] = [];
    if (tree.kind === 'list') {
      for (const { value, marker, end } of tree.entries) {
        if (value) append(nodes, this.readEntry(value, marker, end, kind, place, parts));
      }
    } else if (tree.kind === 'map') {
      // `features: { title: …, tasks: … }` has no entries of its own.
      if (isNamed(tree) && tree.pairs.some(({ key, value }) => value?.kind === 'list' && keyKind(key) === 'tasks'))
        return this.readMap(tree, 'other', place);
      for (const pair of tree.pairs) {
        // A part of the plan may be called as a field is: `tests: { tasks: [a] }`.
        if (pair.value && (keyKind(pair.key, this.make.marks) !== 'field' || holdsTasks(pair.value)))
          append(nodes, this.readNamedEntry(pair, pair.value, kind, place, parts));
      }
    }
    return nodes;
  }

  private readEntry(
    value: Tree,
    marker: Span,
    end: number,
    kind: EntryKind,
    place: Place,
    parts?: GroupKind,
  ): PlanNode[] {
    const span = { start: marker.start, end };
    if (value.kind === 'text') {
      const work = kind !== 'labels' && kind !== 'unknown' && !isPointer(value.value);
      return work ? [this.taskOfText(value, span, marker, place)] : [];
    }
    if (value.kind === 'list') return this.readAll(value, kind, place, parts);
    const [only, ...others] = value.pairs;
    if (!only || others.length > 0 || isTitleKey(only.key))
      return this.readMapEntry(value, marker, end, kind, place, parts);
    const known = keyKind(only.key, this.make.marks);
    // `- Search: [a, b]`, `- search: { status: done }`
    if (only.value && only.value.kind !== 'text') {
      return known === 'field' || known === 'tasks'
        ? this.readMapEntry(value, marker, end, kind, place, parts)
        : this.readNamedEntry(only, only.value, kind, place, parts, marker);
    }
    if (kind === 'labels' || kind === 'unknown' || (known === 'field' && !/\s/.test(only.key))) return [];
    return [this.taskOfColon(only, only.value, span, marker, place)];
  }

  /** `- Search: done` says where it stands; `- Mend the search: it hangs` is a text for who wrote it. */
  private taskOfColon(pair: TreePair, value: TextTree | undefined, span: Span, marker: Span, place: Place): Task {
    const stated = value && value.value.length <= 40 ? statusOfText(value.value, this.make.marks) : undefined;
    if (value && stated) {
      const text: TextTree = { kind: 'text', value: pair.key, span: pair.keySpan };
      return this.taskOfText(text, span, marker, place, { value: stated, span: value.span });
    }
    const whole = { start: pair.keySpan.start, end: value?.span.end ?? pair.keySpan.end };
    const written = this.make.source.text.slice(whole.start, whole.end).replace(/\s+/g, ' ');
    return this.taskOfText({ kind: 'text', value: written, span: whole }, span, marker, place);
  }

  /** An entry of a map: its key is its name, or its id where it has another name. */
  private readNamedEntry(
    pair: TreePair,
    value: Tree,
    kind: EntryKind,
    place: Place,
    parts?: GroupKind,
    marker: Span = pair.keySpan,
  ): PlanNode[] {
    if (value.kind === 'list') {
      const nodes = this.readAll(value, 'tasks', this.make.below(pair.key, place));
      return nodes.length > 0 ? [this.make.groupOfKey(pair, nodes, place, parts)] : [];
    }
    if (value.kind === 'map' && hasPartsOnly(value)) {
      const nodes = this.readAll(value, 'tasks', this.make.below(pair.key, place));
      return nodes.length > 0 ? [this.make.groupOfKey(pair, nodes, place, parts)] : [];
    }
    if (value.kind === 'map') return this.readMapEntry(value, marker, pair.end, kind, place, parts, pair);
    const span = { start: marker.start, end: pair.end };
    const stated = statusOfText(value.value, this.make.marks);
    const title: TextTree = { kind: 'text', value: titleOfKey(pair.key), span: pair.keySpan };
    if (stated) return [this.taskOfText(title, span, marker, place, { value: stated, span: value.span })];
    if (kind === 'unknown' || kind === 'labels') return [];
    // `T1: Write it down` has an id for a key, `search: Full-text search` a name. Texts of a page look like that too, so
    // it speaks for no plan.
    const text = /\s/.test(value.value) && !/\s/.test(pair.key) ? value : title;
    return [this.make.taskOfText(text, span, marker, place)];
  }

  /** What lies below a key that is the name of a part: `phase_1`, `next`, `Q1 2026`. */
  private readNamed(pair: TreePair, value: Tree, place: Place): PlanNode[] {
    const below = this.make.below(pair.key, place);
    const entry =
      value.kind === 'map' &&
      value.pairs.some(({ key, value: each }) => each?.kind === 'text' || keyKind(key) === 'tasks');
    if (entry) return this.readMapEntry(value, pair.keySpan, pair.end, 'groups', below, undefined, pair);
    const nodes = this.readAll(value, 'tasks', below);
    return nodes.length > 0 ? [this.make.groupOfKey(pair, nodes, place)] : [];
  }

  private readMapEntry(
    map: MapTree,
    marker: Span,
    end: number,
    kind: EntryKind,
    place: Place,
    parts?: GroupKind,
    pair?: TreePair,
  ): PlanNode[] {
    if (isToolEntry(map)) return [];
    // A description is what an entry is called where nothing else is: not where its key is a name.
    const titled =
      !pair || isTitled(map) || /^[A-Za-z]{0,6}[-_]?\d{1,6}$/.test(pair.key) ? titleOfEntry(map) : undefined;
    const written = titled ?? (pair ? nameOf(pair) : (lostTitle(map) ?? idTitle(map)));
    if (!written) return this.readMap(map, 'other', place);
    const stated = statusOfEntry(map, this.make.marks);
    const { title, titleSpan, mark, facts } = this.make.marked(written);
    const own = stated
      ? { value: stated.status ?? ('todo' as const), span: stated.text.span }
      : (mark ?? this.make.wordOf(title, titleSpan) ?? (kind === 'tasks' ? undefined : this.wordOfId(map)));
    const head: Head = {
      map,
      title,
      titleSpan,
      span: { start: marker.start, end: Math.max(end, marker.end) },
      marker,
      name:
        pair && titled && /^\S{1,80}$/.test(pair.key)
          ? { kind: 'text', value: pair.key, span: pair.keySpan }
          : undefined,
      own,
      facts,
    };
    // A feature with steps is a task with subtasks, and a phase is a part of the plan wherever it stands.
    const task = kind === 'tasks' && groupKind(title, undefined, undefined, []) === 'section';
    const { relative } = readTiming(title, () => written.span, place.relative);
    const below = { inherited: own?.value ?? place.inherited, relative: place.relative || relative };
    const children = this.readMap(map, task ? 'task' : 'group', below);
    if (hasWorkKeys(map)) this.evidence.work = true;
    const part = partOfEntry(map);
    if (part && part.value.value !== written.value) this.partsNamed.add(part.value.value.toLowerCase());
    const group = children.length > 0 && !task && !(kind === 'list' && hasSubtasks(map));
    if (stated && group) this.make.warnOf(stated, title);
    if (group) return [this.make.group(head, place, children, parts)];
    const telling = stated !== undefined || mark !== undefined;
    // Under a key that says nothing, a state must be one of work: services and tests have states too.
    const state = kind === 'unknown' ? stated?.status !== undefined || mark !== undefined : telling;
    const work = kind === 'tasks' || state || (isNamed(map) && (kind === 'groups' || kind === 'list'));
    if (!work || (kind !== 'tasks' && !isNamed(map) && !pair)) return [];
    this.evidence.title = true;
    if (stated) this.make.warnOf(stated, title);
    if (telling) this.evidence.status = true;
    const node = this.make.task(head, place, children.flatMap(tasksIn));
    if (kind === 'groups') this.bareParts.add(node);
    return [node];
  }

  /** `id: completed` says where the tasks of a part stand whose title is in another language. */
  private wordOfId(map: MapTree): Sourced<Task['status']> | undefined {
    const id = idOfEntry(map);
    return id && this.make.wordOf(titleOfKey(id.value), id.span);
  }

  private taskOfText(text: TextTree, span: Span, marker: Span, place: Place, stated?: Sourced<Task['status']>): Task {
    const task = this.make.taskOfText(text, span, marker, place, stated);
    if (/\S\s\S/.test(task.title)) this.evidence.title = true;
    if (task.statusSource === 'own') this.evidence.status = true;
    return task;
  }
}

function tasksIn(node: PlanNode): Task[] {
  return node.kind === 'task' ? [node] : node.children.flatMap(tasksIn);
}
