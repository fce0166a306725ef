import { dayOf } from '../core/values/day.js';

/** The day it is where the person is, as days since 1970. */
export function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Milliseconds until the next day begins where the person is. */
export function untilTomorrow(now = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}
