import * as l10n from '@vscode/l10n';
import type { Group, Sourced, Status, Task } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import { effortProgress } from '../progress/effortProgress.js';
import { sayForecast } from '../progress/forecastWords.js';
import type { PlanForecast } from '../progress/horizonForecast.js';
import { latenessOf } from '../progress/lateness.js';
import { dayOfTime, isoDay } from '../values/day.js';
import { shortHash } from './ages.js';
import { sayVerdict } from './verdicts.js';
import { saySchedule, sayHowLate, type Timing } from './timing.js';
import type { TooltipLine } from './treeNode.js';
import { priorityWord, sayDaysDone, sayDue, sayEffort, sayWindowBasis, sayWrittenDate } from './words.js';

/** Facts that tasks and groups have in common. */
export function factLines(node: Group | Task): TooltipLine[] {
  return [
    ...(node.priority ? [{ label: l10n.t('Priority'), text: priorityWord(node.priority.value) }] : []),
    ...(node.effort ? [{ label: l10n.t('Effort'), text: sayEffort(node.effort) }] : []),
    ...(node.owner
      ? [
          {
            label: node.owners ? l10n.t('Owners') : l10n.t('Owner'),
            text: values(node.owners ?? [node.owner]),
          },
        ]
      : []),
    ...(node.start
      ? [
          {
            label: l10n.t({ message: 'Start', comment: 'The date on which a task begins' }),
            text: sayWrittenDate(node.start),
          },
        ]
      : []),
    ...(node.due
      ? [
          {
            label: l10n.t({ message: 'Due', comment: 'The date by which a task is to be done' }),
            text: sayWrittenDate(node.due),
          },
        ]
      : []),
    ...(node.labels ? [{ label: l10n.t('Labels'), text: values(node.labels) }] : []),
    ...(node.dependsOn
      ? [
          {
            label: l10n.t({ message: 'Depends on', comment: 'What must be done before a task' }),
            text: values(node.dependsOn),
          },
        ]
      : []),
    ...(node.references
      ? [
          {
            label: l10n.t({ message: 'Issues', comment: 'Issues and pull requests that a task names' }),
            text: node.references.map(({ text }) => text).join(', '),
          },
        ]
      : []),
  ];
}

function values(facts: readonly Sourced<string>[]): string {
  return facts.map(({ value }) => value).join(', ');
}

/** When a task or group is due, as long as it is open. */
export function dueOf(node: Group | Task, status: Status): string | undefined {
  return node.due && status !== 'done' && status !== 'cancelled' ? sayDue(node.due) : undefined;
}

export function windowLine({ window }: Group | Task): TooltipLine[] {
  return window
    ? [
        {
          label: l10n.t({ message: 'Window', comment: 'The stretch of time that a phase takes' }),
          text: sayWindowBasis(window),
        },
      ]
    : [];
}

/** When it is planned, in dates, and how late it is. */
export function scheduleLine({ schedules, today }: Timing, node: Group | Task): TooltipLine[] {
  const schedule = schedules.get(node);
  if (!schedule) return [];
  const late = today === undefined ? undefined : latenessOf(node, schedules, today);
  const text = late ? `${saySchedule(schedule)} (${sayHowLate(late)})` : saySchedule(schedule);
  return [{ label: l10n.t({ message: 'Planned', comment: 'The dates between which something is to be done' }), text }];
}

/** Progress by effort, where effort is said of anything below. */
export function effortLine({ roadmap }: RoadmapFile, node: Group | Task): TooltipLine[] {
  if (!roadmap || node.children.length === 0) return [];
  const progress = effortProgress(roadmap, node);
  if (progress.said === 0) return [];
  const { said, leaves } = progress;
  const known = said === leaves ? '' : l10n.t('effort is said of {0} of {1} tasks', said, leaves);
  return [
    {
      label: l10n.t({ message: 'By effort', comment: 'Progress in working days' }),
      text: [sayDaysDone(progress), known].filter(Boolean).join(', '),
    },
  ];
}

/** `at risk`, where the forecast of a horizon says so; `late` where it says that it will be. */
export function riskOf(forecast: PlanForecast | undefined, { id }: Group): string | undefined {
  const verdict = forecast?.horizons.find((horizon) => horizon.id === id)?.verdict;
  return verdict === undefined || verdict === 'onTrack' ? undefined : sayVerdict(verdict, true);
}

/** When a horizon will be done: three dates, or why there are none; `ahead`: its window has not ended yet. */
export function forecastLine(forecast: PlanForecast | undefined, { id }: Group, ahead: boolean): TooltipLine[] {
  const found = forecast?.horizons.find((horizon) => horizon.id === id);
  // Where nothing at all is known, each row saying so would say nothing.
  if (!found || found.state === 'done' || found.state === 'empty' || forecast!.whole.weeks === 0) return [];
  const said = found.verdict ? `${sayForecast(found)} (${sayVerdict(found.verdict, ahead)})` : sayForecast(found);
  return [{ label: l10n.t('Forecast'), text: said }];
}

/** When a task was finished, and how long that took, as git tells it. */
export function storyLines({ stories }: Timing, { id }: Task): TooltipLine[] {
  const story = stories?.get(id);
  if (!story?.finished) return [];
  const { finished, cycleDays, reopened } = story;
  const when = `${isoDay(dayOfTime(finished.time))} (${shortHash(finished.hash)})`;
  const rounded = cycleDays === undefined ? undefined : Math.round(cycleDays * 10) / 10;
  const took =
    rounded === undefined ? undefined : rounded === 1 ? l10n.t('took 1 day') : l10n.t('took {0} days', rounded);
  const again = reopened > 0 ? l10n.t('taken back before: {0}', reopened) : undefined;
  return [
    {
      label: l10n.t({ message: 'Finished', comment: 'When a task was done' }),
      text: [when, took, again].filter((part) => part !== undefined).join(', '),
    },
  ];
}
