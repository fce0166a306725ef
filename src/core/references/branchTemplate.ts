import { branchMentions } from './branchName.js';
import { idKey, slug } from './taskId.js';

/** What a branch is named after. */
interface BranchTask {
  readonly id: string;
  readonly title: string;
}

/** UTF-16 code units of a name, up to which words of the title are put in. */
const longest = 80;
/** UTF-16 code units that a name may have at all. */
const most = 200;
/** Bytes of a segment: git keeps a branch in a file of that name and `.lock`, and file systems take 255. */
const mostBytes = 240;

/** What stands for a part of the task in a template. */
const placeholder = /\{(id|slug|title)\}/g;

/**
 * The name of the branch for a task, by a template with `{id}`, `{slug}` (the title in kebab-case) and `{title}`. It is one
 * that git takes (https://git-scm.com/docs/git-check-ref-format), and `branchMentions` reads the task's id in it: where the
 * template does not say the id, or not so that it is read back, the id is put in, or the name is `task/` and the id. An id with
 * characters that no name can hold (`~`, `:`, …) is written without these. `isOther` says whether a mention means another
 * task: words of the title that do are left out.
 */
export function branchNameFor(
  template: string,
  { id, title }: BranchTask,
  isOther: (raw: string) => boolean = () => false,
): string {
  const words = slug(title);
  const named = template.includes('{id}') ? template : template.replace(/[^/]*$/, '{id}-$&');
  for (const form of [template, named]) {
    for (const part of new Set([words, beforeMention(words), ''])) {
      const name = fill(form, { id, title }, part);
      if (isShort(name) && reads(name, id, isOther)) return name;
    }
  }
  return refName(`task/${id}`);
}

/** Fills a template in; the title is cut at a word where the name would be too long. */
function fill(template: string, { id, title }: BranchTask, words: string): string {
  // A derived id is made of the title, which is not said twice.
  const ownWords = words !== '' && idKey(id).split('/').at(-1)!.startsWith(words) ? '' : words;
  const make = (slugged: string, titled: string) =>
    refName(template.replace(placeholder, (_all, key) => (key === 'id' ? id : key === 'slug' ? slugged : titled)));
  // One more for what divides the title from what stands before it.
  const room = Math.max(0, longest - make('', '').length - 1);
  return make(cut(ownWords, room), ownWords === '' ? '' : cut(title, room));
}

/** The beginning of a text, cut at a word where there is one to cut at. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const end = Math.max(head.lastIndexOf('-'), head.lastIndexOf(' '));
  return (end > 0 ? head.slice(0, end) : head).replace(/[\ud800-\udbff]$/, '');
}

/** Words up to the first that may name a task by a number: `follow-up-of` of `follow-up-of-rm-3`. */
function beforeMention(words: string): string {
  const first = branchMentions(words).find(({ raw }) => raw !== words);
  return first ? words.slice(0, first.span.start) : words;
}

/** Whether a name is read as that of a branch for this task, and for no other. */
function reads(name: string, id: string, isOther: (raw: string) => boolean): boolean {
  const mentions = branchMentions(name).map(({ raw }) => raw);
  const isOwn = (raw: string) => idKey(raw) === idKey(id);
  return mentions.some(isOwn) && !mentions.some((raw) => !isOwn(raw) && isOther(raw));
}

function isShort(name: string): boolean {
  return name.length <= most && name.split('/').every((segment) => bytes(segment) <= mostBytes);
}

function bytes(text: string): number {
  let count = 0;
  for (const character of text) count += bytesOf(character);
  return count;
}

/** Bytes of a character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A name that git and file systems take, of what is left of a text: letters, numbers, `_`, `-`, `.`, `+` and `/`. */
function refName(text: string): string {
  const segments = text
    .normalize('NFC')
    .slice(0, 2_000)
    .split('/')
    .map(segmentOf)
    .filter((segment) => segment !== '');
  const name = segments.join('/');
  // A branch `task` would stand in the way of all below `task/`.
  if (name === '' || name === 'task') return 'task/unnamed';
  // Both mean what is checked out.
  return /^HEAD$/i.test(name) ? `task/${name}` : name;
}

function segmentOf(text: string): string {
  const clean = text
    .replace(/[^\p{L}\p{M}\p{N}_.+-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.');
  let short = '';
  let size = 0;
  for (const character of clean.replace(/^[-.]+/, '')) {
    size += bytesOf(character);
    if (size > mostBytes) break;
    short += character;
  }
  return short.replace(/[-.]+$/, '').replace(/\.lock$/i, '-lock');
}
