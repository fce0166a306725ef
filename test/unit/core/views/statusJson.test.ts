import assert from 'node:assert/strict';
import { dayOf } from '../../../../src/core/values/day.js';
import { statusJson } from '../../../../src/core/views/statusJson.js';
import { fileOf } from '../../../support/check.js';
import { snapshotOf } from '../../../support/views.js';
import { fixture } from '../../../support/golden.js';

/** The keys of an object: what programs that read the JSON rely on. */
const shape = (value: object | undefined) => Object.keys(value ?? {}).sort();

describe('The status as JSON', () => {
  const full = fileOf(fixture('ledger.md'));
  const json = statusJson(snapshotOf([full], { aliases: new Map([['pager', 'page-the-operator']]) }));
  const [roadmap] = json.roadmaps;

  it('has a version, and keys that are only ever added', () => {
    assert.deepEqual(shape(json), ['problems', 'roadmaps', 'schemaVersion']);
    assert.equal(json.schemaVersion, 1);
    assert.deepEqual(
      shape(roadmap),
      'counts dependencies dialect effortProgress facts format groups metrics nextSteps outcomes path problems progress review risks start tasks themes title'.split(
        ' ',
      ),
    );
    assert.deepEqual(
      shape(roadmap!.tasks[0]),
      'aliases dependsOn due effort id idSource labels lateness line owner owners parentLine priority progress references schedule start status statusSource title weight window windowBasis'.split(
        ' ',
      ),
    );
    assert.deepEqual(
      shape(roadmap!.groups[0]),
      'dependsOn due effort effortProgress id kind labels lateness line name outcomes owner owners parentLine priority progress references schedule start status title window windowBasis'.split(
        ' ',
      ),
    );
  });

  it('says when everything is planned, what is late on a day, and what each task weighs', () => {
    const text = '# P\n**Generated:** 2026-01-01\n\n## 30-Day Roadmap\n**Effort:** 4 days\n- [x] a\n- [ ] b\n';
    const snapshot = snapshotOf([fileOf(text)]);
    const [today] = statusJson(snapshot, [], dayOf(2026, 2, 1)).roadmaps;
    assert.deepEqual(today!.start, { earliest: '2026-01-01', latest: '2026-01-01', source: 'generated' });
    assert.deepEqual(today!.effortProgress, { doneDays: 2, totalDays: 4, said: 2, leaves: 2 });
    const [horizon] = today!.groups;
    assert.deepEqual(horizon!.schedule, { start: '2026-01-01', end: '2026-01-30', from: 'window', basis: 'generated' });
    assert.deepEqual(horizon!.lateness, { state: 'late', days: 2 });
    assert.deepEqual(today!.tasks[1]!.weight, { days: 2, from: 'group' });
    const [anyDay] = statusJson(snapshot).roadmaps;
    assert.equal(anyDay!.groups[0]!.lateness, null);
  });

  it('counts lines from one, and names the line above', () => {
    const task = roadmap!.tasks.find(({ id }) => id === 'page-the-operator')!;
    const lines = fixture('ledger.md').split('\n');
    assert.match(lines[task.line - 1]!, /Page the operator/);
    assert.match(lines[task.parentLine! - 1]!, /Alarm on late batches/);
    assert.deepEqual([task.aliases, task.priority], [['pager'], 'high']);
  });

  it('says who, when, what it is about and what it waits for', () => {
    const [roadmap] = statusJson(
      snapshotOf([fileOf('- [ ] Write (#12) (by end of March) @ida @jon #ui\n  - Depends on: RM-2, the index\n')]),
    ).roadmaps;
    const { owner, owners, due, start, labels, dependsOn, references } = roadmap!.tasks[0]!;
    assert.deepEqual([owner, owners, labels, dependsOn], ['ida', ['ida', 'jon'], ['ui'], ['RM-2', 'the index']]);
    assert.deepEqual([due, start], [{ text: 'end of March', date: null }, null]);
    assert.deepEqual(references, [{ text: '#12', kind: null, number: '12', repository: null, url: null }]);
  });

  it('says how marks are understood, and why', () => {
    const file = fileOf('# A\n- [-] b\n- [W] c\n- [ ] d 📅 2026-04-16\n');
    assert.deepEqual(statusJson(snapshotOf([file])).roadmaps[0]!.dialect, {
      name: 'obsidian',
      source: 'detected',
      evidence: [{ text: '📅 2026-04-16', line: 4 }],
      marks: [
        { mark: '[-]', count: 1, status: 'cancelled', from: 'dialect' },
        { mark: '[w]', count: 1, status: null, from: 'common' },
        { mark: '[ ]', count: 1, status: 'todo', from: 'common' },
      ],
    });
  });

  it('has nothing but problems for a file that could not be read', () => {
    const { roadmap: _, ...unread } = full;
    const problems = [{ code: 'not-text', severity: 'error', message: 'No text.' } as const];
    const [broken] = statusJson(snapshotOf([{ ...unread, problems }])).roadmaps;
    assert.deepEqual(shape(broken), shape(roadmap));
    assert.deepEqual([broken!.title, broken!.counts, broken!.tasks], [null, null, []]);
    assert.deepEqual(broken!.problems, [
      { path: 'ROADMAP.md', code: 'not-text', severity: 'error', message: 'No text.', line: null, places: 1 },
    ]);
  });
});
