import type { ProblemCode } from './problem.js';

/**
 * What each code stands for, in one sentence, for lists of codes that machines read: SARIF, docs/problems.md. English as all
 * that the command line says.
 */
export const codeTexts: Readonly<Record<ProblemCode, string>> = {
  'unknown-task': 'A TODO names a task that no roadmap in scope has.',
  'ambiguous-task': 'A TODO names an id that several roadmaps have which are equally near.',
  'closed-task': 'A TODO is for a task that is done or cancelled.',
  'former-id': 'A TODO names a task by an id or title that it had before.',
  'duplicate-id': 'Two tasks have the same id.',
  'done-with-todos': 'A task is done, but code still has TODOs for it.',
  'closed-by-commit': 'A commit says that it finishes a task, which is still open.',
  'parent-status':
    'A task or group is marked as done while something below it is open, or as open while all below it is done.',
  'section-status': 'Tasks are marked otherwise than the section they stand in says.',
  'status-conflict': 'Two marks of one task contradict each other.',
  'unknown-dependency': 'A task depends on an id that no task has, or on a title that several have.',
  'circular-dependency': 'Tasks wait for each other, so that none of them can begin.',
  'done-before-dependency': 'A task is done, but what it depends on is not.',
  overdue: 'A window or due date is over, and something is left to do.',
  'review-overdue': 'The day on which the roadmap was to be gone through is over.',
  'metric-claim': 'A metric is claimed to be met, but what measures it says otherwise.',
  'metric-unmeasured': 'Metrics with a target are claimed to be met, but nothing measures them.',
  'metric-source': 'What measures a metric cannot be read, or does not fit its target.',
  mojibake: 'UTF-8 was once saved as Windows-1252, which has garbled characters.',
  'wrong-encoding': 'The file is opened in another encoding than the one it is written in.',
  'unknown-mark': 'A check box holds a character that nobody knows.',
  'unreadable-line': 'A line cannot be read.',
  'unclear-value': 'A value is not one that its field takes.',
  'unknown-key': 'A key is not one that is known.',
  'unknown-shape': 'A YAML or JSON file that is named as a roadmap holds no plan.',
  'unknown-alias': 'A former id stands for an id that no task has.',
  'unknown-ignore': 'A comment silences a problem that does not exist.',
  'no-tasks': 'A roadmap holds no task.',
  'empty-file': 'A roadmap is empty.',
  'roadmap-syntax': 'A roadmap is no valid YAML or JSON.',
  'roadmap-value': 'A value of a roadmap in YAML or JSON is not one that its key takes.',
  'config-syntax': 'The configuration is no valid YAML.',
  'config-value': 'A value of the configuration is not one that its key takes.',
  'cannot-read': 'A file or directory cannot be read.',
  'too-large': 'A file is too large to be read.',
  'not-text': 'A file is no text.',
  'invalid-utf8': 'A file is not valid UTF-8.',
  'no-roadmap': 'The folder has no roadmap.',
  'no-history': 'The history of git cannot be read, or not wholly.',
  'not-searched': 'TODOs could not be looked for, or not everywhere.',
};
