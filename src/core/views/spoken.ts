/** Signs that screen readers skip or misread before a number, with words for them. */
const words: Readonly<Record<string, string>> = {
  '≥': 'at least',
  '>=': 'at least',
  '≤': 'at most',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
  '~': 'about',
  '=': 'exactly',
};

/** A value as it is heard: `2–3 days` is `2 to 3 days`, `< 90 min · claimed met` is `less than 90 min, claimed met`. */
export function spoken(value: string): string {
  return value
    .replace(/(\d) ?– ?(?=Q?\d)/g, '$1 to ')
    .replace(/(?<=^|[\s(])([<>]=|[≥≤<>~=]) ?(?=\d)/g, (_, sign: string) => `${words[sign]!} `)
    .replace(/ → /g, ' to ')
    .replace(/ · /g, ', ');
}
