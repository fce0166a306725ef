import type { Status } from '../model/roadmap.js';

/** How far something has come, as a note behind a title or as a field's value: `60 %`, `3/5`, `100% complete`. */
const share =
  '(\\d{1,3})\\s?%(?:\\s(?:complete|completed|done|finished|erledigt|fertig|terminé|completado|concluído|готово|完成|완료))?';
const part =
  '(\\d{1,4})\\s?(?:\\/|of|von|de|из|із)\\s?(\\d{1,4})(?:\\s(?:complete|completed|done|finished|tasks?|items?|erledigt))?';

const atStart = new RegExp(`^(?:~\\s?)?(?:${share}|${part})(?![\\p{L}\\p{N}/])`, 'iu');
const atEnd = new RegExp(`(?:[([](?:~\\s?)?(?:${share}|${part})[)\\]]|\\s[-–—:|·]\\s(?:~\\s?)?${share})$`, 'iu');

/** Words by which a percentage is a target, not a progress: `Raise test coverage (80%)`. */
const measured =
  /\b(?:coverage|uptime|availability|accuracy|precision|recall|increase|reduce|reduction|improve|improvement|faster|slower|less|more|reach|achieve|target|goal|discount|rollout|traffic|rate|score|compliance|off|up|down|cpu|memory|usage|ratio|share)\b/i;

/** The status that a value which begins with its progress has. */
export function progressAt(text: string): Status | undefined {
  const found = atStart.exec(text.slice(0, 40));
  return found ? statusOf(found) : undefined;
}

/** The status of a progress that a title ends with, and where it begins. */
export function progressBefore(text: string): { readonly status: Status; readonly start: number } | undefined {
  // Hardly any title ends so: a look for the signs is cheaper than the pattern.
  const near = text.slice(-30);
  const last = near.charCodeAt(near.length - 1);
  const closed = last === 0x29 || last === 0x5d;
  if (!near.includes('%') && !(closed && /\d/.test(near))) return undefined;
  const tail = text.slice(-40);
  const found = atEnd.exec(tail);
  const status = found && statusOf(found);
  const start = text.length - tail.length + (found?.index ?? 0);
  return status && !measured.test(text.slice(0, start)) ? { status, start } : undefined;
}

/** A bare `2/2` may be a second part as well: a fraction says done where a word does, and counts from three on. */
function statusOf([text, ...groups]: RegExpExecArray): Status | undefined {
  const numbers = groups.filter((group) => group !== undefined).map(Number);
  const [done, all = 100] = numbers;
  if (done === undefined || all < 1 || done > all) return undefined;
  if (numbers.length > 1 && !/\p{L}[)\]]?$/u.test(text) && (all < 3 || done === all)) return undefined;
  return done === 0 ? 'todo' : done === all ? 'done' : 'doing';
}
