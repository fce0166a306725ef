import type { Metric } from '../model/roadmap.js';
import { slug } from '../references/taskId.js';

/** What a metric is called: what its target measures, else its whole text. */
export function metricName({ target, text }: Pick<Metric, 'target' | 'text'>): string {
  return target?.name ?? text;
}

/** A name as it is compared: without case, marks of markup, and blanks more than one. */
export function nameKey(name: string): string {
  return name
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`~]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[:.]$/, '');
}

/** A name as one word: `CI/CD time` is `ci-cd-time`. */
export function nameSlug(name: string): string {
  return slug(name);
}

/** Words that say nothing of what is measured. */
const fillers = new Set('a an and at by for in is of on per the to with our all'.split(' '));

/** The words of a name without their inflection, each once: `Response times` are `response` and `time`. */
export function nameWords(name: string): readonly string[] {
  const found = nameKey(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.filter((word) => !fillers.has(word)).map(singular))];
}

/** English plurals as far as they are regular; `success` and `status` are none. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
