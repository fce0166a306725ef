import type { PlanFacts, Sourced, Status } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { mayHoldNotation, Notation } from '../../references/notation.js';
import { readExplicitId, type IdGrammar } from '../../references/taskId.js';
import {
  statusAt,
  statusBefore,
  statusOfBox,
  statusOfWord,
  type FoundStatus,
  type StatusMarks,
} from '../../values/status.js';
import { factsOfNotation } from '../planFacts.js';
import type { Inline } from './inline.js';

/** The title of an item or heading with what its marks say. */
export interface Title {
  readonly text: string;
  readonly span: Span;
  readonly status?: Status;
  /** The mark the status was read from. */
  readonly statusSpan?: Span;
  /** Whether that mark is a check box. */
  readonly box: boolean;
  /** The character of a check box that nobody knows; such an item counts as todo. */
  readonly unknownBox?: string;
  /** Another mark that says otherwise. */
  readonly conflict?: Sourced<Status>;
  readonly id?: Sourced<string>;
  /** What is said behind the title or in it: owners, dates, labels, … */
  readonly facts?: PlanFacts;
}

/** What titles are read with: the marks and ids that the workspace defines. */
export interface TitleGrammar {
  readonly marks?: StatusMarks;
  readonly ids: IdGrammar;
}

const box = /^(?:\[\s?(\S?)\ufe0f?\s?\]|\(([ xX])\))(?=\s|$)/u;
const blank = /\s/;

/**
 * Reads the marks around a title: check box, status emoji or word, id, owner, date and the like, in any order before or
 * behind it. A stretch of time is a part of the title of a `group`.
 */
export function readTitle(inline: Inline, grammar: TitleGrammar, of: 'task' | 'group' = 'task'): Title {
  const { read } = inline;
  const text = read.text;
  let start = skipBlank(text, 0);
  let end = text.length;
  while (end > start && blank.test(text[end - 1]!)) end--;
  let found: FoundStatus | undefined;
  let hasBox = false;
  let unknownBox: string | undefined;
  let id: Sourced<string> | undefined;
  let conflict: FoundStatus | undefined;
  /** The first mark counts. An open check box leaves room for one that says more. */
  const note = (mark: FoundStatus) => {
    if (!found) found = mark;
    else if (hasBox && found.status === 'todo' && (mark.status === 'doing' || mark.status === 'blocked')) found = mark;
    else if (disagree(found.status, mark.status)) conflict ??= mark;
  };

  const notation = mayHoldNotation(text)
    ? new Notation({ text, code: inline.code, links: inline.links }, grammar.ids, of === 'task')
    : undefined;
  if (notation) end = notation.takeBehind(start, end);

  // Marks before the title; each turn takes one, so the number of turns is the number of kinds.
  for (let turn = 0; turn < 5 && start < end; turn++) {
    const checked =
      hasBox || (text[start] !== '[' && text[start] !== '(') ? null : box.exec(text.slice(start, start + 8));
    if (checked) {
      hasBox = true;
      const character = (checked[1] ?? checked[2])!;
      const status = statusOfBox(character, grammar.marks);
      if (!status) unknownBox = character;
      // A check box decides over an emoji beside it.
      found = { status: status ?? 'todo', start, end: start + checked[0].length };
      start = skipBlank(text, found.end);
      continue;
    }
    const mark = statusAt(text, start, grammar.marks);
    if (mark) {
      note(mark);
      start = skipBlank(text, mark.end);
      continue;
    }
    const ranked = notation?.takeBefore(start, end) ?? start;
    if (ranked > start) {
      start = skipBlank(text, ranked);
      continue;
    }
    const explicit = id ? undefined : readExplicitId(text, start, end, grammar.ids);
    if (!explicit) break;
    id = { value: explicit.id, span: read.sourceSpan(explicit.idStart, explicit.idEnd) };
    start = explicit.start;
    end = explicit.end;
  }

  // Behind it: `… ✅ (Completed)` has two.
  if (notation) end = notation.takeBehind(start, end);
  for (let turn = 0; turn < 3; turn++) {
    const behind = styledBefore(inline, end, grammar.marks) ?? statusBefore(text.slice(0, end), end, grammar.marks);
    if (!behind || behind.start <= start) break;
    note(behind);
    end = behind.start;
    while (end > start && blank.test(text[end - 1]!)) end--;
    const before = id ? undefined : readExplicitId(text, start, end, grammar.ids);
    if (before) {
      id = { value: before.id, span: read.sourceSpan(before.idStart, before.idEnd) };
      start = before.start;
      end = before.end;
    }
    if (notation) end = notation.takeBehind(start, end);
  }
  // `✅ 2026-04-16` and `(blocked by #12)` say where the task stands, too.
  for (const fact of notation?.facts ?? []) {
    if (fact.fact === 'status') note({ status: fact.value, start: fact.start, end: fact.end });
  }
  found ??= beforeBracket(text.slice(0, end), start, grammar.marks) ?? behindName(inline, start, end, grammar.marks);
  id ??= commentId(inline);
  const struck = struckRange(inline, start, end, grammar.marks);
  if (struck && found?.status !== 'done') found = { status: struck.status, start, end: struck.end };

  const title: { -readonly [Key in keyof Title]: Title[Key] } = {
    text: text.slice(start, end),
    span: read.sourceSpan(start, end),
    box: hasBox,
  };
  if (found) {
    title.status = found.status;
    title.statusSpan = read.sourceSpan(found.start, found.end);
  }
  if (unknownBox !== undefined) title.unknownBox = unknownBox;
  if (id) title.id = id;
  const facts = notation && factsOfNotation(notation, text, (from, to) => read.sourceSpan(from, to));
  if (facts) title.facts = facts;
  if (conflict) title.conflict = { value: conflict.status, span: read.sourceSpan(conflict.start, conflict.end) };
  return title;
}

/** Whether two marks contradict each other: what is done, what is given up and what is open are three things. */
export function disagree(one: Status, other: Status): boolean {
  const end = (status: Status) => (status === 'done' || status === 'cancelled' ? status : 'open');
  return end(one) !== end(other);
}

/** A mark before the bracket that ends a title: `… ✅ (Weeks 1-4)`. It stays in the title, which goes on behind it. */
function beforeBracket(text: string, start: number, marks?: StatusMarks): FoundStatus | undefined {
  if (!text.endsWith(')')) return undefined;
  const open = text.lastIndexOf('(');
  if (open <= start || text.length - open > longestBracket) return undefined;
  const found = statusBefore(text.slice(0, open), open, marks);
  return found && found.start > start ? { ...found, end: text.slice(0, open).trimEnd().length } : undefined;
}

const longestBracket = 60;

/** A mark between a bold name and what is said of it: `**v0.5** ✅ — tides and moorings`. It stays in the title. */
function behindName({ read, bold }: Inline, start: number, end: number, marks?: StatusMarks): FoundStatus | undefined {
  const [name] = bold;
  if (!name || name.start > start || name.end >= end) return undefined;
  const at = skipBlank(read.text, name.end);
  const found = statusAt(read.text, at, marks);
  return found && /^\s{0,2}[-–—:]\s/.test(read.text.slice(found.end, found.end + 5)) ? found : undefined;
}

/** A status word that stands out behind a title by being bold or code: `… **DONE**`, `` … `planned` ``. */
function styledBefore({ read, bold, code }: Inline, end: number, marks?: StatusMarks): FoundStatus | undefined {
  for (const range of bold.length + code.length > 0 ? [...bold, ...code] : []) {
    if (range.end !== end || end - range.start > 40) continue;
    const status = statusOfWord(read.text.slice(range.start, end).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''), marks);
    if (!status) continue;
    // A dash or colon that leads to it goes with it.
    const lead = /(?:\s[-–—|:·→]{1,2}|:)?\s{0,2}$/.exec(read.text.slice(Math.max(0, range.start - 6), range.start))![0];
    return { status, start: range.start - lead.length, end };
  }
  return undefined;
}

/**
 * What a struck-out title says: cancelled, or done where a note behind it says so. A title of which a part is struck out
 * was reworded; only a note may follow one that is struck out as a whole: `~~Import~~ (moved to 2.0)`.
 */
function struckRange({ read, struck }: Inline, start: number, end: number, marks?: StatusMarks) {
  const range = struck.find((span) => span.start <= start && span.end > start);
  if (!range) return undefined;
  // The file may say that what is struck out is done.
  const says = marks?.get('~~') ?? 'cancelled';
  if (range.end >= end) return { status: says, end };
  const note = read.text.slice(range.end, end);
  if (!/^\s*(?:[-–—→(,:;]|=>)/.test(note)) return undefined;
  const said = note.replace(/^[^\p{L}\p{N}]+/u, '');
  const done = statusOfWord(/^\p{L}+/u.exec(said)?.[0] ?? '', marks) === 'done' || /[✅✔☑]/u.test(note);
  return { status: done ? ('done' as const) : says, end: range.end };
}

/** `<!-- id: smoke-tests -->` */
function commentId({ comments, read }: Inline): Sourced<string> | undefined {
  for (const comment of comments) {
    const found = /^<!--\s{0,3}id:\s{0,3}([\p{L}\p{N}][\p{L}\p{N}._/-]{0,80})\s{0,3}-->$/u.exec(
      read.source.slice(comment.start, comment.end),
    );
    if (!found) continue;
    const start = comment.start + found[0].indexOf(found[1]!, found[0].indexOf(':'));
    return { value: found[1]!, span: { start, end: start + found[1]!.length } };
  }
  return undefined;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && blank.test(text[at]!)) at++;
  return at;
}
