import type { Sourced, Status } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { readExplicitId, type IdGrammar } from '../../references/taskId.js';
import { statusAt, statusBefore, statusOfBox, type FoundStatus, type StatusMarks } from '../../values/status.js';
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
  /** A mark beside the check box that says otherwise: one says done, the other does not. */
  readonly conflict?: Sourced<Status>;
  readonly id?: Sourced<string>;
}

/** What titles are read with: the marks and ids that the workspace defines. */
export interface TitleGrammar {
  readonly marks?: StatusMarks;
  readonly ids: IdGrammar;
}

const box = /^\[\s?(\S?)\ufe0f?\s?\](?=\s|$)/u;
const blank = /\s/;

/** Reads the marks around a title: check box, status emoji or word, id, in any order before or behind it. */
export function readTitle(inline: Inline, grammar: TitleGrammar): Title {
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
  /** The first mark counts. An open check box leaves room for one that says more; one that is done or not may conflict. */
  const note = (mark: FoundStatus) => {
    if (!found) found = mark;
    else if (hasBox && found.status === 'todo' && (mark.status === 'doing' || mark.status === 'blocked')) found = mark;
    else if (hasBox && (found.status === 'done') !== (mark.status === 'done')) conflict ??= mark;
  };

  // Marks before the title; each turn takes one, so the number of turns is the number of kinds.
  for (let turn = 0; turn < 4 && start < end; turn++) {
    const checked = hasBox || text[start] !== '[' ? null : box.exec(text.slice(start, start + 8));
    if (checked) {
      hasBox = true;
      const character = checked[1]!;
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
    const explicit = id ? undefined : readExplicitId(text, start, end, grammar.ids);
    if (!explicit) break;
    id = { value: explicit.id, span: read.sourceSpan(explicit.idStart, explicit.idEnd) };
    start = explicit.start;
    end = explicit.end;
  }

  // Behind it: `… ✅ (Completed)` has two.
  for (let turn = 0; turn < 3; turn++) {
    const behind = statusBefore(text.slice(0, end), end, grammar.marks);
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
  }
  id ??= commentId(inline);
  const struck = inline.struck.some((range) => range.start <= start && range.end >= end && end > start);
  if (struck && found?.status !== 'done') found = { status: 'cancelled', start, end };

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
  if (conflict) title.conflict = { value: conflict.status, span: read.sourceSpan(conflict.start, conflict.end) };
  return title;
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
