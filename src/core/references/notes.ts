import type { Priority, Status } from '../model/roadmap.js';
import type { Span } from '../model/span.js';
import { parseDateWindow } from '../values/dateWindow.js';
import { parseEffort, type EffortValue } from '../values/effort.js';
import { parseLabels } from '../values/labels.js';
import { isHandle, parsePeople } from '../values/people.js';
import { parsePlannedDate, type PlannedDateValue } from '../values/plannedDate.js';
import { parsePriority } from '../values/priority.js';
import { parseWindow, type WindowValue } from '../values/window.js';
import { fieldOfWord } from '../values/words/fields.js';
import { isTaskReference, parseDependencies } from './dependencies.js';
import { isReferences } from './issues.js';
import type { IdGrammar } from './taskId.js';

/** A fact that a note states, with the place of its value. */
export type NoteFact = Span &
  (
    | { readonly fact: 'owner' | 'label' | 'dependsOn'; readonly value: string }
    | { readonly fact: 'due' | 'start'; readonly value: PlannedDateValue }
    | { readonly fact: 'priority'; readonly value: Priority }
    | { readonly fact: 'effort'; readonly value: EffortValue }
    | { readonly fact: 'window'; readonly value: WindowValue }
    | { readonly fact: 'status'; readonly value: Status }
  );

const longest = 200;
const mostParts = 8;

/**
 * Reads what stands in a bracket or behind a dash, `text[start, end)`: `owner: Ada`, `@ada, due 16 April`, `depends on RL-3, RL-4`,
 * `Q3 2026`, `see #12`. Undefined where any part of it is something else; references have no facts here.
 */
export function readNote(text: string, start: number, end: number, ids: IdGrammar): NoteFact[] | undefined {
  if (end - start > longest) return undefined;
  const whole = readPart(text, start, end, ids);
  if (whole) return whole;
  const cuts = [...text.slice(start, end).matchAll(/\s{0,2}[,;|·]\s{1,2}|\s[-–—]\s/gu)];
  if (cuts.length === 0 || cuts.length >= mostParts) return undefined;
  const edges = cuts.map(({ 0: sign, index }) => ({ end: start + index, next: start + index + sign.length }));
  edges.push({ end, next: end });
  const facts: NoteFact[] = [];
  let from = start;
  for (let at = 0; at < edges.length; at++) {
    // A list or a date may hold the sign that parts are set apart by: the longest stretch that says one thing counts.
    let to = edges.length - 1;
    let read = readPart(text, from, edges[to]!.end, ids);
    while (!read && to > at) read = readPart(text, from, edges[--to]!.end, ids);
    if (!read) return undefined;
    facts.push(...read);
    from = edges[to]!.next;
    at = to;
  }
  return facts;
}

/** Reads a note that says one thing. */
function readPart(text: string, from: number, to: number, ids: IdGrammar): NoteFact[] | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  const part = text.slice(start, end);
  if (part.length < 2) return undefined;
  const field = /^(\p{L}[\p{L}\p{M}' ]{1,24}?)\s?(::?|：)\s{0,3}(?=\S)/u.exec(part);
  if (field) return readField(field[1]!.toLowerCase(), text, start + field[0].length, end, ids);
  return (
    owners(part, start) ??
    (isReferences(part) ? [] : undefined) ??
    planned(part, start) ??
    dependencies(part, start, ids) ??
    windowOf(part, start) ??
    hashLabels(part, start)
  );
}

/** Keys of Dataview and the Tasks plugin that have no place here. */
const passedOver = /^(?:scheduled|created|completion|cancelled|repeat|recurrence|id|on completion|oncompletion)$/;

function readField(name: string, text: string, start: number, end: number, ids: IdGrammar): NoteFact[] | undefined {
  const value = text.slice(start, end);
  // Another field stands in the value.
  if (/[:：]\s/.test(value)) return undefined;
  // In a list of names, `@ada` is one of them; elsewhere it says who, and `#12` which issue.
  if (/[,;]\s{0,2}@/.test(value) && fieldOfWord(name) !== 'owner') return undefined;
  const at = <T extends { start: number; end: number }>(found: T) => ({
    start: start + found.start,
    end: start + found.end,
  });
  if (/^(?:start|starts|start date|begin|begins|beginn)$/.test(name)) {
    const date = parsePlannedDate(value);
    return date && [{ fact: 'start', value: date, start, end }];
  }
  if (passedOver.test(name)) return text[start - 1] === ':' || text[start - 2] === ':' ? [] : undefined;
  switch (name === 'dependson' ? 'dependsOn' : fieldOfWord(name)) {
    case 'owner':
      if (/#|\d{4}|\bQ\d/.test(value)) return undefined;
      // `owner: TBD` says that it is nobody yet.
      return parsePeople(value).map((found) => ({ fact: 'owner', value: found.value, ...at(found) }));
    case 'due': {
      const date = parsePlannedDate(value.replace(/^(?:by|on)\s/i, ''));
      return date && [{ fact: 'due', value: date, start, end }];
    }
    case 'labels':
      return parseLabels(value).map((found) => ({ fact: 'label', value: found.value, ...at(found) }));
    case 'dependsOn':
      return parseDependencies(value).map((found) => ({ fact: 'dependsOn', value: found.value, ...at(found) }));
    case 'priority': {
      const priority = value.length <= 20 && !value.includes(',') ? parsePriority(value) : undefined;
      return priority && [{ fact: 'priority', value: priority, start, end }];
    }
    case 'effort': {
      const effort = value.length <= 30 && !/,\s/.test(value) ? parseEffort(value) : undefined;
      return effort && [{ fact: 'effort', value: effort, start, end }];
    }
    case 'references':
      return isReferences(value) || isTaskReference(value, ids, false) ? [] : undefined;
    default:
      return undefined;
  }
}

const assigned =
  /^(?:(?:by|assigned to|assignee|owner|owned by|lead|led by|zugewiesen an|von|par|por|da|door|от|para)\s{1,2})?(?=@)/iu;
const named =
  /^(?:assigned to|owned by|led by|zugewiesen an|assigné à|asignado a)\s{1,2}(?=\p{Lu}[\p{L}\p{M}'. -]{1,40}$)/u;

/** `@ada`, `by @ada and @ben`, `assigned to Ada`. */
function owners(part: string, base: number): NoteFact[] | undefined {
  const lead = assigned.exec(part)?.[0] ?? named.exec(part)?.[0];
  if (lead === undefined) return undefined;
  const people = parsePeople(part.slice(lead.length));
  const byHandle = part[lead.length] === '@';
  const all = people.every(
    ({ value, start }) =>
      !byHandle || (part[lead.length + start] === '@' && /^[\w][\w.-]{0,60}$/.test(value) && isHandle(value)),
  );
  if (!all || people.length === 0) return undefined;
  return people.map(({ value, start, end }) => ({
    fact: 'owner',
    value,
    start: base + lead.length + start,
    end: base + lead.length + end,
  }));
}

const dueLead =
  /^(?:due(?: date)?(?: on| by)?|by|until|no later than|deadline|eta|target(?: date)?|fällig(?: am| bis)?|bis(?: zum)?|spätestens|avant|d'ici(?: à)?|antes de|antes del|hasta|para|até|entro(?: il)?|voor|tegen|do|до|к)\s{1,2}/iu;
const startLead = /^(?:start(?:s|ing)?(?: on| in)?|from|ab|vanaf|à partir de|desde|a partir de|od|с)\s{1,2}/iu;
const dueTail = /(?:まで|までに|之前|前|까지)$/u;

/** `due 16 April 2026`, `by end of March`, `starting May 2026`. */
function planned(part: string, base: number): NoteFact[] | undefined {
  const due = dueLead.exec(part)?.[0];
  const begin = due === undefined ? startLead.exec(part)?.[0] : undefined;
  const tail = due === undefined && begin === undefined ? dueTail.exec(part)?.[0] : undefined;
  if (due === undefined && begin === undefined && tail === undefined) return undefined;
  const from = (due ?? begin ?? '').length;
  const to = part.length - (tail ?? '').length;
  const value = parsePlannedDate(part.slice(from, to));
  return value && [{ fact: begin === undefined ? 'due' : 'start', value, start: base + from, end: base + to }];
}

/** `after RL-3`, `needs #12`: what follows must be the ids of tasks. */
const needsIds = /^(?:after|needs|nach|après|después de|depois de|dopo|na|po|после|після)\s{1,2}/iu;

/** The first three words, two, or one. */
const leadWords = [/^\p{L}+(?: \p{L}+){2}(?=\s)/u, /^\p{L}+ \p{L}+(?=\s)/u, /^\p{L}+(?=\s)/u];

/** `depends on RL-3, #12`, `blocked by the new search`, `requires RL-3`, `after RL-3`. */
export function dependencies(part: string, base: number, ids: IdGrammar): NoteFact[] | undefined {
  let lead = needsIds.exec(part)?.[0];
  let free = false;
  if (lead === undefined) {
    // Of up to three words.
    for (const words of leadWords) {
      const found = words.exec(part)?.[0];
      if (found === undefined || found.length > 24 || fieldOfWord(found.toLowerCase()) !== 'dependsOn') continue;
      lead = `${found} `;
      free = found.includes(' ');
      break;
    }
  }
  if (lead === undefined) return undefined;
  const from = lead.length;
  const found = parseDependencies(part.slice(from));
  if (found.length === 0) return undefined;
  if (!free && !found.every(({ value }) => isTaskReference(value, ids, false))) return undefined;
  const facts: NoteFact[] = found.map(({ value, start, end }) => ({
    fact: 'dependsOn',
    value,
    start: base + from + start,
    end: base + from + end,
  }));
  // What waits for something says where it stands by that word.
  if (/^blocked/i.test(part)) facts.push({ fact: 'status', value: 'blocked', start: base, end: base + part.length });
  return facts;
}

/** `Q3 2026`, `March–April 2026`, `2026-04-16`: a stretch of time, not the length of one. */
function windowOf(part: string, base: number): NoteFact[] | undefined {
  if (!/\d/.test(part)) return undefined;
  const named = parseWindow(part);
  const whole = named && !named.length && named.start === 0 && named.end === part.length;
  const value = whole ? named : parseDateWindow(part);
  if (!value) return undefined;
  return [{ fact: 'window', value, start: base, end: base + part.length }];
}

/** `#search #ui` */
function hashLabels(part: string, base: number): NoteFact[] | undefined {
  if (
    !part.startsWith('#') ||
    /^#([0-9a-f])\1{2,5}$/i.test(part) ||
    !/^(?:#[\p{L}_][\p{L}\p{N}_/-]{0,40}\s{0,2})+$/u.test(part)
  )
    return undefined;
  return parseLabels(part).map(({ value, start, end }) => ({
    fact: 'label',
    value,
    start: base + start,
    end: base + end,
  }));
}
