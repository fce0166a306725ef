import * as l10n from '@vscode/l10n';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const month = 30 * day;
const year = 365 * day;

/** How long ago something was, as VS Code says it: `2 days ago`. Both are seconds since 1970; what is to come is `now`. */
export function sayAge(time: number, now: number): string {
  const seconds = Math.max(0, now - time);
  if (seconds < 30) return l10n.t({ message: 'now', comment: 'How long ago a commit was made' });
  if (seconds < minute * 1.5) return l10n.t('1 minute ago');
  if (seconds < hour) return l10n.t('{0} minutes ago', Math.round(seconds / minute));
  if (seconds < hour * 1.5) return l10n.t('1 hour ago');
  if (seconds < day) return l10n.t('{0} hours ago', Math.round(seconds / hour));
  if (seconds < day * 1.5) return l10n.t('1 day ago');
  if (seconds < week * 2) return l10n.t('{0} days ago', Math.round(seconds / day));
  if (seconds < month * 2) return l10n.t('{0} weeks ago', Math.floor(seconds / week));
  if (seconds < year) return l10n.t('{0} months ago', Math.floor(seconds / month));
  if (seconds < year * 2) return l10n.t('1 year ago');
  return l10n.t('{0} years ago', Math.floor(seconds / year));
}

/** `3 TODOs` */
export function countTodos(count: number): string {
  return count === 1 ? l10n.t('1 TODO') : l10n.t('{0} TODOs', count);
}

/** `5 commits` */
export function countCommits(count: number): string {
  return count === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', count);
}

/** `1 branch` */
export function countBranches(count: number): string {
  return count === 1 ? l10n.t('1 branch') : l10n.t('{0} branches', count);
}

/** A hash as it is shown. */
export function shortHash(hash: string): string {
  return hash.slice(0, 7);
}
