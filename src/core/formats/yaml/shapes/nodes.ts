import * as l10n from '@vscode/l10n';
import type { Problem } from '../../../model/problem.js';
import type { Group, GroupKind, PlanFacts, Sourced, Status, Task } from '../../../model/roadmap.js';
import type { Span } from '../../../model/span.js';
import { mayHoldNotation, Notation } from '../../../references/notation.js';
import type { IdGrammar } from '../../../references/taskId.js';
import { asMeant } from '../../../text/asMeant.js';
import type { SourceText } from '../../../text/sourceText.js';
import { statusOfWord, type StatusMarks } from '../../../values/status.js';
import type { MapTree, TextTree, TreePair } from '../../../yaml/tree.js';
import { groupKind, readTiming } from '../../groupTitle.js';
import { factsOfNotation } from '../../planFacts.js';
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
  /** What stands behind the title; what keys say of it goes before. */
  readonly facts: PlanFacts | undefined;
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
    const { map, title, titleSpan, span, marker, name, own, facts } = head;
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
      ...facts,
      ...planFacts(map, 'task'),
      children,
    };
  }

  /** The task that a text alone is. */
  taskOfText(text: TextTree, span: Span, marker: Span, place: Place, stated?: Sourced<Status>): Task {
    const { title, titleSpan, mark, facts } = this.marked(text);
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
      ...facts,
      children: [],
    };
  }

  group(head: Head, place: Place, children: readonly PlanNode[], parts: GroupKind | undefined): Group {
    const { map, title, titleSpan, span, marker, name, own, facts } = head;
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
      ...facts,
      ...planFacts(map, 'group'),
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
    const head = {
      map: noKeys,
      title,
      titleSpan,
      span,
      marker: pair.keySpan,
      name: undefined,
      own,
      facts: marked?.facts,
    };
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

  /** A title without marks and what stands behind it, its garbled characters read as what was meant. */
  marked({ value, span }: Sourced<string>): {
    readonly title: string;
    readonly titleSpan: Span;
    readonly mark?: Sourced<Status>;
    readonly facts?: PlanFacts;
  } {
    const { title: whole, start, end: to, mark } = markedTitle(value, this.marks);
    // Quotes, escapes and line breaks may make a text another one than its source.
    const exact = this.source.text.slice(span.start, span.end) === value;
    const spanOf = (from: number, to: number) => (exact ? { start: span.start + from, end: span.start + to } : span);
    // A title with markup in it is not the text that was written.
    const plain = value.slice(start, to) === whole && mayHoldNotation(whole);
    const notation = plain ? new Notation({ text: value, code: [], links: [] }, noIds, false) : undefined;
    const end = notation?.takeBehind(start, to) ?? to;
    const title = end === to ? whole : value.slice(start, end);
    const facts = notation && factsOfNotation(notation, value, spanOf);
    const said = mark ?? statedBy(notation);
    return {
      title: this.source.mojibake.length === 0 ? title : asMeant(title),
      titleSpan: spanOf(start, end),
      ...(said ? { mark: { value: said.status, span: spanOf(said.start, said.end) } } : {}),
      ...(facts ? { facts } : {}),
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

/** The status that a note behind a title states: `(blocked by #12)`. */
function statedBy(notation: Notation | undefined) {
  for (const fact of notation?.facts ?? []) {
    if (fact.fact === 'status') return { status: fact.value, start: fact.start, end: fact.end };
  }
  return undefined;
}

const noIds: IdGrammar = { prefixes: new Set() };
const noKeys: MapTree = { kind: 'map', pairs: [] };
const nowhere: Span = { start: 0, end: 0 };

function stands(own: Sourced<Status> | undefined, status: Status | undefined) {
  return {
    status: status ?? 'todo',
    statusSource: own ? 'own' : status ? 'inherited' : 'default',
    ...(own ? { statusSpan: own.span } : {}),
  } as const;
}
