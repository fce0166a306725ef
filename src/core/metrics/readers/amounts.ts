import { shortUnit } from '../../values/units.js';

/** A number with a short unit, as `core/values/units` knows them, or with the word that stands in its place. */
export interface Amount {
  readonly value: number;
  readonly unit?: string;
}

const longest = 100;
const amount =
  /^([+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?)\s{0,3}([^\d\s.,;+-][^\d\s,;]{0,19}(?: [^\d\s,;]{1,19})?)?$/i;
/** `1.234,5` and `0,5`: for texts whose cells are divided by something other than a comma. */
const withComma = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+),(\d+)(.{0,25})$/;
const magnitudes: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, G: 1e9 };

/**
 * Reads a number that may have a unit behind it: `74.2 %`, `120ms`, `1,234`, `3e-4 s`, `12K`. Undefined for anything else;
 * words that are no known unit stay as they are (`12 users`).
 */
export function parseAmount(text: string, decimalComma = false): Amount | undefined {
  const trimmed = text.length > longest ? '' : text.trim();
  const comma = decimalComma ? withComma.exec(trimmed) : null;
  const match = amount.exec(comma ? `${comma[1]!}${comma[2]!.replaceAll('.', '')}.${comma[3]!}${comma[4]!}` : trimmed);
  if (!match) return undefined;
  const value = Number(match[1]!.replaceAll(',', ''));
  if (!Number.isFinite(value)) return undefined;
  const word = match[2];
  if (word === undefined) return { value };
  if (Object.hasOwn(magnitudes, word)) return { value: value * magnitudes[word]! };
  return { value, unit: unitOf(word) ?? word };
}

/** The short unit of a word, where it is one; `µs/op` and `ns/iter` are times. */
export function unitOf(word: string): string | undefined {
  const plain = word.trim().replace(/\/(?:ops?|iter(?:ation)?|runs?)$/i, '');
  if (/^ops?\/s(?:ec(?:ond)?)?$/i.test(plain)) return 'ops/s';
  if (/^(?:pct|percentage)$/i.test(plain)) return '%';
  return shortUnit(plain);
}

/**
 * The unit that a name ends in: `duration (ms)`, `Latency avg [ns]`, `response_time_seconds_total`, `lines.pct`,
 * `cache_hit_ratio`. A lone letter but `s` (`point_x`) counts in brackets only.
 */
export function unitOfName(name: string): string | undefined {
  const end = name.slice(-longest).trimEnd();
  const bracketed = /[([]([^()[\]]{1,20})[)\]]$/.exec(end);
  if (bracketed) return unitOf(bracketed[1]!);
  const counted = end.replace(/_total$/i, '');
  const word = /(?:^|[\s_.-])([a-zµμ%]{1,20})$/i.exec(counted)?.[1];
  if (word === undefined) return undefined;
  if (word.length === 1 && word !== '%' && (word !== 's' || counted.length === 1)) return undefined;
  return unitOf(word);
}
