import * as z from 'zod/mini';
import type { Constraint } from '../yaml/fields.js';

/** A path or glob inside the folder. */
export const insideFolder = z.string().check(
  z.minLength(1),
  z.maxLength(500),
  z.regex(
    // No `/` or `C:` at its beginning, no `..` between slashes of either kind, no NUL.
    /^(?![/\\]|[A-Za-z]:)(?![\s\S]*\u0000)(?!(?:[\s\S]*[/\\])?\.\.(?:[/\\]|$))/,
    'outside-folder' satisfies Constraint,
  ),
);
