import type { Status } from '../../../model/roadmap.js';
import { preferredWords } from '../../../values/words/preferred.js';
import type { Survey } from './survey.js';

/** A text that says where a task stands; `typed` where it is a number or truth value. */
export interface Written {
  readonly value: string;
  readonly typed?: boolean;
}

const flags: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['on', 'off'],
  ['y', 'n'],
  ['1', '0'],
];

/** Whether a text answers yes or no. */
export function isFlag(value: string): boolean {
  return flags.some((pair) => pair.includes(value.toLowerCase()));
}

/**
 * Texts for a status below a key, the best first: as other tasks say it there, as the present one is turned into it, and
 * the usual word in the manner of the file's others. Without a key those of plain texts.
 */
export function statusTexts(
  { statuses }: Survey,
  status: Status,
  key: string | undefined,
  like: string | undefined,
): Written[] {
  const texts: Written[] = [];
  const here = statuses.filter((text) => text.key === key);
  for (const text of here) {
    if (text.status === status && text.value.length <= 40 && !/\d{4}/.test(text.value))
      texts.push({ value: text.value, typed: isFlag(text.value) || /^\d/.test(text.value) });
  }
  if (like !== undefined) {
    const turned = turnedFlag(like, status) ?? turnedShare(like, status);
    if (turned !== undefined) texts.push({ value: turned, typed: true });
  }
  const samples = [...(like === undefined ? [] : [like]), ...here.map(({ value }) => value)].filter(
    (value) => !isFlag(value) && /\p{L}/u.test(value),
  );
  for (const word of words(status, samples)) texts.push({ value: styled(word, samples) });
  const seen = new Set<string>();
  return texts.filter(({ value }) => value !== like && !seen.has(value) && seen.add(value)).slice(0, 6);
}

function words(status: Status, samples: readonly string[]): string[] {
  const bare = samples.map((sample) => sample.replace(/[_-]+/g, ' '));
  const preferred = preferredWords(bare)[status];
  const own = { todo: 'todo', doing: 'doing', blocked: 'blocked', done: 'done', cancelled: 'cancelled' }[status];
  // Files that say `pending` or `completed` have not said the others yet: the usual words of such files.
  if (status === 'doing' && samples.length > 0) return [preferred, own];
  if (status === 'todo' && samples.some((sample) => /^complete/i.test(sample))) return ['pending', own];
  if (status === 'done' && samples.some((sample) => /^pending/i.test(sample))) return ['completed', own];
  return /^[a-z ]+$/.test(preferred) && status !== 'cancelled' ? [own, preferred] : [preferred, own];
}

/** A word with the case and the signs between words that others have: `In Progress`, `in_progress`, `IN-PROGRESS`. */
function styled(word: string, samples: readonly string[]): string {
  const between = samples.find((sample) => /[\p{L}][ _-]\p{L}/u.test(sample));
  const sign = between
    ? /[\p{L}]([ _-])\p{L}/u.exec(between)![1]!
    : samples.some((sample) => /^\p{Lu}/u.test(sample))
      ? ' '
      : '-';
  const [sample = ''] = samples;
  const letters = sample.replace(/[^\p{L}]+/gu, '');
  const upper = letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (upper) return word.replaceAll(' ', sign).toUpperCase();
  if (!/^[^\p{L}]*\p{Lu}/u.test(sample)) return word.replaceAll(' ', sign);
  const titled = between !== undefined && /[ _-]\p{Lu}/u.test(between);
  const parts = word
    .split(' ')
    .map((part, index) => (index === 0 || titled ? part.charAt(0).toUpperCase() + part.slice(1) : part));
  return parts.join(sign);
}

/** `done: true` ⇄ `done: false` */
function turnedFlag(like: string, status: Status): string | undefined {
  const lower = like.toLowerCase();
  const pair = flags.find((one) => one.includes(lower));
  const word = pair && (status === 'done' ? pair[0] : status === 'todo' ? pair[1] : undefined);
  if (word === undefined) return undefined;
  return like === like.toUpperCase()
    ? word.toUpperCase()
    : /^[A-Z]/.test(like)
      ? word.charAt(0).toUpperCase() + word.slice(1)
      : word;
}

/** `60 %`, `0.6`, `3/5` */
function turnedShare(like: string, status: Status): string | undefined {
  const found = /^(\d{1,4}(?:\.\d{1,4})?)(\s?%|\s?\/\s?(\d{1,4}))?$/.exec(like.trim());
  if (!found) return undefined;
  const [, , unit = '', whole = '100'] = found;
  const part = {
    done: whole,
    todo: '0',
    doing: String(Math.max(1, Math.floor(Number(whole) / 2))),
    blocked: undefined,
    cancelled: undefined,
  }[status];
  return part === undefined ? undefined : part + unit;
}
