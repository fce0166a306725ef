import * as l10n from '@vscode/l10n';
import type { Problem } from '../../../model/problem.js';
import type { Group, GroupKind, Sourced, Status, Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { asMeant } from '../../../text/asMeant.js';
import type { SourceText } from '../../../text/sourceText.js';
import { statusOfWord, type StatusMarks } from '../../../values/status.js';
import type { MapTree, TextTree, TreePair } from '../../../yaml/tree.js';
import { groupKind, readTiming } from '../../groupTitle.js';
import { plainTitle } from '../../plainTitle.js';
import { idOfEntry, planFacts, windowText, type StatedStatus } from './facts.js';
import { kindOfParts, statusOfKey, titleOfKey } from './keys.js';
import { isNamed, isTitled, markedTitle, titleOfEntry } from './titles.js';

export type PlanNode = Group | Task;

/** Where in the plan a node stands. */
export interface Place {
  readonly inherited: Status | undefined;
  /** The group above counts from the roadmap's start: windows below count from its own. */
  readonly relative: boolean;
}

/** What an entry with keys says of itself. */
export interface Head {
  readonly map: MapTree;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly marker: Span;
  /** Its name in a map of named entries, where it has a title of its own. */
  readonly name: TextTree | undefined;
  readonly own: Sourced<Status> | undefined;
}

const mostUnknown = 20;

/** Makes the tasks and groups that entries stand for. */
export class NodeMaker {
  readonly problems: Problem[] = [];
  private readonly unknown = new Set<string>();

  constructor(
    readonly source: SourceText,
    readonly marks: StatusMarks | undefined,
  ) {}

  task(head: Head, place: Place, children: readonly Task[]): Task {
    const { map, title, titleSpan, span, marker, name, own } = head;
    const id = idOfEntry(map) ?? name;
    const status = own?.value ?? place.inherited;
    return {
      kind: 'task',
      id: id?.value ?? '',
      idSource: id ? 'explicit' : 'derived',
      ...(id ? { idSpan: id.span } : {}),
      title,
      titleSpan,
      span,
      markerSpan: marker,
      ...stands(own, status),
      ...planFacts(map),
      children,
    };
  }

  /** The task that a text alone is. */
  taskOfText(text: TextTree, span: Span, marker: Span, place: Place, stated?: Sourced<Status>): Task {
    const { title, titleSpan, mark } = this.marked(text);
    const own = stated ?? mark;
    return {
      kind: 'task',
      id: '',
      idSource: 'derived',
      title,
      titleSpan,
      span: { start: span.start, end: Math.max(span.end, text.span.end) },
      markerSpan: marker,
      ...stands(own, own?.value ?? place.inherited),
      children: [],
    };
  }

  group(head: Head, place: Place, children: readonly PlanNode[], parts: GroupKind | undefined): Group {
    const { map, title, titleSpan, span, marker, name, own } = head;
    const named = readTiming(title, () => titleSpan, place.relative);
    const when = windowText(map);
    const timing =
      named.window || !when ? named : { ...readTiming(when.value, () => when.span, place.relative), name: named.name };
    const id = (idOfEntry(map) ?? name)?.value;
    const inferred = groupKind(title, id, timing.window, children, this.marks);
    // `phase_2` says by its key what it is called otherwise.
    const kind = inferred === 'section' && id ? groupKind(titleOfKey(id), id, undefined, []) : inferred;
    return {
      id: id ?? '',
      kind: kind === 'section' ? (parts ?? kindOfTitle(map) ?? kind) : kind,
      title,
      titleSpan,
      name: timing.name,
      span,
      markerSpan: marker,
      ...(timing.window ? { window: timing.window } : {}),
      ...(own ? { ownStatus: own } : {}),
      ...planFacts(map),
      outcomes: [],
      children,
    };
  }

  /** The group that a key is, by the name of the key, or by the one that the map below it has. */
  groupOfKey(pair: TreePair, children: readonly PlanNode[], place: Place, parts?: GroupKind): Group {
    const map = pair.value?.kind === 'map' && isNamed(pair.value) ? pair.value : undefined;
    const named = map && titleOfEntry(map);
    const marked = named && this.marked(named);
    const title = marked?.title ?? titleOfKey(pair.key);
    const titleSpan = marked?.titleSpan ?? pair.keySpan;
    const span = { start: pair.keySpan.start, end: Math.max(pair.end, pair.keySpan.end) };
    const status = statusOfKey(pair.key, this.marks);
    const own = status && { value: status, span: pair.keySpan };
    const head = { map: noKeys, title, titleSpan, span, marker: pair.keySpan, name: undefined, own };
    return this.group(head, place, children, parts);
  }

  /** Where the work below a key stands, and from where it counts. */
  below(key: string, place: Place): Place {
    const { relative } = readTiming(titleOfKey(key), () => nowhere, place.relative);
    return {
      inherited: statusOfKey(key, this.marks) ?? place.inherited,
      relative: place.relative || relative,
    };
  }

  /** A title without marks, its garbled characters read as what was meant. */
  marked({ value, span }: Sourced<string>): {
    readonly title: string;
    readonly titleSpan: Span;
    readonly mark?: Sourced<Status>;
  } {
    const { title, start, end, mark } = markedTitle(value, this.marks);
    // Quotes, escapes and line breaks may make a text another one than its source.
    const exact = this.source.text.slice(span.start, span.end) === value;
    const spanOf = (from: number, to: number) => (exact ? { start: span.start + from, end: span.start + to } : span);
    return {
      title: this.source.mojibake.length === 0 ? title : asMeant(title),
      titleSpan: spanOf(start, end),
      ...(mark ? { mark: { value: mark.status, span: spanOf(mark.start, mark.end) } } : {}),
    };
  }

  /** A part that is called `done` or `backlog` says where its tasks stand. */
  wordOf(title: string, span: Span): Sourced<Status> | undefined {
    const status = statusOfWord(plainTitle(title), this.marks);
    return status && { value: status, span };
  }

  /** A word that nobody knows counts as to do, never as done; each is told once. */
  warnOf({ status, text }: StatedStatus, title: string): void {
    if (status || this.unknown.size >= mostUnknown || this.unknown.has(text.value)) return;
    this.unknown.add(text.value);
    const message = l10n.t(
      '"{0}" is no status that is known here, so "{1}" counts as to do: use todo, doing, blocked, done or cancelled, or say what it means in .roadmap/config.yaml under status.',
      text.value,
      title,
    );
    this.problems.push({ code: 'unknown-mark', severity: 'warning', message, span: text.span });
  }
}

/** `phase: Foundation` is called by what it is. */
function kindOfTitle(map: MapTree): GroupKind | undefined {
  const key = isTitled(map) ? undefined : map.pairs.find((pair) => kindOfParts(`${pair.key}s`))?.key;
  return key === undefined ? undefined : kindOfParts(`${key}s`);
}

const noKeys: MapTree = { kind: 'map', pairs: [] };
const nowhere: Span = { start: 0, end: 0 };

function stands(own: Sourced<Status> | undefined, status: Status | undefined) {
  return {
    status: status ?? 'todo',
    statusSource: own ? 'own' : status ? 'inherited' : 'default',
    ...(own ? { statusSpan: own.span } : {}),
  } as const;
}
