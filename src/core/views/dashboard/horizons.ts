import { countLeaves, percent } from '../../progress/counts.js';
import type { Group, Task } from '../../model/roadmap.js';
import { outermostGroups } from '../planForecast.js';
import { explainEnd, lateness, sayHowLate, saySchedule, type Timing } from '../timing.js';
import type { DayFormat } from '../../values/day.js';
import type { Days, Horizon, Late } from './dashboard.js';
import { doneFigure, effortFigure } from './figures.js';
import { forecastRange } from './forecastRange.js';
import { lineOfNode, remembered, type Subject } from './subject.js';

const made = remembered<readonly Horizon[]>();

/** The outermost groups that hold tasks. */
export function horizons(subject: Subject): readonly Horizon[] {
  const { roadmap, file, timing, today, history, forecast, sayDay } = subject;
  const inputs = [roadmap, file.lines, timing.schedules, today, history, forecast, sayDay] as const;
  return made(inputs, () => read(subject));
}

function read(subject: Subject): readonly Horizon[] {
  const { roadmap, timing, sayDay } = subject;
  return outermostGroups(roadmap).map((group) => {
    const counts = countLeaves(group);
    const effort = effortFigure(roadmap, group);
    const schedule = timing.schedules.get(group);
    const late = lateOf(timing, group, sayDay);
    return {
      id: group.id,
      title: group.title,
      kind: group.kind,
      line: lineOfNode(subject, group),
      counts,
      percent: percent(counts),
      done: doneFigure(group),
      ...(effort ? { effort } : {}),
      ...(schedule ? { ...daysOf(schedule), window: saySchedule(schedule, sayDay) } : {}),
      ...(late ? { late } : {}),
      forecast: forecastRange(subject, group),
    };
  });
}

/** First and last day, as far as they are known. */
export function daysOf({ start, end }: Days): Days {
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** How late something is, or how soon it is due, where it is either. */
export function lateOf(timing: Timing, node: Group | Task, sayDay: DayFormat): Late | undefined {
  const late = lateness(timing, node);
  return late && { state: late.state, text: sayHowLate(late), explain: explainEnd(late.schedule, sayDay) };
}
