import type { Status } from '../model/roadmap.js';
import { progressAt, progressBefore } from './progressNote.js';
import { statusWords, valueWords } from './words/status.js';

/** Emoji that say where an item stands, whatever the file. Circles and other ambiguous ones are left out on purpose. */
const emoji: Readonly<Record<Status, string>> = {
  done: '✅☑✔✓🟩√',
  doing: '🚧🔄🏗🔨🏃▶🟨',
  todo: '⬜🔲☐📋⏳🔜⚪◻',
  blocked: '⛔🚫🛑',
  cancelled: '❌✖✘🗑',
};

/**
 * Characters of check boxes that mean the same wherever they are used; others are a matter of dialect. One that nobody
 * knows counts as todo and is reported: an unknown mark never counts as done.
 */
const boxes: ReadonlyMap<string, Status> = new Map([
  ['', 'todo'],
  [' ', 'todo'],
  ['x', 'done'],
  ['✓', 'done'],
  ['✔', 'done'],
  ['/', 'doing'],
  ['~', 'doing'],
  ['-', 'cancelled'],
]);

const byEmoji = new Map<string, Status>();
const byWord = new Map<string, Status>();
const byValue = new Map<string, Status>();
for (const status of Object.keys(emoji) as Status[]) {
  for (const character of emoji[status]) byEmoji.set(character, status);
  // The first language counts where two of them mean different things by a word.
  for (const group of statusWords[status]) {
    for (const word of group.split('|')) if (!byWord.has(word)) byWord.set(word, status);
  }
  for (const word of valueWords[status].split('|')) byValue.set(word, status);
}

/** Marks of a workspace's or a file's own, by mark in lower case: words, characters, or check boxes such as `[-]`. */
export type StatusMarks = ReadonlyMap<string, Status>;

const statusEmoji = Object.values(emoji).join('');
const leadingEmoji = new RegExp(`^[${statusEmoji}]`, 'u');
const trailingEmoji = new RegExp(`[${statusEmoji}]$`, 'u');

/** A status with the place of its mark in the text it was read from. */
export interface FoundStatus {
  readonly status: Status;
  readonly start: number;
  readonly end: number;
}

/** The status a check box's character stands for; undefined where nobody knows. */
export function statusOfBox(character: string, own?: StatusMarks): Status | undefined {
  const key = character.toLowerCase();
  return own?.get(`[${key}]`) ?? own?.get(key) ?? boxes.get(key) ?? byEmoji.get(character);
}

/** The status an emoji stands for in every file; undefined for others, circles among them. */
export function statusOfEmoji(character: string): Status | undefined {
  return byEmoji.get(character);
}

/**
 * The status a word or phrase of any known language stands for: `In Progress`, `erledigt`, `进行中`. Compared as a whole
 * and without regard to case.
 */
export function statusOfWord(text: string, own?: StatusMarks): Status | undefined {
  const word = normal(text);
  return own?.get(word) ?? byWord.get(word);
}

function normal(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replaceAll('_', ' ');
}

/** A status emoji, a bracket or word that stands out (`[WIP]`, `DONE:`), or a mark of the workspace's own at `from`. */
export function statusAt(text: string, from: number, own?: StatusMarks): FoundStatus | undefined {
  for (const [mark, status] of own ?? []) {
    const end = from + mark.length;
    if (mark.startsWith('[') || text.slice(from, end).toLowerCase() !== mark) continue;
    if (!/[\p{L}\p{N}]/u.test(mark) || isMarkWord(text, from, end)) {
      return { status, start: from, end: end + selector(text, end) };
    }
  }
  // Every emoji lies beyond ASCII, so most titles are no matter for the patterns.
  const first = text.charCodeAt(from);
  if (first < 0x80) return first === 0x5b || first === 0x28 ? bracketAt(text, from, own) : wordAt(text, from, own);
  const rest = text.slice(from, from + 4);
  const found = leadingEmoji.exec(rest)?.[0];
  if (!found) return wordAt(text, from, own);
  return { status: byEmoji.get(found)!, start: from, end: from + found.length + selector(rest, found.length) };
}

/** `[DONE] …`, `(wip) …`: not the whole of the text, which would then have no title. */
function bracketAt(text: string, from: number, own?: StatusMarks): FoundStatus | undefined {
  const found = /^[[(]([^()[\]]{2,30})[)\]]\s{0,2}[:–—-]?(?=\s)/.exec(text.slice(from, from + 40));
  const status = found && statusOfWord(found[1]!.replace(/^[^\p{L}]+/u, ''), own);
  return status ? { status, start: from, end: from + found[0].length } : undefined;
}

/** `DONE: …`, `In progress – …`, `TODO …` in capitals. */
function wordAt(text: string, from: number, own?: StatusMarks): FoundStatus | undefined {
  if (!standsOut(text, from, Math.min(text.length, from + 28))) {
    const capital = text.charCodeAt(from + 1);
    if (!(capital >= 0x41 && capital <= 0x5a)) return undefined;
  }
  const found = /^(\p{L}[\p{L}' -]{1,24}?)(\s?[:：]\s|\s[–—-]\s)/u.exec(text.slice(from, from + 32));
  const status = found && statusOfWord(found[1]!, own);
  if (status) return { status, start: from, end: from + found[0].length };
  const capitals = /^(?:DONE|TODO|WIP|DOING)(?=\s\S)/.exec(text.slice(from, from + 8))?.[0];
  return capitals ? { status: statusOfWord(capitals)!, start: from, end: from + capitals.length } : undefined;
}

/**
 * A word of the workspace's own is a mark where it stands out, as in `DONE Write it down` or `shipped: the app`; else it
 * begins a title, as in "Shipped containers", and as the whole of one it is what a section is called.
 */
function isMarkWord(text: string, start: number, end: number): boolean {
  const next = text.slice(end, end + 2);
  if (end >= text.length || /^[\p{L}\p{N}_]/u.test(next)) return false;
  const word = text.slice(start, end);
  return /^\s{0,1}[:–—|-]/.test(next) || (word.length > 1 && word === word.toUpperCase());
}

/** A status behind the title: `… ✅`, `… (COMPLETE)`, `… [in progress]`, `… ✅ Done`, `… — done`, `… (60 %)`. */
export function statusBefore(text: string, to: number, own?: StatusMarks): FoundStatus | undefined {
  let end = to;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\ufe0f')) end--;
  // Marks are short: a look at the last characters is enough.
  const tail = text.slice(Math.max(0, end - 64), end);
  const base = end - tail.length;
  const last = tail.charCodeAt(tail.length - 1);
  if (own?.size || last >= 0x80) {
    for (const [mark, status] of own ?? []) {
      // A word at the end of a title belongs to it; other characters of the workspace's own are marks.
      if (tail.toLowerCase().endsWith(mark) && !/[\p{L}\p{N}]/u.test(mark))
        return { status, start: end - mark.length, end: to };
    }
    const found = trailingEmoji.exec(tail);
    if (found) return { status: byEmoji.get(found[0])!, start: base + found.index, end: to };
  }
  const found = last === 0x29 || last === 0x5d || last === 0xff09 ? bracketBefore(tail, own) : wordBefore(tail, own);
  const noted = found ?? progressBefore(tail);
  return noted ? { status: noted.status, start: base + noted.start, end: to } : undefined;
}

/** The bracket a text ends with, if it says where the item stands. */
function bracketBefore(tail: string, own?: StatusMarks): { status: Status; start: number } | undefined {
  const bracket = /[([（]([^()[\]（）]{1,60})[)\]）]$/.exec(tail);
  if (!bracket) return undefined;
  const status = statusOfNote(bracket[1]!, own);
  return status ? { status, start: bracket.index } : undefined;
}

/** What may follow a status in a note: when, where, how far. `(open source)` and `(active users)` are no status. */
const noteDetail =
  /^(?:$|[\s]*[:;,.–—|/+-]|\s+(?:in|for|on|as of|since|until|by|via|with)\s|\s+(?:v?\d|q[1-4]\b|~|#)|\s*\p{Extended_Pictographic})/iu;

/** The status a short note states: `done`, `✅ Complete`, `completed in v1.2`, `done, 2026-03-01`, `planned for Q3`. */
function statusOfNote(note: string, own?: StatusMarks): Status | undefined {
  const mark = statusAtSymbol(note.trim(), own);
  const rest = note
    .trim()
    .slice(mark?.end ?? 0)
    .replace(/^[^\p{L}\p{N}]+/u, '');
  if (!rest) return mark?.status;
  const word = longestPhrase(rest, own, (behind) => noteDetail.test(behind));
  return word ?? (mark && /^\d{4}-\d{2}/.test(rest) ? mark.status : undefined);
}

/** An emoji or a character of the workspace's own; no word. */
function statusAtSymbol(text: string, own?: StatusMarks): FoundStatus | undefined {
  return /^[\p{L}\p{N}[(]/u.test(text) ? undefined : statusAt(text, 0, own);
}

/** ` — done`, ` ✅ Done`: a known word, and nothing else, behind a dash or an emoji. */
function wordBefore(tail: string, own?: StatusMarks): { status: Status; start: number } | undefined {
  if (!standsOut(tail, Math.max(0, tail.length - 34), tail.length)) return undefined;
  const found =
    /(?:\s[-–—|:·→]+\s{1,2}|[^\p{L}\p{M}\p{N}\p{P}\s]\ufe0f?\s{0,2})(\p{L}[\p{L}\p{M}' -]{1,24})[.!]?$/u.exec(
      tail.slice(-34),
    );
  if (!found) return undefined;
  const status = statusOfWord(found[1]!, own);
  if (!status) return undefined;
  const start = Math.max(0, tail.length - 34) + found.index;
  // `To do | In progress | Done` are choices, of which none is meant.
  if (found[0].includes('|') && tail.slice(0, start).includes('|')) return undefined;
  // The emoji before the word is part of the mark; an emoji is up to two code units, of which the second may have matched.
  const low = tail.charCodeAt(start);
  return { status, start: low >= 0xdc00 && low <= 0xdfff ? start - 1 : start };
}

/** Whether a stretch of text holds a sign that may set a word apart; most titles do not, and need no pattern. */
function standsOut(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    // A colon, a bar, or a dash or emoji beyond Latin letters; a hyphen between blanks.
    if (code === 0x3a || code === 0x7c || code === 0xb7 || code >= 0x2000) return true;
    if (code === 0x2d && text.charCodeAt(i + 1) === 0x20) return true;
  }
  return false;
}

/**
 * Reads a status from a field or cell: `✅ Complete`, `In progress (3/5)`, `[/]`, `60 %`, `Complete for the first part`;
 * undefined where it says nothing known.
 */
export function parseStatus(text: string, own?: StatusMarks): Status | undefined {
  const trimmed = text.trim();
  const box = /^\[(.?)\ufe0f?\](?=\s|$)/u.exec(trimmed);
  const mark = box ? undefined : statusAtSymbol(trimmed, own);
  const of = box ? statusOfBox(box[1]!, own) : mark?.status;
  const rest = trimmed.slice(box?.[0].length ?? mark?.end ?? 0).replace(/^[^\p{L}\p{N}]+/u, '');
  return longestPhrase(rest, own) ?? progressAt(rest) ?? of ?? statusBefore(trimmed, trimmed.length, own)?.status;
}

const negation = /^(?:not|nicht|non|não|не|niet|nie)$/;
const partly =
  /^(?:partially|partly|mostly|almost|nearly|largely|teilweise|fast|partiellement|parcialmente|частично|частково)$/;

/** The status of the longest phrase a text begins with, of up to four words; `fits` judges what follows it. */
function longestPhrase(
  text: string,
  own: StatusMarks | undefined,
  fits?: (rest: string) => boolean,
): Status | undefined {
  const head = text.slice(0, 60);
  const words = [...head.matchAll(/[\p{L}\p{M}'’]+(?:[-/_][\p{L}\p{M}]+)*/gu)].slice(0, 4);
  if (words[0]?.index !== 0) return undefined;
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1]!;
    const end = last.index + last[0].length;
    const phrase = head.slice(0, end);
    // Such a value must be all there is of it: "Available on request" is no status.
    const alone = !fits && text.slice(end).trim() === '';
    const status = statusOfWord(phrase, own) ?? (alone ? byValue.get(normal(phrase)) : undefined);
    if (status && (!fits || fits(text.slice(end)))) return status;
  }
  const [first, second] = words.map(([word]) => word.toLowerCase());
  if (second === undefined || fits || statusOfWord(second, own) !== 'done') return undefined;
  return negation.test(first!) ? 'todo' : partly.test(first!) ? 'doing' : undefined;
}

/** Length of an emoji variation selector. */
function selector(text: string, at: number): number {
  return text[at] === '\ufe0f' ? 1 : 0;
}
