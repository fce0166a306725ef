import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  measureReleases,
  type Release,
  type ReleasedCommit,
  type ReleaseHistory,
} from '../../../../src/core/metrics/gitMeasures.js';

const day = 86_400;
const start = 1_700_000_000;
const hashes = Array.from({ length: 16 }, (_, index) => index.toString(16).repeat(40));

const commit = (index: number, at: number, some: Partial<ReleasedCommit> = {}): ReleasedCommit => ({
  hash: hashes[index]!,
  time: start + at * day,
  reverts: [],
  ...some,
});
const release = (at: number, ...commits: readonly ReleasedCommit[]): Release => ({
  name: `v${at}`,
  time: start + at * day,
  commits,
});
const history = (releases: readonly Release[], ...unreleased: readonly ReleasedCommit[]): ReleaseHistory => ({
  releases,
  unreleased,
  days: 90,
});

const commits = fc.array(
  fc.record({
    hash: fc.constantFrom(...hashes),
    time: fc.integer({ min: start - 90 * day, max: start + 90 * day }),
    reverts: fc.array(
      fc
        .tuple(fc.constantFrom(...hashes), fc.integer({ min: 4, max: 40 }))
        .map(([hash, length]) => hash.slice(0, length)),
      { maxLength: 2 },
    ),
    merge: fc.boolean(),
  }),
  { maxLength: 6 },
);
const histories = fc.record({
  releases: fc.array(
    fc.record({ name: fc.string(), time: fc.integer({ min: start, max: start + 90 * day }), commits }),
    {
      maxLength: 6,
    },
  ),
  unreleased: commits,
  days: fc.integer({ min: 1, max: 3_650 }),
});

describe('The release frequency', () => {
  it('is how many there are in an average month', () => {
    const measured = measureReleases('release-frequency', history([release(1), release(5), release(70)]));
    assert.deepEqual(measured, {
      name: 'release-frequency',
      value: (3 / 90) * 30.4375,
      unit: '/month',
      detail: '3 releases in 90 days',
    });
  });

  it('grows with the releases and falls with the days, whatever they hold', () => {
    fc.assert(
      fc.property(histories, (some) => {
        const value = measureReleases('release-frequency', some)!.value;
        assert.ok(Math.abs((value * some.days) / 30.4375 - some.releases.length) < 1e-9);
      }),
    );
  });
});

describe('The lead time', () => {
  it('is what the median commit waits for its release', () => {
    const releases = [release(10, commit(1, 9), commit(2, 4)), release(20, commit(3, 18))];
    const measured = measureReleases('lead-time', history(releases, commit(4, 0)));
    assert.deepEqual(measured, {
      name: 'lead-time',
      value: 2,
      unit: 'd',
      aggregate: 'median',
      detail: '3 commits in 2 releases',
    });
  });

  it('lies between the two middle ones of an even number', () => {
    const releases = [release(10, commit(1, 9), commit(2, 7), commit(3, 6), commit(4, 0))];
    assert.equal(measureReleases('lead-time', history(releases))!.value, 3.5);
  });

  it('does not count merges, whose work is that of others', () => {
    const releases = [release(10, commit(1, 2), commit(2, 10, { merge: true }), commit(3, 10, { merge: true }))];
    assert.equal(measureReleases('lead-time', history(releases))!.value, 8);
  });

  it('is not below nothing, where clocks went wrong', () => {
    assert.equal(measureReleases('lead-time', history([release(1, commit(1, 5))]))!.value, 0);
  });

  it('is unknown where no release brought work', () => {
    assert.equal(measureReleases('lead-time', history([release(1)])), undefined);
    assert.equal(measureReleases('lead-time', history([release(1, commit(1, 0, { merge: true }))])), undefined);
  });

  it('is the same in whatever order releases are told, and half of the commits wait no longer', () => {
    fc.assert(
      fc.property(histories, (some) => {
        const measured = measureReleases('lead-time', some);
        const waits = some.releases.flatMap(({ time, commits: held }) =>
          held.filter(({ merge }) => !merge).map((each) => Math.max(0, (time - each.time) / day)),
        );
        assert.equal(measured === undefined, waits.length === 0);
        if (!measured) return;
        const reversed = measureReleases('lead-time', { ...some, releases: [...some.releases].reverse() });
        assert.equal(reversed!.value, measured.value);
        assert.ok(waits.filter((wait) => wait <= measured.value).length * 2 >= waits.length);
        assert.ok(waits.filter((wait) => wait >= measured.value).length * 2 >= waits.length);
      }),
    );
  });
});

describe('The change failure rate', () => {
  const rate = (releases: readonly Release[], ...unreleased: readonly ReleasedCommit[]) =>
    measureReleases('change-failure-rate', history(releases, ...unreleased))?.value;
  const reverts = (of: number, length = 40) => ({ reverts: [hashes[of]!.slice(0, length)] });

  it('is the share of releases of which something was taken back later', () => {
    const releases = [release(1, commit(1, 0)), release(2, commit(2, 1)), release(3, commit(3, 2, reverts(1)))];
    const measured = measureReleases('change-failure-rate', history(releases, commit(4, 5, reverts(3))));
    assert.deepEqual(measured, {
      name: 'change-failure-rate',
      value: (2 / 3) * 100,
      unit: '%',
      detail: '2 of 3 releases',
    });
  });

  it('does not count what was taken back before anybody had it', () => {
    assert.equal(rate([release(1, commit(1, 0), commit(2, 0.5, reverts(1))), release(2, commit(3, 1))]), 0);
  });

  it('counts a release once, however much of it was taken back', () => {
    const releases = [release(1, commit(1, 0), commit(2, 0)), release(2, commit(3, 1))];
    assert.equal(rate(releases, commit(4, 3, reverts(1)), commit(5, 4, reverts(2))), 50);
  });

  it('counts a merge that was taken back with all it brought', () => {
    assert.equal(rate([release(1, commit(1, 0), commit(2, 0, { merge: true }))], commit(3, 3, reverts(2))), 100);
  });

  it('knows shortened hashes, of at least seven figures', () => {
    assert.equal(rate([release(1, commit(1, 0))], commit(2, 3, reverts(1, 7))), 100);
    assert.equal(rate([release(1, commit(1, 0))], commit(2, 3, reverts(1, 6))), 0);
    assert.equal(rate([release(1, commit(1, 0))], commit(2, 3, { reverts: ['#1111111'] })), 0);
  });

  it('is unknown without a release, or where nobody knows what any brought', () => {
    assert.equal(rate([], commit(1, 0)), undefined);
    assert.equal(rate([release(1)], commit(1, 2)), undefined);
  });

  it('is not made smaller by releases of which nobody knows what they brought', () => {
    const releases = [release(1), release(2, commit(1, 1)), release(3)];
    const measured = measureReleases('change-failure-rate', history(releases, commit(2, 4, reverts(1))));
    assert.deepEqual([measured?.value, measured?.detail], [100, '1 of 1 release']);
  });

  it('is a share of the releases that no later revert lowers', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...hashes), (some, hash) => {
        const before = measureReleases('change-failure-rate', some);
        const { length } = some.releases.filter(({ commits: held }) => held.length > 0);
        assert.equal(before === undefined, length === 0);
        if (!before) return;
        const failed = (before.value / 100) * length;
        assert.ok(Math.abs(failed - Math.round(failed)) < 1e-9 && failed >= 0 && failed <= length);
        const later = { hash: 'f'.repeat(39), time: start, reverts: [hash] };
        const after = measureReleases('change-failure-rate', { ...some, unreleased: [...some.unreleased, later] })!;
        const holding = some.releases.filter(({ commits: held }) => held.some((each) => each.hash === hash));
        assert.ok(after.value >= before.value);
        assert.ok(Math.round((after.value / 100) * length) >= holding.length);
      }),
    );
  });
});
