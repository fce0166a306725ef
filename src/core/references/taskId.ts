/**
 * What a task's id looks like in a roadmap: `RM-12`, `BACK-222.1`, `T012`, `[RM-12]`, `(RM-12)`, `**RM-12**:` before
 * the title; `(RM-12)`, `{#smoke-tests}`, `^smoke-tests`, `🆔 dcf64c` behind it. Ids compare without regard to case.
 */

/** Which bare words at the start of a title are ids. */
export interface IdGrammar {
  /** Prefixes in upper case: `RM` of `RM-12`, `T` of `T012`. */
  readonly prefixes: ReadonlySet<string>;
}

/** An id with its place, and the part of the text that is left as the title. */
export interface ExplicitId {
  readonly id: string;
  readonly idStart: number;
  readonly idEnd: number;
  readonly start: number;
  readonly end: number;
}

const bare = /^([A-Za-z][A-Za-z0-9_]{0,11})-(\d{1,6}(?:\.\d{1,4}){0,4})(?![\p{L}\p{N}_-])/u;
const short = /^([A-Za-z]{1,3})(\d{1,5}(?:\.\d{1,4}){0,3})(?![\p{L}\p{N}_-])/u;
/** Names of standards and the like that have the form of an id and stand in brackets: `(UTF-8)`, `[ISO-8601]`. */
const standard = /^(?:UTF|ISO|RFC|IEEE|SHA|AES|RSA|GPT|COVID|CVE|BCP|ES|MP|WCAG)-?\d/;
/** `P1` is a priority, `Q1` a quarter, `H2` a half, `V2` a version. */
const notPrefix = /^[PQHV]$/;
const separator = /^\s{0,3}(?:[:.–—|-](?=\s|$)|[:])?\s{0,3}/;
const bracketed = /^[[(]([A-Z][A-Z0-9_]{0,11}-?\d{1,6}(?:\.\d{1,4}){0,4})[\])]/;
const trailing =
  /(?:\{#([\p{L}\p{N}][\p{L}\p{N}._/-]{0,80})\}|\s\^([\p{L}\p{N}][\p{L}\p{N}-]{0,80})|🆔\s?([A-Za-z0-9_-]{1,40})|[([]([A-Z][A-Z0-9_]{0,11}-\d{1,6}(?:\.\d{1,4}){0,4})[)\]])$/u;

/** Reads the id at the start of `text[start, end)`, else the one at its end. */
export function readExplicitId(text: string, start: number, end: number, ids: IdGrammar): ExplicitId | undefined {
  const head = text.slice(start, Math.min(end, start + 40));
  const bracket = /^[[(]/.test(head) ? bracketed.exec(head) : null;
  if (bracket && !standard.test(bracket[1]!) && !notPrefix.test(/^[A-Z]+/.exec(bracket[1]!)![0])) {
    return leading(text, end, bracket[1]!, start + 1, start + bracket[0].length);
  }
  const match = ids.prefixes.size > 0 ? (bare.exec(head) ?? short.exec(head)) : null;
  if (match && ids.prefixes.has(match[1]!.toUpperCase())) {
    return leading(text, end, match[0], start, start + match[0].length);
  }
  // Ids are short: only the end of the text is searched.
  const from = Math.max(start, end - 90);
  const rest = text.slice(from, end);
  const tail = /[})\]]$|\s\^|🆔/u.test(rest) ? trailing.exec(rest) : null;
  if (!tail || (tail[4] !== undefined && standard.test(tail[4]))) return undefined;
  const id = (tail[1] ?? tail[2] ?? tail[3] ?? tail[4])!;
  const idStart = from + tail.index + tail[0].indexOf(id);
  const titleEnd = from + tail.index;
  if (text.slice(start, titleEnd).trim() === '') return undefined;
  return { id, idStart, idEnd: idStart + id.length, start, end: start + text.slice(start, titleEnd).trimEnd().length };
}

function leading(text: string, end: number, id: string, idStart: number, after: number): ExplicitId | undefined {
  const gap = separator.exec(text.slice(after, after + 8))![0].length;
  const titleStart = after + gap;
  // An item that is nothing but its id keeps it as its title.
  return titleStart >= end ? undefined : { id, idStart, idEnd: idStart + id.length, start: titleStart, end };
}

/** A line's markers and an id behind them; `:` tells an id from a word that looks like one. */
const itemStart =
  /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,4}[.)])[ \t]{1,4}|#{1,6}[ \t]{1,4}|\|[ \t]{0,20})(?:\[[^\]\n]?\][ \t]{1,4})?(?:[^\w\s]{1,6}[ \t]?)?(?:\*\*|__|`)?([A-Z][A-Z0-9_]{0,11}-|[A-Z]{1,3})(\d{1,6}(?:\.\d{1,4}){0,4})(?![\w-])/gm;

/**
 * Finds the prefixes a file numbers its items with. A word such as `UTF-8` at the start of one item is no id: a prefix
 * counts where at least two items carry it with different numbers, or where the configuration names it.
 */
export function detectIdGrammar(text: string, configured?: string): IdGrammar {
  if (configured) return { prefixes: new Set([configured.replace(/-$/, '').toUpperCase()]) };
  const numbers = new Map<string, Set<string>>();
  for (const [, prefix, number] of text.matchAll(itemStart)) {
    const name = prefix!.replace(/-$/, '');
    if (notPrefix.test(name)) continue;
    let seen = numbers.get(name);
    if (!seen) numbers.set(name, (seen = new Set()));
    seen.add(number!);
  }
  return { prefixes: new Set([...numbers].filter(([, seen]) => seen.size > 1).map(([name]) => name)) };
}

/** How ids compare: case does not matter. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

/** An id that a task had, and the one it has now. */
export interface FormerId {
  readonly old: string;
  readonly id: string;
}

/**
 * What a former id has become, step by step, as it compares: a task that was renamed twice has a chain of aliases; one that
 * leads back to itself leads nowhere.
 */
export function* laterIds(id: string, aliases: ReadonlyMap<string, string>): Generator<string> {
  let key = idKey(id);
  for (let step = 0; step < aliases.size && aliases.has(key); step++) yield (key = idKey(aliases.get(key)!));
}

/** The kebab-case form of a title that stands for an id where there is none: `Add E2E API tests` → `add-e2e-api-tests`. */
export function slug(title: string): string {
  const head = title.slice(0, 200);
  // Most titles are ASCII, for which the rules of Unicode need not be asked.
  const words = /^[\x00-\x7f]*$/.test(head)
    ? head
        .toLowerCase()
        .replaceAll("'", '')
        .replace(/[^a-z0-9]+/g, '-')
    : head
        .normalize('NFKC')
        .toLowerCase()
        .replace(/['’]|\ufe0f/g, '')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return words.slice(0, 100).replace(/^-|[-\ud800-\udbff]$/g, '');
}
