import { dayOf } from '../core/values/day.js';

/** The day it is where the person is, as days since 1970. */
export function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
