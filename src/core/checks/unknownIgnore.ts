import * as l10n from '@vscode/l10n';
import { adjustableCodes, isAdjustable, type Ignore } from '../model/problem.js';
import { nearest } from '../yaml/nearest.js';
import type { Rule } from './rule.js';

/** A comment silences a problem that does not exist. */
export const unknownIgnore: Rule<readonly Ignore[]> = {
  code: 'unknown-ignore',
  severity: 'info',
  run(ignores) {
    return ignores.flatMap(({ codes, range }) =>
      // One word is told of: what follows may be prose that lacks its dashes.
      codes
        .filter((code) => !isAdjustable(code))
        .slice(0, 1)
        .map((code) => {
          const meant = nearest(code, adjustableCodes);
          const message =
            meant === undefined
              ? l10n.t('There is no problem "{0}" to be silenced: see docs/problems.md for the codes.', code)
              : l10n.t('There is no problem "{0}" to be silenced: did you mean {1}?', code, meant);
          return { message, range };
        }),
    );
  },
};
