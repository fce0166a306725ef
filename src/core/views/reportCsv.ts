import type { Group, Priority, Task } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { leafWeights } from '../progress/weights.js';
import { dayOfTime, isoDay } from '../values/day.js';
import { lateness, timingOf } from './timing.js';

const columns = [
  'roadmap',
  'id',
  'title',
  'status',
  'horizon',
  'place',
  'priority',
  'owner',
  'effort_days',
  'start',
  'end',
  'late_days',
  'added',
  'finished',
  'cycle_days',
] as const;

/**
 * All tasks as comma-separated values (RFC 4180), one a line, with a head; days are ISO 8601. A text that a spreadsheet would
 * take for a formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function reportCsv(snapshot: Snapshot, today: number): string {
  const lines = [columns.join(',')];
  for (const file of snapshot.roadmaps) {
    const { roadmap, path, uri } = file;
    if (!roadmap) continue;
    const timing = timingOf(snapshot, file, today);
    const weights = leafWeights(roadmap);
    const stories = snapshot.planHistories.find((history) => history.uri === uri)?.stories;
    const visit = (node: Group | Task, above: readonly string[], priorityAbove: Priority | undefined) => {
      const priority = node.priority?.value ?? priorityAbove;
      if (node.kind === 'task') {
        const schedule = timing.schedules.get(node);
        const late = lateness(timing, node);
        const story = stories?.get(node.id);
        lines.push(
          [
            path,
            node.id,
            node.title,
            statusOf(node),
            above[0] ?? '',
            above.join(' / '),
            priority ?? '',
            node.owner?.value ?? '',
            rounded(weights.get(node)?.days),
            day(schedule?.start),
            day(schedule?.end),
            late?.state === 'late' ? String(late.days) : '',
            story ? day(dayOfTime(story.added.time)) : '',
            story?.finished ? day(dayOfTime(story.finished.time)) : '',
            rounded(story?.cycleDays),
          ]
            .map(cell)
            .join(','),
        );
      }
      for (const child of node.children)
        visit(child, [...above, node.kind === 'task' ? node.title : node.name], priority);
    };
    for (const child of roadmap.children) visit(child, [], undefined);
  }
  return `${lines.join('\r\n')}\r\n`;
}

function day(value: number | undefined): string {
  return value === undefined ? '' : isoDay(value);
}

function rounded(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 100) / 100);
}

function cell(text: string): string {
  // What comes before a sign may be taken off, and wide signs are signs in some languages.
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
