import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Parsed } from '../../../core/model/problem.js';
import type { RepositoryState } from '../../../workspace/ports.js';
import { isHash } from './commitReader.js';
import { succeeded, type Git, type GitResult } from './git.js';
import { gitProblems } from './gitProblems.js';

const prefix = 'refs/heads/';

/** Where HEAD and the branches are. One process where a branch is checked out, else the file HEAD or two more. */
export async function readState(
  git: Git,
  place: { readonly root: string; readonly gitDirectory: string },
): Promise<Parsed<RepositoryState | undefined>> {
  const list = (fields: readonly string[]) =>
    git.run(['for-each-ref', `--format=${fields.map((field) => `%(${field})%00`).join('')}`, 'refs/heads']);
  let result = await list(['HEAD', 'refname', 'objectname', 'worktreepath']);
  // Known to git 2.23 and later.
  const old = !succeeded(result) && result.stderr.includes('worktreepath');
  if (old) result = await list(['HEAD', 'refname', 'objectname', 'HEAD']);
  if (!succeeded(result)) return { value: undefined, problems: gitProblems(result, place.root) };

  let current: { readonly name: string; readonly hash: string } | undefined;
  const branches = records(result, 4).map(([mark, refname, hash, worktree]) => {
    const branch = { name: refname!.slice(prefix.length), hash: hash! };
    if (mark === '*') current = branch;
    const elsewhere = !old && mark !== '*' && worktree !== '';
    return elsewhere ? { ...branch, worktree: resolve(worktree!) } : branch;
  });
  const at = current ? { head: current.hash, branch: current.name } : await readHead(git, place.gitDirectory);
  return { value: { ...at, branches }, problems: [] };
}

/** HEAD where it is at none of the existing branches. */
async function readHead(git: Git, gitDirectory: string): Promise<Pick<RepositoryState, 'head' | 'branch'>> {
  const text = await readFile(join(gitDirectory, 'HEAD'), 'utf8').catch(() => '');
  const head = text.trimEnd();
  if (isHash(head)) return { head, branch: undefined };
  // With other ways to store refs the file is there for older programs, and names a branch that cannot be.
  if (head.startsWith(`ref: ${prefix}`) && !head.endsWith('/.invalid')) {
    return { head: undefined, branch: head.slice(`ref: ${prefix}`.length) };
  }
  const [hash, symbolic] = await Promise.all([
    git.run(['rev-parse', '--verify', '--quiet', 'HEAD']),
    git.run(['symbolic-ref', '--quiet', 'HEAD']),
  ]);
  const name = symbolic.stdout.toString('utf8').trimEnd();
  return {
    head: succeeded(hash) ? hash.stdout.toString('latin1').trim() : undefined,
    branch: succeeded(symbolic) && name.startsWith(prefix) ? name.slice(prefix.length) : undefined,
  };
}

const usual = ['main', 'master', 'trunk', 'develop'];

/** The full name of the branch that work goes into: see the port. */
export async function readDefaultBranch(git: Git): Promise<string | undefined> {
  const remote = 'refs/remotes/origin/HEAD';
  const locals = usual.map((name) => `${prefix}${name}`);
  const result = await git.run(['for-each-ref', '--format=%(refname)%00%(symref)%00', remote, ...locals]);
  if (!succeeded(result)) return undefined;
  const found = new Map(records(result, 2).map(([name, target]) => [name!, target!]));
  return found.get(remote) || locals.find((name) => found.has(name));
}

/** What `for-each-ref` printed: each field ends with a NUL, and a line break that is no field stands after each ref. */
function records({ stdout }: GitResult, fields: number): readonly (readonly string[])[] {
  const texts = stdout.toString('utf8').split('\0');
  const all: string[][] = [];
  for (let at = 0; at + fields < texts.length; at += fields) {
    const record = texts.slice(at, at + fields);
    record[0] = record[0]!.replace(/^\n/, '');
    all.push(record);
  }
  return all;
}
