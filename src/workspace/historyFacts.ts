import type { Branch, Commit } from '../core/model/history.js';
import { branchMentions } from '../core/references/branchName.js';
import { readCommitMessage } from '../core/references/commitMessage.js';
import type { CommitRecord, RepositoryState } from './ports.js';

/** What a commit says of tasks. */
export function commitFacts({ hash, author, email, time, subject, body }: CommitRecord): Commit {
  const { mentions, reverts } = readCommitMessage(subject, body);
  return { hash, author, email, time, subject: subject.slice(0, 500), mentions, reverts };
}

/** The branches of a repository, with what their names say. */
export function branchFacts({ branches, branch }: RepositoryState): Branch[] {
  return branches.map(({ name, hash, worktree }) => ({
    name,
    hash,
    current: name === branch,
    ...(worktree === undefined ? {} : { worktree }),
    mentions: branchMentions(name).map(({ raw, form }) => ({ raw, form })),
  }));
}

/** The branch that holds each commit of a set, by the tips that lead to it: the parents of a branch's commit are its own. */
export function branchOfCommits(
  records: readonly CommitRecord[],
  tips: readonly { readonly name: string; readonly hash: string }[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, hash } of tips) if (!names.has(hash)) names.set(hash, name);
  // Newest first: children come before their parents.
  for (const { hash, parents } of records) {
    const name = names.get(hash);
    if (name === undefined) continue;
    for (const parent of parents) if (!names.has(parent)) names.set(parent, name);
  }
  return names;
}
