import type { Status } from '../model/roadmap.js';
import { parsePriority } from './priority.js';
import { statusOfBox, statusOfEmoji, statusOfWord } from './status.js';

/**
 * What a file itself says its marks mean: in a legend (`🟡 = in progress`, `[>] processing`), or by writing mark and word
 * side by side wherever it states a status (`🟢 Done` in a table). Such a meaning goes before the usual one.
 */
export function readLegend(text: string): ReadonlyMap<string, Status> {
  const votes = new Map<string, Votes>();
  const legends = legendPlaces(text);
  for (const pattern of [symbolPair, ...(unusualBox.test(text) ? [boxPair] : [])]) {
    let line = { start: -1, end: -1, pairs: 0 };
    // Pairs come in order, and so do legends: the last one before a pair is the nearest.
    let passed = 0;
    for (const match of text.matchAll(pattern)) {
      const [, mark, separator, phrase] = match;
      const vote = meaning(phrase!, text.slice(match.index + match[0].length, match.index + match[0].length + 3));
      if (!vote) continue;
      const { index } = match;
      if (index > line.end) line = lineAt(text, index);
      line.pairs++;
      while (passed < legends.length && legends[passed]! < index) passed++;
      const heading = text[line.start] === '#';
      const explicit =
        Boolean(separator) || line.pairs > 1 || (passed > 0 && index - legends[passed - 1]! < legendLength);
      // A heading decorates its words: "🚀 In progress" says nothing of a rocket elsewhere.
      if (heading && !explicit) continue;
      note(votes, mark!.toLowerCase(), vote, explicit);
    }
  }
  const found = new Map<string, Status>();
  for (const [mark, { byStatus, others, explicit }] of votes) {
    const [top, second] = [...byStatus].sort((a, b) => b[1] - a[1]);
    if (!top || second?.[1] === top[1] || top[1] < (top[1] + (second?.[1] ?? 0) + others) * 0.8) continue;
    const key = mark.length === 1 && /[a-z0-9<>!?*/~_+=;:"'.,-]/.test(mark) ? `[${mark}]` : mark;
    const usual = key.startsWith('[') ? statusOfBox(mark) : statusOfEmoji(mark);
    if (usual === top[0]) continue;
    // What everybody reads otherwise needs to be said outright, or again and again.
    const enough = key.startsWith('[') || explicit || (usual ? usual !== 'done' && top[1] > 1 : ambiguous.test(mark));
    if (enough) found.set(key, top[0]);
  }
  const struck = struckOut.exec(text);
  const meant = struck && statusOfWord(struck[1]!);
  if (meant && meant !== 'cancelled') found.set('~~', meant);
  return found;
}

/** `~~struck out~~ = done`, which usually says that a thing was dropped. */
const struckOut = /~~[^~\n\r]{1,30}~~\s{0,2}(?:=|:|–|—|means|are)\s{0,2}(\p{L}[\p{L}' -]{1,24}\p{L})/u;

interface Votes {
  readonly byStatus: Map<Status, number>;
  /** Times it stood before a word for a priority. */
  others: number;
  explicit: boolean;
}

/** Circles, squares and the like, which say nothing by themselves. */
const ambiguous = /^[🟢🟡🔴🟠🔵🟣🟤⚫⚪🟨🟥🟧🟦🟪⬛◯○●◐◑]$/u;
const phrase = "\\s{0,2}([=:–—-]{1,2}|→)?\\s{0,2}\\*{0,2}(\\p{L}[\\p{L}\\p{M}' -]{1,24})";
const symbolPair = new RegExp(`([\\p{Extended_Pictographic}✓√○●◐◯◑])\\ufe0f?\`?\\*{0,2}${phrase}`, 'gu');
const boxPair = new RegExp(`\`?\\[([^\\]\\sxX])\\]\`?\\*{0,2}${phrase}`, 'gu');
const unusualBox = /\[[^\]\sxX]\]/;

const legendWord =
  /^[ \t>#*|-]{0,12}(?:\P{ASCII}{1,2}\s?)?\**(?:status\s|symbol\s)?(?:legend|key|symbols|legende|légende|leyenda|legenda|легенда|обозначения|позначення|凡例|图例|圖例|범례)/gimu;
/** How far behind its name a legend reaches. */
const legendLength = 500;

function legendPlaces(text: string): number[] {
  return [...text.matchAll(legendWord)].map(({ index }) => index);
}

function lineAt(text: string, index: number) {
  const end = text.indexOf('\n', index);
  return { start: text.lastIndexOf('\n', index) + 1, end: end < 0 ? text.length : end, pairs: 0 };
}

/** What the words behind a mark say; they must be all there is up to a sign that ends them. */
function meaning(words: string, behind: string): Status | 'priority' | undefined {
  if (!/^(?:$|\s*[\n\r|,;)*/·.•(`<]|\s*\P{ASCII})/u.test(behind)) return undefined;
  const said = words.trim();
  const status = statusOfWord(said);
  if (status) return status;
  return /^\p{L}+$/u.test(said) && parsePriority(said) ? 'priority' : undefined;
}

function note(votes: Map<string, Votes>, mark: string, vote: Status | 'priority', explicit: boolean): void {
  let entry = votes.get(mark);
  if (!entry) votes.set(mark, (entry = { byStatus: new Map(), others: 0, explicit: false }));
  if (vote === 'priority') entry.others++;
  else {
    entry.byStatus.set(vote, (entry.byStatus.get(vote) ?? 0) + 1);
    entry.explicit ||= explicit;
  }
}
