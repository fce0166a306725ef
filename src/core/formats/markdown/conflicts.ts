import * as l10n from '@vscode/l10n';
import type { Problem } from '../../model/problem.js';
import type { Sourced, Status } from '../../model/roadmap.js';
import { statusWord } from '../../values/statusWord.js';
import { disagree, type Title } from './titles.js';

/** Reports two marks of one task that contradict each other: around its title, or there and in a field or cell. */
export function reportConflict(
  problems: Problem[],
  { text, box, status, conflict }: Title,
  stated: Sourced<Status> | undefined,
): void {
  const other = conflict ?? (status && stated && disagree(status, stated.value) ? stated : undefined);
  if (!other) return;
  const [first, second] = [statusWord(status ?? 'todo'), statusWord(other.value)];
  problems.push({
    code: 'status-conflict',
    severity: 'warning',
    message:
      box && conflict
        ? l10n.t(
            'The check box of "{0}" says {1}, the mark beside it {2}: the check box counts; change one of them.',
            text,
            first,
            second,
          )
        : l10n.t('One mark of "{0}" says {1}, another {2}: the first counts; change one of them.', text, first, second),
    span: other.span,
  });
}
