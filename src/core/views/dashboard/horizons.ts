import { countLeaves, percent } from '../../progress/counts.js';
import type { Group, Task } from '../../model/roadmap.js';
import { outermostGroups } from '../planForecast.js';
import { lateness, sayHowLate, saySchedule, type Timing } from '../timing.js';
import type { Days, Horizon, Late } from './dashboard.js';
import { doneFigure, effortFigure } from './figures.js';
import { forecastRange } from './forecastRange.js';
import { lineOfNode, type Subject } from './subject.js';

/** The outermost groups that hold tasks. */
export function horizons(subject: Subject): readonly Horizon[] {
  const { roadmap, timing } = subject;
  return outermostGroups(roadmap).map((group) => {
    const counts = countLeaves(group);
    const effort = effortFigure(roadmap, group);
    const schedule = timing.schedules.get(group);
    const late = lateOf(timing, group);
    return {
      id: group.id,
      title: group.title,
      kind: group.kind,
      line: lineOfNode(subject, group),
      counts,
      percent: percent(counts),
      done: doneFigure(group),
      ...(effort ? { effort } : {}),
      ...(schedule ? { ...daysOf(schedule), window: saySchedule(schedule) } : {}),
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
export function lateOf(timing: Timing, node: Group | Task): Late | undefined {
  const late = lateness(timing, node);
  return late && { state: late.state, text: sayHowLate(late) };
}
