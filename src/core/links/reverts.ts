import type { Commit } from '../model/history.js';

/**
 * The hashes of commits that later ones take back, unless they were taken back themselves. What is reverted on another
 * branch alone counts there. GitHub names the pull request (`Reverts owner/repo#34`), whose number ends the subject.
 */
export function revertedCommits(commits: readonly Commit[]): ReadonlySet<string> {
  const reverted = new Set<string>();
  const reverting = commits.filter(({ reverts }) => reverts.length > 0);
  if (reverting.length === 0) return reverted;
  const find = finder(commits);
  // Newest first: whether a commit counts is known before it is looked at what it takes back.
  for (const commit of [...reverting].sort((a, b) => b.time - a.time)) {
    if (reverted.has(commit.hash)) continue;
    for (const name of commit.reverts) {
      const found = find(name);
      if (found && (commit.branch === undefined || commit.branch === found.branch)) reverted.add(found.hash);
    }
  }
  return reverted;
}

/** Finds a commit by the beginning of its hash, or by `#34`, the pull request it was merged by. */
function finder(commits: readonly Commit[]): (name: string) => Commit | undefined {
  const byHash = [...commits].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const byRequest = new Map<string, Commit>();
  for (const commit of commits) {
    const number = /\((#\d{1,9})\)$/.exec(commit.subject)?.[1];
    if (number !== undefined && !byRequest.has(number)) byRequest.set(number, commit);
  }
  return (name) => {
    if (name.startsWith('#')) return byRequest.get(name);
    let low = 0;
    let high = byHash.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byHash[middle]!.hash < name) low = middle + 1;
      else high = middle;
    }
    const found = byHash[low];
    return found?.hash.startsWith(name) ? found : undefined;
  };
}
