/** A commit of the sample workspace. */
export interface SampleCommit {
  /** With the time zone. */
  date: string;
  message: string;
  /** Titles of the tasks that the roadmap shows as done from this commit on. */
  done?: readonly string[];
  /** Files of the sample's code that it adds. */
  files?: readonly string[];
}

/** The sample's history, oldest commit first. Tasks are named in each way that commits have. */
export const sampleCommits: readonly SampleCommit[] = [
  {
    date: '2026-09-07T09:00:00+02:00',
    message: 'Write down the plan for the year',
    files: ['lending/loans.py'],
  },
  {
    date: '2026-09-10T15:20:00+02:00',
    message: 'Build release images in CI\n\nTask: build-release-images-in-ci',
    done: ['Build release images in CI'],
  },
  {
    date: '2026-09-15T11:05:00+02:00',
    message: 'Smoke test the desk after each release\n\nTask: add-smoke-tests',
    done: ['Add smoke tests'],
    files: ['tests/smoke.py'],
  },
  {
    date: '2026-09-18T16:40:00+02:00',
    message: 'Post releases to the staff channel, write the rollback guide',
    done: ['Announce releases in the staff channel', 'Write the rollback guide'],
  },
  {
    date: '2026-09-24T10:15:00+02:00',
    message:
      'Keep nightly snapshots in two regions\n\nTask: take-nightly-database-snapshots\nTask: keep-snapshots-in-a-second-region',
    done: ['Take nightly database snapshots', 'Keep snapshots in a second region'],
    files: ['db/snapshots.sql'],
  },
  {
    date: '2026-10-02T14:30:00+02:00',
    message: 'Collect logs in one place',
    done: ['Collect logs in one place'],
  },
  {
    date: '2026-10-06T09:50:00+02:00',
    message: 'Start everything with one command\n\nCloses start-the-service-with-one-command.',
    done: ['Start the service with one command'],
  },
  {
    date: '2026-10-21T13:10:00+02:00',
    message: 'Compare two search engines with our own queries\n\nTask: choose-a-search-engine',
    done: ['Choose a search engine'],
  },
  {
    date: '2026-11-03T17:25:00+01:00',
    message:
      'Cache search results in memory\n\nA first step: entries are not dropped yet.\n\nTask: cache-search-results',
    files: ['search/cache.go'],
  },
  {
    date: '2026-11-09T08:45:00+01:00',
    message: 'Hand copies to the next member in the queue\n\nRefs: reserve-a-copy-in-one-transaction',
    files: ['lending/queue.py'],
  },
];
