import { localDay } from '../core/values/day.js';

/** The day it is where the person is, as days since 1970. */
export function today(): number {
  return localDay(new Date());
}

/** Milliseconds until the next day begins where the person is. */
export function untilTomorrow(now = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}
