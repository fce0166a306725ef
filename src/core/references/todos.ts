import type { Comment } from '../lexical/comments.js';
import type { FoundMention } from '../model/mention.js';
import type { Todo } from '../model/todo.js';
import type { Span } from '../model/span.js';
import { isNumberedId, mayBeId, numberedId, slugId } from './mentions.js';

/**
 * TODOs in comments: `TODO: …`, `TODO(RM-12): …`, `TODO(RM-12, ada): …`, `TODO[RM-12] …`, `TODO RM-12: …`,
 * `TODO: RM-12 - …`, `TODO: … (RM-12)`, and `@task RM-12` for code that implements a task. A tag counts at the beginning of
 * a comment's line, and further on where a colon or bracket follows, so that prose about TODOs is none.
 */

/** What a TODO begins with. */
export interface TodoTags {
  /** As they are set: `TODO`, `FIXME`, … */
  readonly tags: readonly string[];
  /** Whether a text can hold a TODO at all: most files hold none, and are not looked at further. */
  mayHold(text: string): boolean;
  /** Finds tags in a line; with the flag `g`. */
  readonly pattern: RegExp;
}

/** A TODO with its places in the text. */
export interface FoundTodo extends Omit<Todo, 'mentions'> {
  readonly mentions: readonly FoundMention[];
  /** From the tag to the end of its text. */
  readonly span: Span;
  readonly tagSpan: Span;
  /** What stands in its brackets, where these name tasks or people. */
  readonly brackets?: Span;
  /** It has more text than is read. */
  readonly cut: boolean;
}

/** Lines and characters a TODO may have: what follows is prose of its own. */
const maxLines = 20;
const maxText = 600;

/** Makes tags ready to be looked for. They are case-sensitive; documentation tools write `@todo` or `\todo`. */
export function todoTags(tags: readonly string[]): TodoTags {
  const words = tags.filter((tag) => tag !== '').sort((a, b) => b.length - a.length);
  const escaped = words.map((tag) => tag.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const documented = escaped.map((tag) => `[@\\\\](?:${tag.toLowerCase()}|${tag})`);
  const all = ['@task', ...documented, ...escaped].join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_@\\\\-])(?:${all})(?![\\p{L}\\p{N}_-])`, 'gu');
  const quick = new RegExp(pattern.source, 'u');
  return { tags: words, pattern, mayHold: (text) => quick.test(text) };
}

/**
 * The TODOs of comments, in their order. Linear in the length of the comments. In `prose` (Markdown, plain text) what
 * begins a block of its own ends them.
 */
export function findTodos(text: string, comments: readonly Comment[], tags: TodoTags, prose = false): FoundTodo[] {
  const found: FoundTodo[] = [];
  for (const comment of comments) {
    for (let at = 0; at < comment.lines.length; at++) {
      const start = tagIn(text, comment.lines[at]!, tags);
      if (!start) continue;
      const { body, cut } = bodyOf(text, comment.lines, at, start.end, tags, prose);
      found.push({ ...readTodo(text, start, body), cut });
      at += body.length - 1;
    }
  }
  return found;
}

/** What may stand between a comment's marks and a tag that begins its line: further marks, a list's, a check box. */
const decoration = /^[\s*\-!/#;%>|.+=~([{]{0,40}(?:\[[ xX]?\]\s{0,4})?$/;

/** The first tag of a line that counts. */
function tagIn(text: string, line: Span, { pattern }: TodoTags): Span | undefined {
  const content = text.slice(line.start, Math.min(line.end, line.start + 10_000));
  pattern.lastIndex = 0;
  for (let match = pattern.exec(content); match; match = pattern.exec(content)) {
    const end = match.index + match[0].length;
    // Who quotes a TODO speaks of it.
    if (/[`"'“”‘’«»]/.test(content[match.index - 1] ?? '')) continue;
    const marked = /^\s?[:([]/.test(content.slice(end, end + 2)) && !/^\s\(/.test(content.slice(end, end + 2));
    if (marked || (match.index <= 50 && decoration.test(content.slice(0, match.index)))) {
      return { start: line.start + match.index, end: line.start + end };
    }
  }
  return undefined;
}

/** What tools read in comments: no text of a person's. */
const directive =
  /^(?:eslint|prettier|tslint|jshint|jslint|stylelint|oxlint|biome|deno|c8|v8|istanbul|coverage|pragma|webpack|vite|sourceMappingURL|pylint|flake8|noqa|mypy|pyright|ruff|isort|fmt|yapf|type:|nosec|nolint|NOLINT|golangci|go:|\+build|clang-format|cppcheck|IWYU|rubocop|phpcs|phpstan|psalm|swiftlint|swiftformat|ktlint|detekt|noinspection|CHECKSTYLE|cspell|spell-?checker|SPDX|region|endregion|roadmap-lens-|#)/;
/** What begins a block of Markdown: an item, a heading, a table, a quote. */
const blockStart = /^(?:[-*+]\s|\d{1,4}[.)]\s|#{1,6}\s|\||>|<!--)/;

/** The pieces of text behind a tag: the rest of its line and the lines that go on with it; and whether there is more. */
function bodyOf(
  text: string,
  lines: readonly Span[],
  at: number,
  from: number,
  tags: TodoTags,
  prose: boolean,
): { readonly body: readonly Span[]; readonly cut: boolean } {
  const body = [{ start: from, end: Math.min(lines[at]!.end, from + maxText) }];
  let cut = body[0]!.end < lines[at]!.end;
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]!;
    const content = text.slice(line.start, Math.min(line.end, line.start + maxText)).trim();
    if (content === '' || /^[@\\:][a-z]/i.test(content) || directive.test(content)) break;
    if ((prose && blockStart.test(content)) || tagIn(text, line, tags)) break;
    if (body.length >= maxLines) return { body, cut: true };
    body.push({ start: line.start, end: Math.min(line.end, line.start + maxText) });
    cut ||= line.end > line.start + maxText;
  }
  return { body, cut };
}

const argument = /^(\s?[([])([^()[\]\n]{0,200})([)\]])(?!\()[ \t]{0,4}[:\-–—]{0,2}/;

/** Whether brackets name tasks or people rather than say something: `(ada)`, `(RM-1, ada)`, `[RM-1]`; not `(see the docs)`, `[x]`. */
function names(brackets: string, words: readonly { readonly raw: string }[]): boolean {
  const ids = words.filter(({ raw }) => isNumberedId(raw) || (mayBeId(raw) && /[-/]/.test(raw)));
  // Brackets of lists and links, and those that stand apart, are text more often than not.
  if (brackets !== '(') return ids.length > 0;
  return ids.length > 0 || words.length <= 2;
}

const lead = new RegExp(
  `^[ \\t]{0,4}[:\\-–—]?[ \\t]{0,4}((?:(?:${numberedId})(?![\\p{L}\\p{N}_-])(?:[ \\t]?[,&+/][ \\t]?(?=[A-Za-z])|))+)[ \\t]{0,4}[:\\-–—]{0,2}`,
  'u',
);
const leadSlug = new RegExp(
  `^[ \\t]{0,4}[:\\-–—]?[ \\t]{0,4}(?=[^\\s:]{0,99}-)(${slugId})[ \\t]{0,4}(?::|[-–—](?=\\s))`,
  'u',
);
const annotation = /^[ \t]{0,4}:?[ \t]{1,4}([^\s,;]{1,200}(?:[ \t]?[,;][ \t]?[^\s,;]{1,200}){0,9})/;
const tail = /[ \t]?[([]([^()[\]\n]{1,200})[)\]][ \t.;,]{0,4}$/;

function readTodo(text: string, tag: Span, body: readonly Span[]): Omit<FoundTodo, 'cut'> {
  const written = text.slice(tag.start, tag.end);
  const isTask = written === '@task';
  const [first, last] = [body[0]!, body[body.length - 1]!];
  const bracket = readBrackets(text.slice(first.start, first.end), first.start, isTask ? 'annotation' : 'argument');
  const from = first.start + (bracket?.length ?? 0);
  const rest = text.slice(from, first.end);
  const led = isTask && !bracket ? readAnnotation(rest, from) : readLead(rest, from);
  const pieces = [{ start: from + led.length, end: first.end }, ...body.slice(1)];
  const ends = pieces.length > 1 ? [pieces[0]!, last] : [pieces[0]!];
  const mentions = [
    ...(bracket?.mentions ?? []),
    ...led.mentions,
    // They stay in the text: whether they name a task is not known here.
    ...ends.flatMap(({ start, end }) => readTail(text.slice(start, end), start)),
  ];
  const said = pieces
    .map(({ start, end }) => text.slice(start, end).trim())
    .join(' ')
    .replace(/^[\s:\-–—]{1,10}/, '')
    .slice(0, maxText)
    .trim();
  const end = last.start + text.slice(last.start, last.end).trimEnd().length;
  return {
    tag: isTask ? written : written.replace(/^[@\\]/, '').toUpperCase(),
    text: said,
    mentions: unique(mentions),
    ...(bracket?.owner === undefined ? {} : { owner: bracket.owner }),
    ...(bracket ? { brackets: bracket.inside } : {}),
    span: { start: tag.start, end: Math.max(tag.end, end) },
    tagSpan: tag,
  };
}

/** What a part of a TODO names, and how much of the text before it is no part of that. */
interface Named {
  readonly mentions: readonly FoundMention[];
  readonly length: number;
}

/** `(RM-12, ada): ` behind the tag. */
function readBrackets(
  text: string,
  start: number,
  form: 'argument' | 'annotation',
): (Named & { readonly owner: string | undefined; readonly inside: Span }) | undefined {
  const match = argument.exec(text);
  if (!match) return undefined;
  const [all, open, content] = match as unknown as [string, string, string];
  const inside = { start: start + open.length, end: start + open.length + content.length };
  const words = wordsOf(content, inside.start);
  if (!names(open, words)) return undefined;
  return {
    mentions: words.filter(({ raw }) => mayBeId(raw)).map((word) => ({ ...word, form })),
    owner: words.find(({ raw }) => isName(raw))?.raw.replace(/^@/, ''),
    inside,
    length: all.length,
  };
}

/** ` RM-12, RM-13` behind `@task`. */
function readAnnotation(text: string, start: number): Named {
  const match = annotation.exec(text);
  const words = match ? wordsOf(match[1]!, start + match[0].length - match[1]!.length) : [];
  const mentions = words.filter(({ raw }) => mayBeId(raw)).map((word) => ({ ...word, form: 'annotation' as const }));
  return { mentions, length: match && mentions.length > 0 ? match[0].length : 0 };
}

/** ` RM-12: `, `: RM-12 - `, `: add-tests - ` before the text. */
function readLead(text: string, start: number): Named {
  const numbered = lead.exec(text);
  const match = numbered ?? leadSlug.exec(text);
  if (!match) return { mentions: [], length: 0 };
  const words = wordsOf(match[1]!, start + match[0].indexOf(match[1]!));
  // Only what a mark sets apart is no part of the text: `S3 upload is slow` loses nothing.
  const apart = numbered && /[:\-–—]\s*$/.test(match[0]);
  return { mentions: words.map((word) => ({ ...word, form: 'lead' })), length: apart ? match[0].length : 0 };
}

/** `(RM-12)` behind the text. */
function readTail(text: string, start: number): FoundMention[] {
  const match = tail.exec(text);
  const words = match ? wordsOf(match[1]!, start + match.index + match[0].indexOf(match[1]!)) : [];
  const areIds = words.every(({ raw }) => isNumberedId(raw) || (mayBeId(raw) && raw.includes('-')));
  return areIds ? words.map((word) => ({ ...word, form: 'tail' })) : [];
}

/** The words of a list with their places. */
function wordsOf(list: string, start: number): { readonly raw: string; readonly span: Span }[] {
  return [...list.matchAll(/[^\s,;&+]{1,200}/gu)].map(({ 0: raw, index }) => ({
    raw,
    span: { start: start + index, end: start + index + raw.length },
  }));
}

/** `ada`, `@ada`, `Ada`: no id with a number, no issue, no date, no priority. */
function isName(word: string): boolean {
  return /^@?[\p{L}][\p{L}\p{N}_.-]{0,60}$/u.test(word) && !isNumberedId(word) && !/^[pP]\d$/.test(word);
}

function unique(mentions: readonly FoundMention[]): FoundMention[] {
  const seen = new Set<string>();
  return mentions.filter(({ raw }) => !seen.has(raw.toLowerCase()) && seen.add(raw.toLowerCase()));
}
