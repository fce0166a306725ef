import type { CommitMention } from '../model/history.js';
import { branchMentions } from './branchName.js';
import { isNumberedId, mayBeId, numberedId, outlineId, slugId } from './mentions.js';

/** What a commit's message says of tasks. */
export interface CommitFacts {
  readonly mentions: readonly CommitMention[];
  /** Hashes of the commits it reverts, as written; `#34` for what a pull request merged. */
  readonly reverts: readonly string[];
}

/** Only so much of a message is read, from its beginning and its end: trailers stand at the end. */
const maxMessage = 16_384;
const maxMentions = 50;

/**
 * Reads a commit's message: ids in subject or body; `Task:`, `Roadmap:`, `Refs:` in the last paragraph; closing words
 * (`fixes RM-1, RM-2 and RM-3`), unless negated; the branches that a merge names; what a revert takes back.
 */
export function readCommitMessage(subject: string, body: string): CommitFacts {
  const head = subject.slice(0, 1_000);
  const text = body.length > maxMessage ? `${body.slice(0, maxMessage / 2)}\n\n${body.slice(-maxMessage / 2)}` : body;
  const found = new Mentions();
  const reverts = [
    ...[...text.matchAll(/\b[Tt]his reverts commit ([0-9a-f]{7,64})\b/g)].map(([, hash]) => hash!),
    ...[...text.matchAll(/^Reverts (?:[\w.-]{1,100}\/[\w.-]{1,100})?(#\d{1,9})\b/gm)].map(([, request]) => request!),
  ];
  const isRevert = /^(?:Revert|Reapply)\b/.test(head) || reverts.length > 0;
  const closes = !isRevert;
  if (/^Merged? /.test(head)) {
    for (const branch of mergedBranches(head))
      for (const { raw } of branchMentions(branch)) found.add(raw, 'branch', false);
  }
  const { trailers, rest } = splitTrailers(text);
  // `fix: …` and `fix(api): …` are types of commits (https://www.conventionalcommits.org), which finish no task.
  const typed = /^[^\p{L}]{0,20}fix(?:\([^()]{0,80}\))?!?:\s/iu.exec(head)?.[0].length ?? 0;
  // Most messages close nothing, and many hold no number.
  for (const part of mayClose.test(head) || mayClose.test(rest) ? [head.slice(typed), ...paragraphs(rest)] : []) {
    for (const { list, negated } of closingLists(part)) {
      for (const raw of list) found.add(raw, 'closing', closes && !negated);
    }
  }
  for (const { key, value } of trailers) {
    const closing = closingKey.test(key);
    if (!closing && !/^(?:task|roadmap|refs)$/i.test(key)) continue;
    const names = /^(?:task|roadmap)$/i.test(key);
    // One word may be an id where nothing else can stand: `Task: login`, but not `Fixes: login`.
    const isItem = (name: string) => isReference(name, names) && (names || /[-/\d]/.test(name));
    for (const raw of trailerItems(value, isItem)) {
      found.add(raw, closing ? 'closing' : 'trailer', closing && closes);
    }
  }
  for (const part of [head, text]) {
    if (!/\d/.test(part)) continue;
    for (const [, raw] of part.matchAll(inText)) {
      found.add(raw!, 'text', false);
      // `pre-RM-1` speaks of RM-1.
      const behind = /^[a-z]{1,11}-(?=[A-Z])(.+)$/.exec(raw!);
      if (behind) found.add(behind[1]!, 'text', false);
    }
  }
  return { mentions: found.list, reverts };
}

/** Collects mentions, each id once: the surest form of it, and closing where any says so. */
class Mentions {
  private readonly byKey = new Map<string, CommitMention>();

  add(raw: string, form: CommitMention['form'], closes: boolean): void {
    const key = raw.toLowerCase();
    const before = this.byKey.get(key);
    if (!before) {
      if (this.byKey.size < maxMentions) this.byKey.set(key, { raw, form, closes });
    } else if (closes && !before.closes) this.byKey.set(key, { ...before, closes });
  }

  get list(): readonly CommitMention[] {
    return [...this.byKey.values()];
  }
}

/**
 * Not in longer words, and of the short form not in paths: `src/T1`. Lists and ranges are none: `M1/M2`, `M1-M3`,
 * `RM-1..RM-3`; nor are words such as `RM-1-like`.
 */
const inText = new RegExp(
  `(?<![\\p{L}\\p{N}_@#]|(?<!\\.)\\.|(?<![A-Z]\\d{1,5})[-/](?=[A-Z]{1,3}\\d)|-(?![A-Z]{1,3}\\d))(${numberedId})(?![\\p{L}\\p{N}_]|\\.\\d|-(?![A-Z]{1,3}\\d|[a-z]{1,20}(?![\\w-]|\\.\\w)))`,
  'gu',
);

const mayClose = /clos|fix|resolv|complet/i;
const closingWord = 'close[sd]?|closing|fix(?:e[sd]|ing)?|resolve[sd]?|resolving|complete[sd]?|completing';
/** `Fix:` is a type of commits, see above. */
const closingKey = new RegExp(`^(?!fix$)(?:${closingWord})$`, 'i');
const listed = `(?:[[("'\`*]{0,3}(?:${numberedId}|${outlineId}|(?=[^\\s,;]{0,99}-)${slugId})(?![\\p{L}\\p{N}_-]|\\.\\d)[\\])"'\`*]{0,3})`;
const closingList = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${closingWord})(?::|\\s)\\s{0,3}(?:the\\s{1,3})?(?:(?:tasks?|items?|todos?|roadmap|issues?|bugs?|tickets?)\\s{1,3})?(${listed}(?:(?:\\s{0,3}(?:,|&|\\+|/)\\s{0,3}(?:and\\s{1,3})?|\\s{1,3}and\\s{1,3}|\\s{1,2})${listed}){0,40})`,
  'giu',
);
const listItem = new RegExp(
  `(?:${numberedId}|${outlineId}|(?=[^\\s,;]{0,99}-)${slugId})(?![\\p{L}\\p{N}_-]|\\.\\d)`,
  'giu',
);
/** What takes a closing word back, before it in the same sentence. */
const negation =
  /(?:\b(?:not(?! only)|never|without|cannot|no longer|nor|neither|fails? to|failed to|unable to|instead of|rather than|partially|partly|almost|half|tr(?:y|ies|ied|ying) to|attempts? to|attempted to|would|could|might|may|needs? to|have to|has to|before|will|shall|must|wip|todo|prepar(?:e|es|ed|ing) to|follow-?ups? (?:to|for)|part of|needed to|required to|start(?:s|ed|ing)? (?:to|on)|toward|towards|plan(?:s|ned|ning)? to|step to)|n['’]t)\b[^.,;!?\n]{0,30}$/i;

/** The ids behind each closing word, and whether the sentence takes it back. */
function* closingLists(text: string): Generator<{ readonly list: readonly string[]; readonly negated: boolean }> {
  for (const match of text.matchAll(closingList)) {
    const before = text.slice(Math.max(0, match.index - 60), match.index).replace(/:\s/g, ' ');
    // Words with hyphens are ids only where the sentence ends with them: "closes add-tests", not "completes end-to-end tests".
    const ends = /^\s{0,3}(?:$|[.,;:!?)\]])/.test(
      text.slice(match.index + match[0].length, match.index + match[0].length + 5),
    );
    const items = [...match[1]!.matchAll(listItem)].map(([raw]) => raw);
    const list = items.filter((raw) => ends || /\d$/.test(raw));
    yield { list, negated: negation.test(before) };
  }
}

/** Paragraphs and points: a list of closed tasks does not go on over a blank line. Single breaks are wrapped lines. */
function paragraphs(text: string): string[] {
  return text.split(/\n\s{0,80}\n|\n(?=\s{0,8}[-*+]\s)/).map((part) => part.replace(/\n/g, ' '));
}

/** `Merge branch 'x' into y`, `Merge pull request #1 from ada/x`, `Merge remote-tracking branch 'origin/x'`, `Merged in x (…)` */
function mergedBranches(subject: string): string[] {
  const request =
    /^Merge pull request \S{1,20} from (\S{1,300})/.exec(subject) ?? /^Merged in (\S{1,300})/.exec(subject);
  if (request) return [request[1]!];
  const [names] = subject.split(/ into /);
  return [...names!.matchAll(/'([^'\s]{1,300})'/g)].map(([, name]) => name!);
}

interface Trailer {
  readonly key: string;
  readonly value: string;
}

const trailerLine = /^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,4}:[ \t]{0,10}(\S.*)$/;

/**
 * Takes the trailers off the end of a message, as `git interpret-trailers` finds them
 * (https://git-scm.com/docs/git-interpret-trailers): the last paragraph, where its lines are trailers or go on with one.
 */
function splitTrailers(body: string): { readonly trailers: readonly Trailer[]; readonly rest: string } {
  const trimmed = body.trimEnd();
  const at = Math.max(trimmed.lastIndexOf('\n\n'), trimmed.lastIndexOf('\n\r\n'));
  const lines = trimmed
    .slice(at < 0 ? 0 : at)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const trailers: Trailer[] = [];
  let others = 0;
  for (const line of lines) {
    const match = trailerLine.exec(line.slice(0, 2_000));
    const last = trailers.at(-1);
    if (match) trailers.push({ key: match[1]!, value: match[2]! });
    else if (/^[ \t]/.test(line) && last)
      trailers[trailers.length - 1] = { ...last, value: `${last.value} ${line.trim()}` };
    else if (!line.startsWith('(cherry picked from commit')) others++;
  }
  // As git has it: all lines, or a quarter of them where it has written one itself.
  const own = trailers.some(({ key }) => /^(?:signed-off-by|co-authored-by)$/i.test(key));
  if (trailers.length === 0 || (others > 0 && !(own && trailers.length * 3 >= others)))
    return { trailers: [], rest: trimmed };
  return { trailers, rest: trimmed.slice(0, Math.max(0, at)) };
}

/** Whether the last paragraph of a body (the message without its subject) is made of trailers. */
export function endsInTrailers(body: string): boolean {
  return splitTrailers(body).trailers.length > 0;
}

/** The ids of a trailer: a list divided by commas or `and`, or by blanks where all are ids. Prose is none. */
function trailerItems(value: string, isItem: (name: string) => boolean): string[] {
  const parts = value.slice(0, 1_000).split(/[,;&]|\sand\s/);
  const items = parts.map((part) =>
    part
      .trim()
      .split(/\s+/)
      .map((name) => name.replace(/^[[("'`]+|[\])"'`.:]+$/g, '')),
  );
  return items.flatMap((names) =>
    names.length === 1 || names.every((name) => isNumberedId(name)) ? names.filter(isItem) : [],
  );
}

const outline = new RegExp(`^(?:${outlineId})$`);

/** Whether a word of a trailer may be an id: `Task:` names tasks alone, so that there numbers are ids, too. */
function isReference(name: string, anyNumber: boolean): boolean {
  if (outline.test(name)) return true;
  return anyNumber && /^\d{1,6}$/.test(name) ? true : mayBeId(name) && !/^[0-9a-f]{40}$/.test(name);
}
