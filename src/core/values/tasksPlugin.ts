import type { Priority, Status } from '../model/roadmap.js';
import { parsePlannedDate, type PlannedDateValue } from './plannedDate.js';

/**
 * What the Tasks plugin of Obsidian writes behind a title (https://publish.obsidian.md/tasks/Reference/Task+Formats/Tasks+Emoji+Format):
 * `📅 2026-04-16` due, `🛫` start, `⏳` scheduled, `➕` created, `✅` done, `❌` cancelled, `🔁 every week`, `⏫` priority,
 * `⛔ dcf64c` depends on, `🏁 delete`. Its `🆔` is read with the ids.
 */
export interface PluginMark {
  /** Where the mark begins. */
  readonly start: number;
  /** The value's place. */
  readonly from: number;
  readonly to: number;
  readonly date?: PlannedDateValue;
  /** What the mark says of the task; absent for marks that have no place here. */
  readonly fact?: 'due' | 'start' | 'dependsOn';
  readonly priority?: Priority;
  readonly status?: Status;
}

const dateMark = /(📅|📆|🗓|🛫|⏳|⌛|➕|✅|❌)\ufe0f?\s{0,2}(\d{4}-\d{2}-\d{2})$/u;
const priorityMark = /[🔺⏫🔼🔽⏬]\ufe0f?$/u;
const otherMark = /(?:🔁\ufe0f?\s{0,2}every\s[a-z0-9 ,]{1,60}|🏁\ufe0f?\s{0,2}(?:delete|keep))$/iu;
const idMark = /⛔\ufe0f?\s{0,2}([A-Za-z0-9_-]{1,40}(?:\s?,\s?[A-Za-z0-9_-]{1,40}){0,20})$/u;

const priorities: Readonly<Record<string, Priority>> = {
  '🔺': 'critical',
  '⏫': 'high',
  '🔼': 'medium',
  '🔽': 'low',
  '⏬': 'low',
};
const longest = 240;

/** The mark of the plugin that `text[start, end)` ends with. `ids` says whether the file gives ids by the plugin's mark. */
export function pluginMarkBefore(text: string, start: number, end: number, ids: boolean): PluginMark | undefined {
  const base = Math.max(start, end - longest);
  const tail = text.slice(base, end);
  const dated = /\d$/.test(tail) ? dateMark.exec(tail) : null;
  if (dated) {
    const date = parsePlannedDate(dated[2]!);
    if (!date) return undefined;
    const fact = /^[📅📆🗓]/u.test(dated[1]!) ? 'due' : dated[1] === '🛫' ? 'start' : undefined;
    const status = dated[1] === '✅' ? 'done' : dated[1] === '❌' ? 'cancelled' : undefined;
    return {
      start: base + dated.index,
      from: end - dated[2]!.length,
      to: end,
      date,
      ...(fact ? { fact } : {}),
      ...(status ? { status } : {}),
    };
  }
  const ranked = priorityMark.exec(tail);
  if (ranked) {
    const from = base + ranked.index;
    return { start: from, from, to: end, priority: priorities[ranked[0].replace('\ufe0f', '')]! };
  }
  const other = /[a-z0-9]$/i.test(tail) ? otherMark.exec(tail) : null;
  if (other) return { start: base + other.index, from: base + other.index, to: end };
  const depends = tail.includes('⛔') ? idMark.exec(tail) : null;
  // The sign stands before words as well: `⛔ waiting`.
  if (!depends || !(ids || /\d/.test(depends[1]!))) return undefined;
  return { start: base + depends.index, from: end - depends[1]!.length, to: end, fact: 'dependsOn' };
}

/** The priority whose mark stands at `from`, with the mark's length. */
export function priorityMarkAt(
  text: string,
  from: number,
): { readonly priority: Priority; readonly length: number } | undefined {
  const code = text.codePointAt(from);
  if (code === undefined || code < 0x2300) return undefined;
  const mark = String.fromCodePoint(code);
  const priority = Object.hasOwn(priorities, mark) ? priorities[mark] : undefined;
  if (!priority) return undefined;
  return { priority, length: mark.length + (text[from + mark.length] === '\ufe0f' ? 1 : 0) };
}
