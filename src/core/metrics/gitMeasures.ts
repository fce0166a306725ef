import * as l10n from '@vscode/l10n';
import type { GitMeasure, Measurement } from '../model/metric.js';

/** A release with what it brought. */
export interface Release {
  /** The tag's. */
  readonly name: string;
  /** When it was made: seconds since 1970. */
  readonly time: number;
  /** The commits that it holds and the release before does not; none of the very first, of which nobody knows. */
  readonly commits: readonly ReleasedCommit[];
}

/** A commit, as far as it matters to a release. */
export interface ReleasedCommit {
  readonly hash: string;
  /** When it was made: seconds since 1970. */
  readonly time: number;
  /** Hashes of the commits it says to revert; they may be shortened. */
  readonly reverts: readonly string[];
  /** Whether it merges: it brings what others made and is no work of its own, though all it brought may be taken back by it. */
  readonly merge?: boolean;
}

/** What is looked at: the releases of the last days, oldest first, and what has been committed since the newest. */
export interface ReleaseHistory {
  readonly releases: readonly Release[];
  readonly unreleased: readonly ReleasedCommit[];
  /** How many days back. */
  readonly days: number;
}

/** Days of a month, on average (365.25 / 12). */
const daysOfMonth = 30.4375;
const secondsOfDay = 86_400;

/**
 * What git tells of releases, after three of the measures of DORA (https://dora.dev/guides/dora-metrics-four-keys/): how often
 * there is one (`/month`), how long a commit waits for the release that holds it (median, days), and the share of releases
 * of which a commit was taken back after they were made (%), of those that are known to have brought any. Undefined where there
 * are too few releases to say.
 */
export function measureReleases(measure: GitMeasure, history: ReleaseHistory): Measurement | undefined {
  switch (measure) {
    case 'release-frequency':
      return frequency(history);
    case 'lead-time':
      return leadTime(history);
    default:
      return failureRate(history);
  }
}

function frequency({ releases, days }: ReleaseHistory): Measurement {
  return {
    name: 'release-frequency',
    value: releases.length / (days / daysOfMonth),
    unit: '/month',
    detail:
      releases.length === 1
        ? l10n.t('1 release in {0} days', days)
        : l10n.t('{0} releases in {1} days', releases.length, days),
  };
}

function leadTime({ releases }: ReleaseHistory): Measurement | undefined {
  const waits = releases
    .flatMap(({ time, commits }) =>
      commits.filter(({ merge }) => !merge).map((commit) => Math.max(0, time - commit.time) / secondsOfDay),
    )
    .sort((a, b) => a - b);
  if (waits.length === 0) return undefined;
  const half = waits.length >> 1;
  const median = waits.length % 2 === 1 ? waits[half]! : (waits[half - 1]! + waits[half]!) / 2;
  return {
    name: 'lead-time',
    value: median,
    unit: 'd',
    aggregate: 'median',
    detail: sayCommits(waits.length, releases.length),
  };
}

function failureRate({ releases, unreleased }: ReleaseHistory): Measurement | undefined {
  let counted = 0;
  const failed = releases.filter((release, index) => {
    // Of the very first release nobody knows what it brought, and what brought nothing cannot have failed: neither counts.
    if (release.commits.length === 0) return false;
    counted++;
    const later = [...releases.slice(index + 1).flatMap(({ commits }) => commits), ...unreleased];
    const reverted = later.flatMap(({ reverts }) => reverts);
    // Shortened hashes are the beginnings of whole ones; `#12` names a pull request, which no commit is called.
    return release.commits.some(({ hash }) => reverted.some((name) => name.length >= 7 && hash.startsWith(name)));
  }).length;
  if (counted === 0) return undefined;
  return {
    name: 'change-failure-rate',
    value: (failed / counted) * 100,
    unit: '%',
    detail: counted === 1 ? l10n.t('{0} of 1 release', failed) : l10n.t('{0} of {1} releases', failed, counted),
  };
}

function sayCommits(commits: number, releases: number): string {
  if (releases === 1) {
    return commits === 1 ? l10n.t('1 commit in 1 release') : l10n.t('{0} commits in 1 release', commits);
  }
  return commits === 1
    ? l10n.t('1 commit in {0} releases', releases)
    : l10n.t('{0} commits in {1} releases', commits, releases);
}
