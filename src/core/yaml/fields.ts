import * as z from 'zod/mini';

/** What an editor shows of a key of ours: kept beside the key, and put into the JSON Schemas that the build makes. */
export interface Help {
  readonly title?: string;
  readonly description: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** A key that may be left out, or stand without a value while it is being written. */
export function optional<T extends z.core.SomeType>(type: T, help: Help) {
  return required(z.optional(z.nullable(type)), help);
}

/** A key that must be there. */
export function required<T extends z.core.$ZodType>(type: T, help: Help): T {
  z.globalRegistry.add(type, { ...help });
  return type;
}

/** What a value breaks, where the kind of issue does not say it; stands where zod has the message. */
export type Constraint = 'empty' | 'no-id' | 'no-prefix' | 'outside-folder';

/** A text; a number is one too, as in `title: 2.0`. */
export function text() {
  return z.union([z.string().check(z.regex(/\S/, 'empty' satisfies Constraint)), z.number()]);
}
