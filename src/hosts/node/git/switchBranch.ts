import * as l10n from '@vscode/l10n';
import type { Parsed } from '../../../core/model/problem.js';
import { filtersUnknown } from './blame.js';
import { withoutFilters } from './filters.js';
import { Git, succeeded, type GitResult } from './git.js';
import { gitProblems } from './gitProblems.js';

/** Milliseconds that a checkout may take: ended halfway, it would leave the working tree so. */
const patience = 600_000;

/** The files with changes that are not committed: see the port. */
export async function readUncommitted(git: Git): Promise<Parsed<readonly string[]>> {
  const filters = await withoutFilters(git);
  if (!filters) return { value: [], problems: [filtersUnknown(git)] };
  const options = ['--porcelain=v1', '-z', '--untracked-files=no', '--ignore-submodules=all', '--no-renames'];
  const result = await git.run([...filters, 'status', ...options]);
  if (!succeeded(result)) return { value: [], problems: gitProblems(result, git.options.cwd) };
  const entries = result.stdout.toString('utf8').split('\0');
  // `XY path`: two letters for what has changed in the index and in the working tree.
  return { value: entries.filter((entry) => entry !== '').map((entry) => entry.slice(3)), problems: [] };
}

/** Checks a branch out, or makes one from HEAD: see the port. */
export async function switchBranch(git: Git, name: string, isNew: boolean): Promise<string | undefined> {
  // git's own judgement; a name that it understands as another (`@{-1}`) is none.
  const checked = await git.run(['check-ref-format', '--branch', name]);
  if (!succeeded(checked) || checked.stdout.toString('utf8').trimEnd() !== name) {
    return checked.end === 'exited' ? noName(name) : gitProblems(checked, git.options.cwd)[0]?.message;
  }
  const slow = new Git({ ...git.options, timeout: patience });
  const result = await slow.run([
    'switch',
    '--quiet',
    '--no-recurse-submodules',
    ...(isNew ? ['--no-track', '--create', name] : ['--no-guess', name]),
  ]);
  if (succeeded(result)) return undefined;
  if (!/'switch' is not a git command/.test(result.stderr)) return sayRefusal(result, name, git.options.cwd);
  // git before 2.23.
  const older = await slow.run([
    'checkout',
    '--quiet',
    '--no-recurse-submodules',
    ...(isNew ? ['--no-track', '-b', name] : [name, '--']),
  ]);
  return succeeded(older) ? undefined : sayRefusal(older, name, git.options.cwd);
}

function noName(name: string): string {
  return l10n.t('"{0}" is no name that git takes for a branch: choose another.', name);
}

/** Why git did not do it, by what it says in English: it is run with `LC_ALL=C`. */
function sayRefusal(result: GitResult, name: string, directory: string): string {
  const { end, stderr } = result;
  if (end !== 'exited') return gitProblems(result, directory)[0]?.message ?? l10n.t('This was ended.');
  const files = [...stderr.matchAll(/^\t([^\n]{1,300})$/gm)].map(([, path]) => path!);
  const said = files.length > 3 ? `${files.slice(0, 3).join(', ')}, …` : files.join(', ');
  if (/untracked working tree files would be/.test(stderr)) {
    return l10n.t('git did not switch to {0}, as it would overwrite {1}: move or commit that first.', name, said);
  }
  if (/would be overwritten by/.test(stderr)) {
    return l10n.t(
      'git did not switch to {0}, as changes that are not committed would be lost ({1}): commit them first.',
      name,
      said,
    );
  }
  const worktree = /is already (?:checked out|used by worktree) at '([^'\n]{1,500})'/.exec(stderr)?.[1];
  if (worktree !== undefined) {
    return l10n.t('{0} is checked out in {1}, so it cannot be here, too: open that folder.', name, worktree);
  }
  const line = stderr.split('\n').find((text) => text.trim() !== '') ?? '';
  const reason = line.replace(/^(?:fatal|error): /, '').slice(0, 300) || l10n.t('without a word');
  return l10n.t('git did not switch to {0} ({1}): see what `git status` says.', name, reason);
}
