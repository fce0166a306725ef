import * as l10n from '@vscode/l10n';
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Parsed, Problem } from '../../../core/model/problem.js';
import type { Folder } from '../../../core/model/snapshot.js';
import type { Disposable, History, Log, Repository } from '../../../workspace/ports.js';
import { paths } from '../paths.js';
import { Git, succeeded } from './git.js';
import { bareRepository, gitProblems, historyProblem, unreadableOutput } from './gitProblems.js';
import { GitRepository, type GitPlaces } from './gitRepository.js';

/** Reads history with the git that is installed, 2.20 or later. */
export class GitHistory implements History {
  constructor(
    private readonly options: {
      /** A name that is looked for in PATH, or an absolute path. */
      readonly program?: string;
      readonly log: Log;
      /** Milliseconds without output after which git counts as hanging. */
      readonly timeout?: number;
    },
  ) {}

  async open(folder: Folder): Promise<Parsed<(Repository & Disposable) | undefined>> {
    if (!folder.uri.startsWith('file:')) {
      return failure(
        historyProblem('info', l10n.t('This folder is not on this machine, so git cannot read its history.')),
      );
    }
    const { program = 'git', timeout = 20_000, log } = this.options;
    const path = paths.pathOf(folder.uri);
    const result = await new Git({ program, timeout, cwd: path }).run([
      'rev-parse',
      // Those that say yes or no first: the working tree's root fails where there is none.
      '--is-bare-repository',
      '--is-shallow-repository',
      '--absolute-git-dir',
      '--git-common-dir',
      '--show-cdup',
      '--show-toplevel',
    ]);
    const lines = result.stdout.toString('utf8').split(/\r?\n/);
    const [bare, shallow, gitDirectory, common, up, top] = lines;
    if (bare === 'true') return failure(bareRepository(path));
    if (!succeeded(result)) return { value: undefined, problems: gitProblems(result, path) };
    // An option it does not know is printed as it is.
    if (lines.some((line) => line.startsWith('--'))) return failure(tooOld());
    if (lines.length > 7) return failure(lineBreak(path));
    if (lines.length < 7 || bare !== 'false' || (shallow !== 'true' && shallow !== 'false') || !top) {
      return failure(unreadableOutput(path));
    }
    const places: GitPlaces = {
      root: await rootAsOpened(path, up!, resolve(top)),
      shallow: shallow === 'true',
      gitDirectory: resolve(gitDirectory!),
      commonDirectory: resolve(path, common!),
    };
    const notes = notesOf(places, resolve(top));
    const git = new Git({ program, timeout, cwd: places.root });
    return { value: new GitRepository(git, places, notes, log), problems: [] };
  }
}

function failure(problem: Problem): Parsed<undefined> {
  return { value: undefined, problems: [problem] };
}

/** git resolves links; who opened the folder by one knows the root by that. */
async function rootAsOpened(path: string, up: string, top: string): Promise<string> {
  const root = resolve(path, up);
  const real = await realpath(root).catch(() => undefined);
  return real === top ? root : top;
}

function notesOf({ gitDirectory, commonDirectory, shallow }: GitPlaces, top: string): readonly Problem[] {
  const messages: string[] = [];
  if (shallow) {
    messages.push(
      l10n.t('This clone is shallow, so older commits are missing: run `git fetch --unshallow` to get them.'),
    );
  }
  if (gitDirectory !== commonDirectory) {
    messages.push(
      l10n.t('This is a linked worktree: its branches and commits are those of {0}.', dirname(commonDirectory)),
    );
  } else if (gitDirectory !== resolve(top, '.git') && /[\\/]\.git[\\/]modules[\\/]/.test(gitDirectory)) {
    messages.push(l10n.t('This is a submodule: its history is its own, not that of the repository around it.'));
  }
  return messages.map((message) => historyProblem('info', message));
}

function tooOld(): Problem {
  return historyProblem('error', l10n.t('This git is too old to read the history: install git 2.20 or later.'));
}

function lineBreak(path: string): Problem {
  const message = l10n.t('The path of the repository has a line break: rename {0}.', JSON.stringify(path));
  return historyProblem('error', message);
}
