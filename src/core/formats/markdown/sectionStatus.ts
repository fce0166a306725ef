import type { Sourced, Status } from '../../model/roadmap.js';
import { statusOfWord, type StatusMarks } from '../../values/status.js';
import { plainTitle } from '../plainTitle.js';
import type { Title } from './titles.js';
import { labelRole } from './vocabulary.js';

/** Sections and labels that say where everything below them stands: `Done in v0.2`, `Completed features`, `Shipped`. */

const what =
  '(?: (?:items?|tasks?|work|features?|scope|surfaces?|phases?|milestones?|releases?|versions?|improvements?|enhancements?|projects?|deliverables?|epics?|stuff|fixes|changes|so far|now|recently|today)){0,2}';
const when = '(?:,? (?:in|with|by|as of|since|on|for|during) .{1,60})?';

/** Compared with a plain title, anchored at both ends. */
const names: readonly (readonly [RegExp, Status])[] = [
  [
    new RegExp(
      `^(?:recently |already |previously |what |what's |what is |what has been |all )?(?:done|completed?|finished|shipped|released|delivered|implemented|achieved|accomplished)${what}${when}$`,
    ),
    'done',
  ],
  [
    new RegExp(
      `^(?:currently |now )?(?:in progress|in development|in the works|working on|ongoing|underway|work in progress|wip)${what}${when}$`,
    ),
    'doing',
  ],
  [new RegExp(`^(?:blocked|on hold|paused|stalled)${what}${when}$`), 'blocked'],
  [
    /^(?:what (?:is|has been|was|we have|we've) )?(?:features?|items?|tasks?|work|phases?|milestones?|core features|improvements?) (?:already )?(?:done|completed?|finished|shipped|released|delivered|implemented)$/,
    'done',
  ],
];

/** The status a section's or label's name gives to what stands below it. */
export function statusOfName(title: string, marks?: StatusMarks): Status | undefined {
  const plain = plainTitle(title);
  return statusOfWord(plain, marks) ?? names.find(([pattern]) => pattern.test(plain))?.[1];
}

/** The status a heading gives, by its own mark or else by its name. */
export function statusOfHeading(title: Title, marks?: StatusMarks): Sourced<Status> | undefined {
  // `✅ Tasks:` decorates a name, as `🎯 Goals` does.
  if (!title.box && labelRole(title.text) === 'tasks') return undefined;
  if (title.status && title.statusSpan) return { value: title.status, span: title.statusSpan };
  const named = statusOfName(title.text, marks);
  return named ? { value: named, span: title.span } : undefined;
}
