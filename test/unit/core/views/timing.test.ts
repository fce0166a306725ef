import assert from 'node:assert/strict';
import type { Group, Task } from '../../../../src/core/model/roadmap.js';
import { lateness, sayHowLate, sayLateness, saySchedule, timingOf } from '../../../../src/core/views/timing.js';
import { dedent, fileOf } from '../../../support/check.js';
import { historyOf, today } from '../../../support/measured.js';
import { snapshotOf } from '../../../support/views.js';

/** The timing of a plan today, and its first group or task. */
function timed(text: string, day: number | undefined = today, committed?: number) {
  const file = fileOf(dedent(text));
  const snapshot = snapshotOf([file]);
  const histories = committed === undefined ? [] : [historyOf(file, [[committed, dedent(text)]])];
  const timing = timingOf({ ...snapshot, planHistories: histories }, file, day);
  return { timing, node: file.roadmap!.children[0] as Group | Task };
}

const said = (text: string, committed?: number) => {
  const { timing, node } = timed(text, today, committed);
  const late = lateness(timing, node);
  return late && [sayLateness(late), sayHowLate(late)];
};

describe('What is said of dates', () => {
  it('how late something is, or how soon it is due, in words for one and many', () => {
    assert.deepEqual(said('- [ ] a 📅 2026-11-24\n'), ['late', 'late by 2 days']);
    assert.deepEqual(said('- [ ] a 📅 2026-11-25\n'), ['late', 'late by 1 day']);
    assert.deepEqual(said('- [ ] a 📅 2026-11-26\n'), ['due today', 'due today']);
    assert.deepEqual(said('- [ ] a 📅 2026-11-27\n'), ['due in 1 day', 'due in 1 day']);
    assert.deepEqual(said('- [ ] a 📅 2026-12-02\n'), ['due in 6 days', 'due in 6 days']);
    assert.equal(said('- [ ] a 📅 2026-12-03\n'), undefined);
  });

  it('nothing of what is done, cancelled, or in a plan of which nobody says what day it is', () => {
    assert.equal(said('- [x] a 📅 2026-11-24\n'), undefined);
    assert.equal(said('- [-] a 📅 2026-11-24\n'), undefined);
    const { timing, node } = timed('- [ ] a 📅 2026-11-24\n');
    assert.equal(lateness(timing, node)!.state, 'late');
    const { today: _, ...without } = timing;
    assert.equal(lateness(without, node), undefined);
  });

  it('that a relative window counts from the Generated date, else from the first commit, else from nothing', () => {
    const plan = '## 30-Day Roadmap\n- [ ] a\n';
    const generated = `**Generated:** 2026-10-01\n\n${plan}`;
    const schedule = (text: string, committed?: number) => {
      const { timing, node } = timed(text, today, committed);
      const found = timing.schedules.get(node);
      return found && saySchedule(found);
    };
    assert.equal(schedule(generated, 300), '2026-10-01 to 2026-10-30, counted from the Generated date');
    assert.equal(schedule(plan, 40), '2026-10-17 to 2026-11-15, counted from the first commit of the file');
    assert.equal(schedule(plan), undefined);
    assert.deepEqual(said(plan, 40), ['late', 'late by 11 days']);
    assert.equal(said(plan), undefined);
  });

  it('from when or until when, where only one is known', () => {
    const schedule = (text: string) => {
      const { timing, node } = timed(text);
      return saySchedule(timing.schedules.get(node)!);
    };
    assert.equal(schedule('- [ ] a 📅 2026-12-24\n'), 'until 2026-12-24');
    assert.equal(schedule('- [ ] a 🛫 2026-12-24\n'), 'from 2026-12-24');
    assert.equal(schedule('- [ ] a 🛫 2026-12-01 📅 2026-12-24\n'), '2026-12-01 to 2026-12-24');
  });
});
