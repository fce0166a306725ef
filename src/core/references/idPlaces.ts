import { fieldOfWord } from '../values/words/fields.js';
import type { TodoTags } from './todos.js';

/** Places where the id of a task is being written, as far as the line before the cursor tells. */
export interface IdPlace {
  /** What of the id is there already. */
  readonly typed: string;
}

/** Only so much of a line is looked at. */
const reach = 500;

/** The last word of a list, and what stands before it, which ends a list's item where there is any. */
const lastItem = /^((?:[^\s,;()[\]]{1,100}[ \t]?[,;][ \t]?){0,10})([^\s,;()[\]]{0,100})$/;

/** In a comment: behind `TODO(`, `TODO[` and `@task `; `tag` is the character of the line that the tag begins at. */
export function idPlaceInComment(before: string, tags: TodoTags): (IdPlace & { readonly tag: number }) | undefined {
  const from = Math.max(0, before.length - reach);
  const line = before.slice(from);
  let found: { readonly tag: string; readonly index: number } | undefined;
  for (const { 0: tag, index } of line.matchAll(tags.pattern)) found = { tag, index };
  if (!found) return undefined;
  const rest = line.slice(found.index + found.tag.length);
  const open =
    /^\s?[([]/.exec(rest)?.[0] ?? (found.tag === '@task' ? /^[ \t]{0,4}:?[ \t]{1,4}/.exec(rest)?.[0] : undefined);
  const typed = open === undefined ? undefined : lastItem.exec(rest.slice(open.length))?.[2];
  return typed === undefined ? undefined : { typed, tag: from + found.index };
}

/** In a comment: where `@task` is being written, the character at which it begins. */
export function annotationBegun(before: string): number | undefined {
  const begun = /(?<![\p{L}\p{N}_@\\-])@(?:t|ta|tas|task)?$/u.exec(before.slice(-10));
  return begun ? before.length - begun[0].length : undefined;
}

const trailer =
  /^(?:task|roadmap|refs|(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|complete[sd]?))[ \t]{0,4}:([ \t]{0,10})(.{0,300})$/i;
const closing =
  /(?<![\p{L}\p{N}_-])(?:close[sd]?|closing|fix(?:e[sd]|ing)?|resolve[sd]?|resolving|complete[sd]?|completing)[ \t]{1,3}(?:the[ \t])?(?:task[ \t])?([^\s,;()[\]]{0,100}|(?:[^\s,;()[\]]{1,100},[ \t]?){1,10}[^\s,;()[\]]{0,100})$/iu;

/**
 * In a commit's message: behind `Task:`, `Refs:` and closing words, in brackets, and where it is `asked` for: at no word, or at one that an id may begin with.
 * `blank`: one is to stand before the id.
 */
export function idPlaceInCommit(before: string, asked: boolean): (IdPlace & { readonly blank: boolean }) | undefined {
  const line = before.slice(-reach);
  const [, gap, list] = (before.length <= reach && trailer.exec(line)) || [];
  const item = list === undefined ? undefined : lastItem.exec(list)?.[2];
  if (item !== undefined) return { typed: item, blank: gap === '' && list === '' };
  const closed = closing.exec(line)?.[1];
  if (closed !== undefined) return { typed: lastItem.exec(closed)?.[2] ?? '', blank: false };
  const bracketed = /[[(]([^\s()[\]]{0,100})$/.exec(line);
  // `feat(` names what is changed.
  if (bracketed && ((asked && mayBegin(bracketed[1]!)) || !/[\p{L}\p{N}]$/u.test(line.slice(0, bracketed.index))))
    return { typed: bracketed[1]!, blank: false };
  const word = asked ? /(?:^|[\s,;:])([^\s,;:()[\]]{0,100})$/.exec(line)?.[1] : undefined;
  return word === undefined || !mayBegin(word) ? undefined : { typed: word, blank: false };
}

/**
 * Whether an id is meant by what is there of it. VS Code asks while one types, too, and says that the person did: a word of a
 * sentence begins none, while nothing at all is typed by nobody.
 */
function mayBegin(word: string): boolean {
  return word === '' || /\d|-|^\p{Lu}{2}/u.test(word);
}

/** What names nothing but ids: `after RL-3`. */
const needsIds = /^(?:after|needs|nach|après|después de|depois de|dopo|na|po|после|після)\s{1,2}/iu;

/**
 * In Markdown: behind `(depends on`, `**Depends on:**` and the like in any language that these are read in; `column` is the
 * heading of the table's column at hand.
 */
export function idPlaceInMarkdown(before: string, column?: string): IdPlace | undefined {
  const line = before.slice(-reach);
  const typed = /[^\s:：()[\]|,;*_`"']{0,100}$/.exec(line)![0];
  const head = line.slice(0, line.length - typed.length);
  if (column !== undefined && isDependency(column))
    return endsItem(head.slice(head.lastIndexOf('|') + 1)) ? { typed } : undefined;
  const stop = Math.max(...[':', '：', '(', '|', '—', '–'].map((sign) => head.lastIndexOf(sign)));
  const said = head.slice(stop + 1);
  if (head[stop] === ':' || head[stop] === '：') {
    const label = /(\p{L}[\p{L}\p{M}' ]{1,40})\s?(?:\*\*|__)?\s?[:：]{0,1}$/u.exec(head.slice(0, stop))?.[1];
    const named = label !== undefined && lastWords(label).some(isDependency);
    return named && endsItem(said.replace(/^(?:\*\*|__)/, '')) ? { typed } : undefined;
  }
  // What is said before it may be set apart by commas, as the ids themselves are.
  const parts = said.split(/[,;·]/);
  for (let at = parts.length - 1; at >= 0; at--) {
    const rest = parts.slice(at).join(',').trimStart();
    const lead = needsIds.exec(rest)?.[0] ?? firstWords(rest).find(isDependency);
    if (lead !== undefined)
      return /^\s*$/.test(rest.slice(lead.length)) || endsItem(rest.slice(lead.length)) ? { typed } : undefined;
  }
  return undefined;
}

/** In YAML and JSON: the value of `dependsOn`, alone or in brackets; an item below it, whose `key` the caller has found. */
export function idPlaceInYaml(before: string, key?: string): IdPlace | undefined {
  const line = before.slice(-reach);
  const inList = /^\s{0,80}-\s{1,8}["']?([^\s"',:[\]{}]{0,100})$/.exec(line);
  if (inList && key !== undefined) return isDependency(key) ? { typed: inList[1]! } : undefined;
  const pair = /(?:^|[\s,{])["']?([\w -]{2,30}?)["']?\s{0,4}:\s{1,8}([^:{}\]]{0,300})$/.exec(line);
  if (!pair || !isDependency(pair[1]!)) return undefined;
  const [, , value] = pair as unknown as [string, string, string];
  const typed = /[^\s"',[]{0,100}$/.exec(value)![0];
  const head = value.slice(0, value.length - typed.length).replace(/["']$/, '');
  return /^\s*\[?\s*$/.test(head) || (head.trimStart().startsWith('[') && endsItem(head)) ? { typed } : undefined;
}

/** Nothing, or items of a list that another one follows. */
function endsItem(text: string): boolean {
  return /^\s*$|(?:[,;、，；]|\s(?:and|und|et|y|e|en|i|и|та))\s{0,3}$/u.test(text);
}

/** Whether a word, or a key as code writes it, says what something depends on. */
function isDependency(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .trim()
    .toLowerCase();
  return fieldOfWord(words) === 'dependsOn';
}

/** The last three words, two, and one. */
function lastWords(text: string): string[] {
  const words = text.trim().split(/\s+/);
  return [3, 2, 1].map((count) => words.slice(-count).join(' '));
}

/** The first three words, two, and one, as they stand. */
function firstWords(text: string): string[] {
  return [/^\p{L}+(?: \p{L}+){2}(?=\s)/u, /^\p{L}+ \p{L}+(?=\s)/u, /^\p{L}+(?=\s)/u].flatMap(
    (words) => words.exec(text)?.[0] ?? [],
  );
}
