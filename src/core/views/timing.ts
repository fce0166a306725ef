import * as l10n from '@vscode/l10n';
import type { TaskStory } from '../model/planHistory.js';
import type { Group, Task } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import { latenessOf, type Lateness } from '../progress/lateness.js';
import {
  firstDayOf,
  planStart,
  schedulesOf,
  type PlanStart,
  type Schedule,
  type Schedules,
} from '../progress/schedule.js';
import { isoDay, type DayFormat } from '../values/day.js';

/** When the parts of one roadmap are planned, and what of it is late today. */
export interface Timing {
  readonly schedules: Schedules;
  /** From which day its relative windows count, where that is known. */
  readonly start?: PlanStart;
  /** What became of its tasks, where that is known. */
  readonly stories?: ReadonlyMap<string, TaskStory>;
  /** Days since 1970; absent where nobody says what day it is: then nothing is late. */
  readonly today?: number;
}

/** The timing of a roadmap. `today` is a day since 1970, of the person's own calendar. */
export function timingOf(
  { planHistories }: Pick<Snapshot, 'planHistories'>,
  { uri, roadmap }: RoadmapFile,
  today: number | undefined,
): Timing {
  const history = planHistories.find((one) => one.uri === uri);
  const firstCommit = firstDayOf(history);
  const start = roadmap && planStart(roadmap, firstCommit);
  return {
    schedules: roadmap ? schedulesOf(roadmap, firstCommit) : new Map(),
    ...(start ? { start } : {}),
    ...(history ? { stories: history.stories } : {}),
    ...(today === undefined ? {} : { today }),
  };
}

/** Whether a task or group is late or due soon. */
export function lateness({ schedules, today }: Timing, node: Group | Task): Lateness | undefined {
  return today === undefined ? undefined : latenessOf(node, schedules, today);
}

/** `late`, `due in 3 days`: short, behind a title. */
export function sayLateness({ state, days }: Lateness): string {
  if (state === 'late') return l10n.t({ message: 'late', comment: 'Of a task or phase that should be done by now' });
  if (days === 0) return l10n.t({ message: 'due today', comment: 'Of a task or phase' });
  return days === 1
    ? l10n.t({ message: 'due in 1 day', comment: 'Of a task or phase' })
    : l10n.t({ message: 'due in {0} days', args: [days], comment: 'Of a task or phase' });
}

/** `late by 12 days`: on its own, with how much. */
export function sayHowLate(late: Lateness): string {
  if (late.state !== 'late') return sayLateness(late);
  return late.days === 1
    ? l10n.t({ message: 'late by 1 day', comment: 'Of a task or phase' })
    : l10n.t({ message: 'late by {0} days', args: [late.days], comment: 'Of a task or phase' });
}

/** `2024-01-01 to 2024-02-13, counted from the Generated date`. */
export function saySchedule({ start, end, basis, from }: Schedule, sayDay: DayFormat = isoDay): string {
  const days =
    start === undefined
      ? l10n.t({ message: 'until {0}', args: [sayDay(end!)], comment: '{0} is a date' })
      : end === undefined
        ? l10n.t({ message: 'from {0}', args: [sayDay(start)], comment: '{0} is a date' })
        : l10n.t({ message: '{0} to {1}', args: [sayDay(start), sayDay(end)], comment: 'Two dates' });
  const counted = {
    calendar: undefined,
    generated: () => l10n.t('counted from the Generated date'),
    firstCommit: () => l10n.t('counted from the first commit of the file'),
  }[basis];
  const above = from === 'above' ? l10n.t('as what it stands in') : undefined;
  return [days, counted?.(), above].filter((part) => part !== undefined).join(', ');
}

/** By which day something should be done, and where that day comes from, in a sentence. */
export function explainEnd({ end, from, basis }: Schedule, sayDay: DayFormat = isoDay): string {
  const day = sayDay(end!);
  if (from === 'date') return l10n.t('It should be done by {0}: that is its due date.', day);
  return {
    calendar: () => l10n.t('It should be done by {0}: then its window ends.', day),
    generated: () => l10n.t('It should be done by {0}: then its window ends, counted from the Generated date.', day),
    firstCommit: () =>
      l10n.t('It should be done by {0}: then its window ends, counted from the first commit of the file.', day),
  }[basis]();
}
