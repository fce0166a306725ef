import { findReferences } from './issues.js';
import type { IdGrammar } from './taskId.js';

/** Something that must be done before, as it is written. */
export interface FoundDependency {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const itemEnd = /\s{0,3}(?:[,;、，；]|\s(?:and|und|et|y|e|en|i|и|та)\s)\s{0,3}/giu;
/** Says that there is nothing. */
const nothing =
  /^(?:[-–—/]+|none|n\/a|nothing|no|keine?|aucune?|ninguna?|ningún|nenhuma?|nessuna?|geen|brak|нет|немає|无|無|なし|없음|tbd|\?)\.?$/iu;
const explanation = /(?<=\S)(?:[。！？]|\.\s|\s?——|\s[-–—]\s)/u;
const longest = 160;
const wrapping = /^[\s`*[({<"']+|[\s`*\])}>"'.]+$/g;

/** Reads a list of what something depends on: `RL-3, RL-4`, `#12 and #13`, `the new search`; empty for `none`. */
export function parseDependencies(text: string): FoundDependency[] {
  const found: FoundDependency[] = [];
  const add = (from: number, to: number) => {
    const whole = text.slice(from, to);
    if (whole.length > longest) return;
    const value = whole.replace(wrapping, '');
    if (value === '' || nothing.test(value)) return;
    const start = from + whole.indexOf(value);
    found.push({ value, start, end: start + value.length });
  };
  // What follows a dash or a sentence explains it.
  const said = text.slice(0, explanation.exec(text)?.index ?? text.length);
  let from = 0;
  for (const { 0: separator, index } of said.matchAll(itemEnd)) {
    add(from, index);
    from = index + separator.length;
  }
  add(from, said.length);
  return found;
}

const idLike = /^(?:[A-Z][A-Z0-9_]{0,11}-\d{1,6}(?:\.\d{1,4}){0,4}|[A-Z]{1,3}\d{1,5}(?:\.\d{1,4}){0,3})$/;
/** What has the form of an id and is none: quarters, versions, standards. */
const noId = /^(?:[QHVWP]\d|(?:UTF|ISO|RFC|IEEE|SHA|AES|RSA|GPT|ES|CVE|BCP|WCAG|HTTP|TLS|IPV|MP)-?\d)/i;

/** Whether a text is the id of a task or an issue; `known` asks for a prefix that the file numbers its tasks with. */
export function isTaskReference(text: string, ids: IdGrammar, known: boolean): boolean {
  const [issue] = findReferences(text);
  if (issue && issue.start === 0 && issue.end === text.length) return true;
  if (!idLike.test(text) || noId.test(text)) return false;
  return !known || ids.prefixes.has(/^[A-Z][A-Z0-9_]*?(?=-?\d+(?:\.\d+)*$)/.exec(text)?.[0] ?? '');
}
