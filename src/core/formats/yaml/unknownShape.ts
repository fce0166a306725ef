import * as l10n from '@vscode/l10n';
import type { Problem } from '../../model/problem.js';

/** What is said of a file that was named as a roadmap, but in which no plan can be found. */
export function unknownShape(): Problem {
  return {
    code: 'unknown-shape',
    severity: 'error',
    message: l10n.t(
      'Nothing in this file looks like a plan: list its tasks below a key such as tasks, features or milestones, each with a title, or give it the key $schema with the value roadmap.schema.json.',
    ),
  };
}
