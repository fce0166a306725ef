import type { Priority } from '../model/roadmap.js';
import { priorityWords } from './words/priority.js';

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

const byWord = new Map<string, Priority>();
for (const [priority, group] of Object.entries(priorityWords) as [Priority, string][]) {
  for (const word of group.split('|')) byWord.set(word, priority);
}

/** Reads a priority from a field's value: `🔴 High`, `P1`, `must`, `hoch`; undefined where it says nothing known. */
export function parsePriority(text: string): Priority | undefined {
  return (
    words.find(([word]) => word.test(text))?.[1] ?? localWord(text) ?? emoji.find(([mark]) => text.includes(mark))?.[1]
  );
}

/** The first word of another language; written without blanks between words, it is the whole of the value. */
function localWord(text: string): Priority | undefined {
  for (const [word] of text.slice(0, 60).matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const found = byWord.get(word.toLowerCase());
    if (found) return found;
  }
  return undefined;
}
