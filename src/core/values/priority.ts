import type { Priority } from '../model/roadmap.js';

const words: readonly (readonly [RegExp, Priority])[] = [
  [/\b(?:critical|urgent|highest|blocker|p0)\b/i, 'critical'],
  [/\b(?:high|must|p1)\b/i, 'high'],
  [/\b(?:medium|med|normal|moderate|should|p2)\b/i, 'medium'],
  [/\b(?:low|lowest|minor|could|nice to have|p[345])\b/i, 'low'],
];

/** Traffic lights and the arrows of Obsidian Tasks. A word beside them decides. */
const emoji: readonly (readonly [string, Priority])[] = [
  ['🔺', 'critical'],
  ['🔴', 'high'],
  ['🟠', 'high'],
  ['⏫', 'high'],
  ['🟡', 'medium'],
  ['🔼', 'medium'],
  ['🟢', 'low'],
  ['🔵', 'low'],
  ['🔽', 'low'],
  ['⏬', 'low'],
];

/** Reads a priority from a field's value: `🔴 High`, `P1`, `must`; undefined where it says nothing known. */
export function parsePriority(text: string): Priority | undefined {
  return words.find(([word]) => word.test(text))?.[1] ?? emoji.find(([mark]) => text.includes(mark))?.[1];
}
