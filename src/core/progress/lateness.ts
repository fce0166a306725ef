import type { Group, Task } from '../model/roadmap.js';
import { countLeaves, statusOf } from './counts.js';
import type { Schedule, Schedules } from './schedule.js';

/** How a task or group stands against its end. */
export interface Lateness {
  /** `late`: it should be done by now. `soon`: it ends within the next days. */
  readonly state: 'late' | 'soon';
  /** Days since its end, or until it: 0 is today. */
  readonly days: number;
  readonly schedule: Schedule;
}

/** Days before its end in which something is due soon, its last day included. */
export const soonDays = 7;

/**
 * Whether a task or group is late or due soon, by its own date or window: what only stands in something late is not said to
 * be late itself, so that one late phase is one late row. Undefined where it is neither, and where nothing is left to do.
 */
export function latenessOf(node: Group | Task, schedules: Schedules, today: number): Lateness | undefined {
  const schedule = schedules.get(node);
  if (schedule?.end === undefined || schedule.from === 'above') return undefined;
  const status = statusOf(node);
  if (status === 'done' || status === 'cancelled' || countLeaves(node).total === 0) return undefined;
  const days = schedule.end - today;
  if (days < 0) return { state: 'late', days: -days, schedule };
  return days < soonDays ? { state: 'soon', days, schedule } : undefined;
}
