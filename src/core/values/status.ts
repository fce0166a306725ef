import type { Status } from '../model/roadmap.js';

/** Emoji that say where an item stands, whatever the file. Circles and other ambiguous ones are left out on purpose. */
const emoji: Readonly<Record<Status, string>> = {
  done: '✅☑✔✓🟩',
  doing: '🚧🔄🏗🔨🏃▶',
  todo: '⬜🔲☐📋⏳🔜⚪◻',
  blocked: '⛔🚫🛑',
  cancelled: '❌✖✘🗑',
};

/** Words that say it, in a bracket behind a title, in a field or as the name of a section. */
const words: Readonly<Record<Status, string>> = {
  done: 'done|complete|completed|finished|shipped|released|delivered|implemented|closed|resolved|achieved|merged',
  doing: 'doing|in progress|in-progress|wip|work in progress|ongoing|active|started|underway|partial|partially done',
  todo: 'todo|to do|to-do|planned|pending|open|not started|backlog|proposed|upcoming|scheduled|future',
  blocked: 'blocked|on hold|waiting|paused|stuck',
  cancelled: "cancelled|canceled|dropped|rejected|abandoned|won't do|wont do|wontfix|won't fix|removed",
};

/** Characters of check boxes. Any other counts as todo and is reported: an unknown mark never counts as done. */
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
for (const status of Object.keys(emoji) as Status[]) {
  for (const character of emoji[status]) byEmoji.set(character, status);
  for (const word of words[status].split('|')) byWord.set(word, status);
}

/** Marks of a workspace's own, by mark: words or characters. */
export type StatusMarks = ReadonlyMap<string, Status>;

const leadingEmoji = new RegExp(`^[${Object.values(emoji).join('')}]`, 'u');
const trailingEmoji = new RegExp(`[${Object.values(emoji).join('')}]$`, 'u');

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

/** The status a word or phrase stands for: `In Progress`, `done`. Compared as a whole and without regard to case. */
export function statusOfWord(text: string, own?: StatusMarks): Status | undefined {
  const word = text.trim().toLowerCase();
  return own?.get(word) ?? byWord.get(word);
}

/** A status emoji or a mark of the workspace's own at `from`. */
export function statusAt(text: string, from: number, own?: StatusMarks): FoundStatus | undefined {
  // Every emoji lies beyond ASCII, so most titles are no matter for the patterns.
  if (!own?.size && text.charCodeAt(from) < 0x80) return undefined;
  for (const [mark, status] of own ?? []) {
    const end = from + mark.length;
    if (mark.startsWith('[') || text.slice(from, end).toLowerCase() !== mark) continue;
    if (!/[\p{L}\p{N}]/u.test(mark) || isMarkWord(text, from, end)) return { status, start: from, end };
  }
  const rest = text.slice(from, from + 4);
  const found = leadingEmoji.exec(rest)?.[0];
  if (!found) return undefined;
  return { status: byEmoji.get(found)!, start: from, end: from + found.length + selector(rest, found.length) };
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

/** A status behind the title: `… ✅`, `… (COMPLETE)`, `… [in progress]`. */
export function statusBefore(text: string, to: number, own?: StatusMarks): FoundStatus | undefined {
  let end = to;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\ufe0f')) end--;
  const last = text.charCodeAt(end - 1);
  if (!own?.size && last < 0x80 && last !== 0x29 && last !== 0x5d) return undefined;
  // Emoji take up to two code units, brackets are short: a look at the last characters is enough.
  const tail = text.slice(Math.max(0, end - 40), end);
  const base = end - tail.length;
  const found = trailingEmoji.exec(tail);
  if (found) return { status: byEmoji.get(found[0])!, start: base + found.index, end: to };
  for (const [mark, status] of own ?? []) {
    // A word at the end of a title belongs to it; other characters of the workspace's own are marks.
    if (tail.toLowerCase().endsWith(mark) && !/[\p{L}\p{N}]/u.test(mark))
      return { status, start: end - mark.length, end: to };
  }
  const bracket = /[([]([^()[\]]{1,30})[)\]]$/.exec(tail);
  const status = bracket && statusOfWord(bracket[1]!.replace(/^[^\p{L}]+/u, ''), own);
  return status ? { status, start: base + bracket.index, end: to } : undefined;
}

/** Reads a status from a field or cell: `✅ Complete`, `In progress (3/5)`; undefined where it says nothing known. */
export function parseStatus(text: string, own?: StatusMarks): Status | undefined {
  const trimmed = text.trim();
  const found = statusAt(trimmed, 0, own);
  const rest = trimmed.slice(found?.end ?? 0).trim();
  const word = /^[\p{L}' -]{2,20}/u.exec(rest)?.[0];
  return (word && (statusOfWord(word, own) ?? statusOfWord(word.split(/\s[-–]|\s{2}/)[0]!, own))) || found?.status;
}

/** Length of an emoji variation selector. */
function selector(text: string, at: number): number {
  return text[at] === '\ufe0f' ? 1 : 0;
}
