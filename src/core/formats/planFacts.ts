import type { PlanFacts, Reference, Sourced, Window } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import { parseDependencies } from '../references/dependencies.js';
import { findReferences, parseIssueUrl, type FoundReference } from '../references/issues.js';
import type { Notation } from '../references/notation.js';
import type { NoteFact } from '../references/notes.js';
import { parseDate } from '../values/date.js';
import { parseLabels } from '../values/labels.js';
import { parsePeople } from '../values/people.js';
import { parsePlannedDate } from '../values/plannedDate.js';
import { parseWindow, type WindowValue } from '../values/window.js';
import type { FieldName } from '../values/words/fields.js';
import { basisOf } from './groupTitle.js';

/** The facts of a task or group while they are collected. */
export type FactDraft = { -readonly [Name in keyof PlanFacts]: PlanFacts[Name] };

/** Where a part of a text stands in the source. */
export type SpanOf = (start: number, end: number) => Span;

/** What the notation of a title says; undefined where it says nothing. */
export function factsOfNotation(notation: Notation, text: string, spanOf: SpanOf): PlanFacts | undefined {
  const references = notation.references();
  if (notation.facts.length === 0 && references.length === 0) return undefined;
  const draft: FactDraft = {};
  const lists: Record<'owner' | 'label' | 'dependsOn', Sourced<string>[]> = { owner: [], label: [], dependsOn: [] };
  for (const fact of [...notation.facts].sort((a, b) => a.start - b.start)) {
    const span = spanOf(fact.start, fact.end);
    if (fact.fact === 'owner' || fact.fact === 'label' || fact.fact === 'dependsOn') {
      lists[fact.fact].push({ value: fact.value, span });
    } else takeNote(draft, fact, text.slice(fact.start, fact.end), span);
  }
  if (lists.owner.length > 0) addOwners(draft, lists.owner);
  if (lists.label.length > 0) draft.labels = joined(undefined, lists.label);
  if (lists.dependsOn.length > 0) draft.dependsOn = joined(undefined, lists.dependsOn);
  takeReferences(draft, references, text, spanOf);
  return draft;
}

function takeNote(draft: FactDraft, fact: NoteFact, written: string, span: Span): void {
  switch (fact.fact) {
    case 'due':
    case 'start':
      draft[fact.fact] ??= { text: written, ...fact.value, span };
      break;
    case 'priority':
      draft.priority ??= { value: fact.value, span };
      break;
    case 'effort':
      draft.effort ??= { text: written, minDays: fact.value.minDays, maxDays: fact.value.maxDays, span };
      break;
    case 'window':
      draft.window ??= windowOf(fact.value, written, span);
      break;
    default:
  }
}

/** A task's window: one that is not of the calendar counts from the horizon it stands in. */
function windowOf({ unit, from, to, year, toYear, ...value }: WindowValue, text: string, span: Span): Window {
  return {
    unit,
    from,
    to,
    ...(year === undefined ? {} : { year }),
    ...(toYear === undefined ? {} : { toYear }),
    basis: year !== undefined ? 'calendar' : basisOf({ unit, ...value }, unit !== 'quarter'),
    text,
    span,
  };
}

/** Adds those who are not among the owners yet. */
function addOwners(draft: FactDraft, people: readonly Sourced<string>[]): void {
  const owners = joined(draft.owners ?? (draft.owner ? [draft.owner] : []), people);
  if (owners[0]) draft.owner = owners[0];
  if (owners.length > 1) draft.owners = owners;
}

/** The first list with what the second adds to it; values compare without regard to case. */
function joined(
  first: readonly Sourced<string>[] | undefined,
  second: readonly Sourced<string>[],
): readonly Sourced<string>[] {
  const all = new Map((first ?? []).map((item) => [item.value.toLowerCase(), item]));
  for (const item of second) if (!all.has(item.value.toLowerCase())) all.set(item.value.toLowerCase(), item);
  return [...all.values()];
}

function takeReferences(draft: FactDraft, found: readonly FoundReference[], text: string, spanOf: SpanOf): void {
  if (found.length === 0) return;
  const references: Reference[] = found.map(({ start, end, ...reference }) => ({
    text: text.slice(start, end),
    ...reference,
    span: spanOf(start, end),
  }));
  draft.references = [...(draft.references ?? []), ...references];
}

/** A value of a field, with its links. */
export interface FieldValue {
  readonly text: string;
  readonly spanOf: SpanOf;
  readonly links?: readonly (Span & { readonly url: string })[];
}

const unknown = /^(?:[-–—/?]+|tbd|tba|none|n\/a|unknown|offen|ongoing|нет|无|無|未定|미정)\.?$/iu;
const longestDue = 80;

/** Takes the value of a field, except those that have a grammar of their own; what is known already stays. */
export function takeValue(draft: FactDraft, name: FieldName | 'window', { text, spanOf, links }: FieldValue): void {
  const placed = (found: readonly { readonly value: string; readonly start: number; readonly end: number }[]) =>
    found.map(({ value, start, end }) => ({ value, span: spanOf(start, end) }));
  switch (name) {
    case 'owner':
      if (!draft.owner) addOwners(draft, placed(parsePeople(text)));
      break;
    case 'due':
    case 'start': {
      if (draft[name] || unknown.test(text) || text.length > longestDue || !/[\p{L}\p{N}]/u.test(text)) break;
      draft[name] = { text, ...datesIn(text), span: spanOf(0, text.length) };
      break;
    }
    case 'labels': {
      const labels = joined(draft.labels, placed(parseLabels(text)));
      if (labels.length > 0) draft.labels = labels;
      break;
    }
    case 'dependsOn': {
      const dependsOn = joined(draft.dependsOn, placed(parseDependencies(text)));
      if (dependsOn.length > 0) draft.dependsOn = dependsOn;
      break;
    }
    case 'window': {
      const value = draft.window ? undefined : parseWindow(text);
      if (value) draft.window = windowOf(value, text.slice(value.start, value.end), spanOf(value.start, value.end));
      break;
    }
    case 'references':
      takeReferences(draft, referencesIn(text, links), text, spanOf);
      break;
    default:
  }
}

/** The date that a value is or holds, as far as it is known. */
function datesIn(text: string) {
  const plain = text.replace(/^(?:by|on|until|before|bis|am)\s/i, '');
  const whole = parsePlannedDate(plain);
  if (whole) return whole;
  const { start: _start, end: _end, ...found } = parseDate(text) ?? { start: 0, end: 0 };
  return found;
}

/** Issues by their signs and links, and keys of a tracker: `SHOP-12`. */
function referencesIn(text: string, links: FieldValue['links']): FoundReference[] {
  const linked = (links ?? []).flatMap(({ start, end, url }) => {
    const read = parseIssueUrl(url);
    return read ? [{ ...read, start, end }] : [];
  });
  const free = [...findReferences(text), ...trackerKeys(text)].filter(
    ({ start, end }) => !(links ?? []).some((link) => link.start < end && start < link.end),
  );
  return [...linked, ...free].sort((a, b) => a.start - b.start);
}

function trackerKeys(text: string): FoundReference[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_/.-])[A-Z][A-Z0-9_]{1,11}-\d{1,7}(?![\p{L}\p{N}_-])/gu)].map(
    ({ 0: number, index }) => ({ number, start: index, end: index + number.length }),
  );
}

const names = [
  'priority',
  'effort',
  'owner',
  'owners',
  'due',
  'start',
  'labels',
  'dependsOn',
  'references',
  'window',
] as const satisfies readonly (keyof PlanFacts)[];

/** The facts alone, of what may hold more. */
export function onlyFacts(from: PlanFacts): PlanFacts {
  const facts: Record<string, unknown> = {};
  for (const name of names) if (from[name] !== undefined) facts[name] = from[name];
  return facts;
}
