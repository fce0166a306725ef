import * as l10n from '@vscode/l10n';
import type { Problem, Severity } from '../../../core/model/problem.js';
import type { GitResult } from './git.js';

/** Says why git could not do something in a directory, and what a person can do. Aborted runs are no problem. */
export function gitProblems(result: GitResult, directory: string): readonly Problem[] {
  const { end, stderr } = result;
  switch (end) {
    case 'aborted':
      return [];
    case 'notFound':
      return [
        historyProblem(
          'info',
          l10n.t('git was not found, so there is no history: install git 2.20 or later, and see that PATH names it.'),
        ),
      ];
    case 'noFolder':
      return [historyProblem('error', l10n.t('{0} is no directory any more: check the path.', directory))];
    case 'timeout':
      return [
        historyProblem(
          'error',
          l10n.t(
            'git hung in {0} and was ended, so its history is missing or cut off: see whether `git log` answers there.',
            directory,
          ),
        ),
      ];
    case 'tooMuch':
      return [historyProblem('error', l10n.t('What git has to say of {0} is too long to be read.', directory))];
    default:
      return [refused(stderr, directory)];
  }
}

/** What git wrote cannot be understood. */
export function unreadableOutput(directory: string): Problem {
  return historyProblem(
    'error',
    l10n.t('What git said of {0} cannot be understood: see what `git log` prints there.', directory),
  );
}

/** A problem with the history of a folder. */
export function historyProblem(severity: Severity, message: string): Problem {
  return { code: 'no-history', severity, message };
}

/** By what git itself says, in English: it is run with `LC_ALL=C`. */
function refused(stderr: string, directory: string): Problem {
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    const place = /repository (?:at |\()'([^'\n]*)'/.exec(stderr)?.[1] ?? directory;
    return historyProblem(
      'error',
      l10n.t(
        'The repository {0} belongs to another user, so git does not read it: if you trust it, run `git config --global --add safe.directory "{0}"`.',
        place,
      ),
    );
  }
  if (/must be run in a work tree|cannot use bare repository/.test(stderr)) return bareRepository(directory);
  if (/not a git repository \(or any/.test(stderr)) {
    return historyProblem(
      'info',
      l10n.t('{0} lies in no git repository, so there is no history: run `git init` there to begin one.', directory),
    );
  }
  if (/not a git repository|invalid gitfile format/.test(stderr)) {
    return historyProblem(
      'error',
      l10n.t(
        'The `.git` of {0} leads to no repository: if that was moved, run `git worktree repair` in it, or else clone again.',
        directory,
      ),
    );
  }
  return historyProblem(
    'error',
    l10n.t(
      'git failed in {0} ({1}): run `git log` there to see what is wrong.',
      directory,
      firstLine(stderr) || l10n.t('without a word'),
    ),
  );
}

/** The repository has no files to show. */
export function bareRepository(directory: string): Problem {
  return historyProblem(
    'info',
    l10n.t('The repository of {0} is bare, it has no working tree: open a clone or a worktree of it.', directory),
  );
}

function firstLine(stderr: string): string {
  const line = stderr.split('\n').find((text) => text.trim() !== '') ?? '';
  return line.replace(/^(?:fatal|error): /, '').slice(0, 300);
}
