import type { Random } from './random.js';
import {
  actions,
  boxes,
  collections,
  columns,
  keys,
  labels,
  marks,
  names,
  priorities,
  sections,
  states,
  things,
} from './words.js';

/** Plans in all the forms that readers know, made of words that say nothing: the same for the same seed. */

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)]!;
const some = (random: Random, most: number, make: () => string): string[] => Array.from({ length: random(most) }, make);

/** A plan in Markdown: a title and a few blocks, each in one of the forms. */
export function markdownPlan(random: Random): string {
  const blocks = some(random, 16, () => block(random, 0));
  const text = [`# ${pick(random, ['Roadmap', 'Дорожная карта', '路线图', 'Harbour'])}`, ...blocks].join('\n\n');
  switch (random(8)) {
    case 0:
      return `---\ntitle: Harbour\nroadmap-dialect: ${pick(random, ['kiro', 'obsidian', 'emacs'])}\n---\n${text}\n`;
    case 1:
      return `\`\`\`\n${text}\n\`\`\`\n`;
    default:
      return `${text}\n`;
  }
}

function title(random: Random): string {
  const parts = [`${pick(random, actions)} ${pick(random, things)}`];
  if (random(3) === 0) parts.unshift(pick(random, marks));
  if (random(6) === 0)
    parts.push(pick(random, [`(${pick(random, states)})`, `— ${pick(random, states)}`, pick(random, marks)]));
  if (random(12) === 0) return `~~${parts.join(' ')}~~`;
  return random(8) === 0 ? `**${parts.join(' ')}**` : parts.join(' ');
}

function block(random: Random, depth: number): string {
  switch (random(depth > 2 ? 9 : 13)) {
    case 0:
      return table(random);
    case 1:
      return some(random, 6, () => `- **${pick(random, names)}:** ${value(random)}`).join('\n');
    case 2:
      return some(random, 5, () => `${pick(random, names)}: ${value(random)}`).join('\n');
    case 3:
      return some(random, 6, () => `${pick(random, [...marks, 'x -', 'o -', '[x]'])} ${title(random)}`).join('\n');
    case 4:
      return `${pick(random, ['Moor it here.', title(random)])}\n\n${title(random)}`;
    case 5:
      return `${pick(random, ['**Legend:** ', 'Легенда: ', '凡例: ', ''])}${some(random, 5, () => `${pick(random, [...marks, ...boxes])} ${pick(random, ['=', '', ':'])} ${pick(random, states)}`).join(' | ')}`;
    case 6:
    case 7:
    case 8:
      return list(random, 0);
    case 9:
      return `${'#'.repeat(2 + depth)} ${pick(random, [pick(random, sections), pick(random, states), title(random)])}\n\n${some(random, 4, () => block(random, depth + 1)).join('\n\n')}`;
    case 10:
      return `${pick(random, [pick(random, sections), title(random)])}\n${pick(random, ['---', '===='])}\n\n${block(random, depth + 1)}`;
    case 11:
      return `${pick(random, ['<details>', '<details open><summary>Quay</summary>', '<!--', '```', '~~~ md', '>'])}\n${block(random, depth + 1)}\n${pick(random, ['</details>', '-->', '```', '~~~', ''])}`;
    default:
      return `**${pick(random, labels)}:**\n${list(random, 0)}`;
  }
}

function value(random: Random): string {
  return pick(random, [
    pick(random, states),
    pick(random, priorities),
    `${pick(random, marks)} ${pick(random, states)}`,
    '2-3 days',
    '@ida',
    '',
  ]);
}

function list(random: Random, level: number): string {
  const marker = pick(random, ['-', '*', '+', '1.', '2)']);
  const box = random(2) === 0;
  return some(random, 6, () => {
    const head = random(9) === 0 ? pick(random, sections) : title(random);
    const below = level < 4 && random(4) === 0 ? `\n${list(random, level + 1)}` : '';
    return `${'  '.repeat(level)}${marker} ${box ? `${pick(random, boxes)} ` : ''}${head}${random(8) === 0 ? `\n${'  '.repeat(level + 1)}${pick(random, names)}: ${value(random)}` : ''}${below}`;
  }).join('\n');
}

function table(random: Random): string {
  const width = 1 + random(5);
  const row = (cell: () => string) => `|${Array.from({ length: width }, () => ` ${cell()} |`).join('')}`;
  const cell = () => pick(random, [title(random), value(random), pick(random, marks), '', 'RM-3', 'Total']);
  return [
    row(() => pick(random, columns)),
    row(() => pick(random, ['---', ':-:', '--:'])),
    ...some(random, 6, () => row(cell)),
  ].join('\n');
}

/** A plan in YAML in some shape, which may be ours. */
export function yamlPlan(random: Random): string {
  const own = random(4) === 0 ? '$schema: roadmap.schema.json\n' : '';
  const text = `${own}${Array.from({ length: 1 + random(4) }, () => `${pick(random, collections)}:${below(random, 1)}`).join('\n')}\n`;
  return random(6) === 0 ? `${text}---\n${text}` : text;
}

function below(random: Random, level: number): string {
  const indent = `\n${'  '.repeat(level)}`;
  const scalar = () =>
    ` ${pick(random, [yamlText(random), value(random), 'true', '3', '0.4', '2026-03-01', '[a, b c]', '{ done: yes }', `|${indent}      a`, `>-${indent}      b`])}`;
  const key = () =>
    level < 5 && random(4) === 0
      ? `${pick(random, collections)}:${below(random, level + 1)}`
      : `${pick(random, keys)}:${scalar()}`;
  switch (random(4)) {
    case 0:
      return some(random, 6, () => `${indent}${key()}`).join('');
    case 1:
      return some(random, 6, () => `${indent}-${scalar()}`).join('');
    case 2:
      return scalar();
    default:
      return some(random, 6, () => `${indent}- ${key()}${some(random, 4, () => `${indent}  ${key()}`).join('')}`).join(
        '',
      );
  }
}

function yamlText(random: Random): string {
  const text = title(random);
  return pick(random, [text, `"${text}"`, `'${text}'`, `${text}: ${text}`]);
}
