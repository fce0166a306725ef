import * as z from 'zod/mini';

/** What a value breaks, where the kind of issue does not say it; stands where zod has the message. */
export type Constraint = 'outside-folder' | 'no-prefix';

/** A path or glob inside the folder. */
const insideFolder = z.string().check(
  z.minLength(1),
  z.maxLength(500),
  z.refine(
    (path) => !/^(?:[/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..'),
    'outside-folder' satisfies Constraint,
  ),
);

const marks = z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(40)));

/**
 * `.roadmap/config.yaml`. Each key is checked by itself, so that a wrong value costs that value alone.
 * zod/mini because it is a quarter of the size; messages are made in `describeIssue`, in the language set by then.
 */
export const configShape = {
  roadmaps: z.array(insideFolder),
  idPrefix: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,11}$/, 'no-prefix' satisfies Constraint)),
  status: z.strictObject({
    todo: z.optional(marks),
    doing: z.optional(marks),
    blocked: z.optional(marks),
    done: z.optional(marks),
    cancelled: z.optional(marks),
  }),
  aliases: z.record(z.string(), z.string().check(z.minLength(1))),
} as const;
