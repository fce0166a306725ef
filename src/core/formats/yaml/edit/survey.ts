import { tasksOf, type Roadmap, type Status, type Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { lineStart } from '../../edit/lines.js';
import { plainKey } from '../shapes/keys.js';
import type { Item, Layout, MapPart, TextPart } from './layout.js';

/** What stands for a task in a text. */
export interface Holder {
  readonly task: Task;
  /** Its entry in a list, or the key it stands under. */
  readonly item: Item;
  /** The keys that say something of it; absent where it is a text alone. */
  readonly map: MapPart | undefined;
  /** All characters of a task that is a text alone, a colon in it included. */
  readonly whole: Span | undefined;
}

/** Where a task stands; undefined where the text is too broken to say so. */
export function holderOf({ items }: Layout, task: Task): Holder | undefined {
  const item = items.get(task.markerSpan.start);
  if (!item) return undefined;
  const { value } = item;
  if (value?.kind !== 'map') return { task, item, map: undefined, whole: value };
  const [only, ...others] = value.items;
  if (item.key || !only || others.length > 0 || titled(value, task))
    return { task, item, map: value, whole: undefined };
  // `- search: { status: done }`, and `- Mend the search: it hangs`
  if (only.value?.kind === 'map') return { task, item, map: only.value, whole: undefined };
  return only.value?.kind === 'list'
    ? { task, item, map: value, whole: undefined }
    : { task, item, map: undefined, whole: { start: only.start, end: only.end } };
}

function titled(map: MapPart, { titleSpan }: Task): boolean {
  return map.items.some(({ value }) => value?.kind === 'text' && within(titleSpan, value));
}

function within(span: Span, { start, end }: Span): boolean {
  return start <= span.start && span.end <= end;
}

/** The scalar of a task that a span lies in, and the item it belongs to. */
export function textAt(item: Item, span: Span): { readonly part: TextPart; readonly item: Item } | undefined {
  if (item.key && within(span, item.key)) return { part: item.key, item };
  const { value } = item;
  if (!value || !within(span, value)) return undefined;
  if (value.kind === 'text') return { part: value, item };
  for (const inner of value.items) {
    const found = textAt(inner, span);
    if (found) return found;
  }
  return undefined;
}

/** A field of a task that a key of its own may state. */
export type Field = 'title' | 'id' | 'status' | 'priority' | 'effort' | 'owner' | 'due' | 'children';

/** A text by which the file says where a task stands. */
interface StatusText {
  readonly status: Status;
  readonly key: string | undefined;
  readonly value: string;
  count: number;
}

/** How the file writes its tasks. */
export interface Survey {
  /** What its keys are called, the commonest. */
  readonly keys: ReadonlyMap<Field, string>;
  /** Behind which key another one stands; undefined for the first. */
  readonly follows: ReadonlyMap<string, string | undefined>;
  readonly statuses: readonly StatusText[];
  /** Values of priorities as they are written. */
  readonly priorities: ReadonlyMap<string, string>;
  /** How far the dashes of a list stand in from their key; 0 to 8. */
  readonly step: number;
}

const defaults: Readonly<Record<Field, string>> = {
  title: 'title',
  id: 'id',
  status: 'status',
  priority: 'priority',
  effort: 'effort',
  owner: 'owner',
  due: 'due',
  children: 'tasks',
};

export function keyOf({ keys }: Survey, field: Field): string {
  return keys.get(field) ?? defaults[field];
}

export function surveyOf(layout: Layout, roadmap: Roadmap): Survey {
  const counts = new Map<Field, Map<string, number>>();
  const follows = new Map<string, string | undefined>();
  const statuses = new Map<string, StatusText>();
  const priorities = new Map<string, string>();
  const note = (field: Field, item: Item) => {
    const key = item.key?.value;
    if (key === undefined) return;
    const of = counts.get(field) ?? new Map<string, number>();
    counts.set(field, of.set(key, (of.get(key) ?? 0) + 1));
    if (!follows.has(key)) follows.set(key, item.parent.items[item.index - 1]?.key?.value);
  };
  for (const task of tasksOf(roadmap)) {
    const holder = holderOf(layout, task);
    if (!holder) continue;
    const { map, item } = holder;
    const spans = [
      ['title', task.titleSpan],
      ['id', task.idSpan],
      ['status', task.statusSource === 'own' ? task.statusSpan : undefined],
      ['priority', task.priority?.span],
      ['effort', task.effort?.span],
      ['owner', task.owner?.span],
      ['due', task.due?.span],
    ] as const;
    for (const [field, span] of spans) {
      const found = span && textAt(item, span);
      if (!found) continue;
      const { value } = found.part;
      const stated = found.item.parent === map && found.part !== found.item.key;
      if (stated && (field !== 'title' || task.title === value.trim())) note(field, found.item);
      if (field === 'priority' && stated) priorities.set(task.priority!.value, value);
      if (field === 'status' && (stated || found.part === holder.item.value)) {
        const key = stated ? plainKey(found.item.key!.value) : undefined;
        const text = stated ? value : layout.text.slice(span.start, span.end);
        const name = `${task.status}\n${key}\n${text}`;
        const known = statuses.get(name);
        if (known) known.count++;
        else statuses.set(name, { status: task.status, key, value: text, count: 1 });
      }
    }
    const child = task.children[0];
    const below = child && layout.items.get(child.markerSpan.start)?.above;
    if (below && below.parent === map) note('children', below);
  }
  return {
    keys: new Map([...counts].map(([field, of]) => [field, [...of].sort(([, a], [, b]) => b - a)[0]![0]])),
    follows,
    statuses: [...statuses.values()].sort((a, b) => b.count - a.count),
    priorities,
    step: stepOf(layout),
  };
}

/** How far the first list with dashes stands in. */
function stepOf({ text, items }: Layout): number {
  for (const { parent, above, start } of items.values()) {
    if (parent.kind !== 'list' || parent.flow || !above?.key) continue;
    const step = column(text, start) - column(text, above.start);
    if (step >= 0 && step <= 8) return step;
  }
  return 2;
}

/** Offset in its line. */
export function column(text: string, at: number): number {
  return at - lineStart(text, at);
}
