import { markdownPlan, yamlPlan } from './forms.js';
import type { Random } from './random.js';

/** Texts nobody would write, made from texts somebody did, or could have written: the same for the same seed. */

/** What readers look for, and what parsers stumble over. */
const pieces = [
  '# ',
  '## ',
  '### ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '- [ ] ',
  '- [x] ',
  '- [?] ',
  '[-]',
  '~~',
  '**',
  '`',
  '```\n',
  '~~~\n',

  '|',
  '\\|',
  '|---|---|\n',
  '| Task | Status |\n|---|---|\n',
  ':white_check_mark:',
  ':',
  'x - ',
  '60 %',
  'Status: ',
  'Легенда: ',
  '## 目录\n',
  '## Nicht-Ziele\n',
  '**Livrables:**\n',
  '<summary>',
  '---\n',
  '===\n',
  '<!-- ',
  ' -->',
  '<details>',
  '</details>',
  '{#',
  '}',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '<',
  '>',
  '✅',
  '🚧',
  '🔴',
  '⏳',
  'âœ…',
  'ðŸ”´',
  '\ufeff',
  '\ufe0f',
  '\u200d',
  '\0',
  '\u2028',
  'é',
  '中',
  '\ud800',

  '**Status:** ',
  '**Priority:** High',
  '**Effort:** 2-3 days',
  'Week 1-2',
  'Q1 2026',
  '30-Day',
  'RM-1',
  '@ida',
  ' @ida @ben',
  ' #ui',
  ' #12',
  '(#12, a/b#3)',
  '(depends on RM-1)',
  ' — owner: Ida',
  '(by end of March)',
  ' 📅 2026-04-16',
  ' ⏫ 🔁 every week',
  ' ⛔ dcf64c',
  '[due:: 2026-04-16]',
  '(Q3 2026)',
  'März – April 2026',
  '2026-04-16 – 2026-04-30',
  'KW 14',
  '2026年3月',
  'https://example.org/a/b/issues/12',
  'Due: ',
  'Labels: ',
  '< 200ms (p95)',
  '99.9%',

  'title: ',
  'tasks:\n',
  'groups:\n',
  'phases:\n',
  'now: ',
  '- name: ',
  '- title: ',
  'status: done',
  '$schema: roadmap.schema.json\n',
  '{"',
  '": ',
  '[*a]',
  '<<: *a\n',
  '&a ',
  '*a',
  '!!x ',
  '? ',
  ': ',
  '|\n',
  '>-\n',
  '"',
  "'",

  '\n',
  '\r\n',
  '\r',
  '\n\n',
  ' '.repeat(200),
  'a'.repeat(300),
  '*'.repeat(100),
  '['.repeat(60),
  '|'.repeat(60),
  ':'.repeat(60),
  '<details>\n'.repeat(20),
  '> '.repeat(60),
  '- '.repeat(60),
];

/** A text made of a seed, or of a plan in forms of all sorts, by a few changes; or of nothing but pieces. */
export function makeText(random: Random, seeds: readonly string[], plan = anyPlan): string {
  if (random(5) === 0) return Array.from({ length: random(60) }, () => pieces[random(pieces.length)]).join('');
  let text = random(2) === 0 ? cut(seeds[random(seeds.length)]!, random) : plan(random);
  for (let changes = 1 + random(6); changes > 0; changes--) text = change(text, random, seeds);
  return text;
}

/** As somebody could have written it, in one of the formats. */
function anyPlan(random: Random): string {
  return random(4) === 0 ? yamlPlan(random) : markdownPlan(random);
}

/** Not always the whole: small texts say sooner what is wrong. */
function cut(text: string, random: Random): string {
  const length = 200 + random(6_000);
  const start = text.length > length ? random(text.length - length) : 0;
  return text.slice(start, start + length);
}

function change(text: string, random: Random, seeds: readonly string[]): string {
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + 1 + random(80));
  const lines = text.split('\n');
  switch (random(8)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + pieces[random(pieces.length)]! + text.slice(at);
    case 2:
      return text.slice(0, to) + text.slice(at, to).repeat(1 + random(20)) + text.slice(to);
    case 3:
      return text.slice(0, at) + String.fromCharCode(random(0x10000)) + text.slice(at + 1);
    case 4:
      return lines.map((line) => (random(10) === 0 ? ' '.repeat(random(9)) + line : line)).join('\n');
    case 5:
      lines.splice(random(lines.length), 0, lines[random(lines.length)]!);
      return lines.join('\n');
    case 6:
      return text.replaceAll('\n', ['\r\n', '\r', '\n\n'][random(3)]!);
    default:
      return text.slice(0, at) + cut(seeds[random(seeds.length)]!, random).slice(0, 400) + text.slice(at);
  }
}
