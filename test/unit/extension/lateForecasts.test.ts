import assert from 'node:assert/strict';
import type { RoadmapFile } from '../../../src/core/model/snapshot.js';
import { LateForecasts } from '../../../src/extension/lateForecasts.js';
import type { Scheduler } from '../../../src/workspace/ports.js';
import { fileOf } from '../../support/check.js';
import { today } from '../../support/measured.js';
import { snapshotOf } from '../../support/views.js';

/** Runs what is scheduled when it is told to. */
class Later implements Scheduler {
  readonly works = new Set<() => void>();

  schedule(work: () => void): { dispose(): void } {
    const own = () => work();
    this.works.add(own);
    return { dispose: () => void this.works.delete(own) };
  }

  scheduleLate(work: () => void): { dispose(): void } {
    return this.schedule(work);
  }

  run(): void {
    const now = Array.from(this.works);
    for (const work of now) {
      this.works.delete(work);
      work();
    }
  }
}

describe('Late forecasts', () => {
  const two = [fileOf('## Now\n- [ ] a\n'), { ...fileOf('## Now\n- [x] a\n'), uri: 'file:///other.md' }];
  function open(files: readonly RoadmapFile[] = two) {
    const later = new Later();
    const state = { files, told: 0 };
    const forecasts = new LateForecasts(
      later,
      () => snapshotOf(state.files),
      () => today,
      () => state.told++,
    );
    const states = () => state.files.map((file) => forecasts.of(file)?.whole.state);
    return { later, state, forecasts, states };
  }

  it('are made when nothing changes any more, a roadmap at a time', () => {
    const { later, state, forecasts, states } = open();
    for (let keystroke = 0; keystroke < 5; keystroke++) forecasts.touch();
    assert.deepEqual([states(), later.works.size, state.told], [[undefined, undefined], 1, 0]);
    later.run();
    assert.deepEqual(states(), ['thin', undefined]);
    later.run();
    assert.deepEqual([states(), state.told, later.works.size], [['thin', 'done'], 2, 0]);
  });

  it('tell nothing where nothing is new, and are shown until there are others', () => {
    const { state, forecasts, states } = open([two[0]!]);
    forecasts.touch();
    forecasts.settle();
    assert.equal(state.told, 1);
    state.files = [fileOf('## Now\n- [ ] another title\n')];
    forecasts.touch();
    forecasts.settle();
    assert.equal(state.told, 1);
    state.files = [fileOf('## Now\n- [x] a\n')];
    forecasts.touch();
    assert.deepEqual(states(), ['thin']);
    forecasts.settle();
    assert.deepEqual([states(), state.told], [['done'], 2]);
  });

  it('forget roadmaps that are gone, and end', () => {
    const { later, state, forecasts } = open();
    forecasts.touch();
    forecasts.settle();
    state.files = [two[0]!];
    forecasts.touch();
    assert.equal(forecasts.of(two[1]!), undefined);
    forecasts.dispose();
    forecasts.touch();
    assert.equal(later.works.size, 0);
  });
});
