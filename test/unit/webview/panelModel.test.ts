import assert from 'node:assert/strict';
import { noFilter } from '../../../src/core/views/dashboard/filterDashboard.js';
import type { HostMessage, PanelMessage } from '../../../src/dashboard/messages.js';
import { PanelModel, type PanelState } from '../../../src/webview/panelModel.js';
import { fullDashboard } from '../../support/fullDashboard.js';

/** A page's state with an extension that answers nothing by itself. */
function started(kept?: unknown) {
  const sent: PanelMessage[] = [];
  const states: PanelState[] = [];
  const stored: unknown[] = [kept];
  const api = {
    postMessage: (message: PanelMessage) => sent.push(message),
    getState: () => stored.at(-1),
    setState: (state: unknown) => stored.push(state),
  };
  const model = new PanelModel(api, (state) => states.push(state));
  const receive = (message: HostMessage): void => model.receive(message);
  return { model, sent, states, stored, receive };
}

const full: HostMessage & { type: 'state' } = {
  type: 'state',
  revision: 4,
  dashboard: fullDashboard,
  roadmaps: [],
  loading: false,
};
const planks = fullDashboard.tasks.find(({ id }) => id === 'H-2')!;
const update = (revision: number, changed = [{ ...planks, status: 'doing' as const }]): HostMessage => ({
  type: 'update',
  revision,
  update: { today: fullDashboard.today, sections: {}, tasks: { changed } },
});

describe('the state of the page', () => {
  it('begins by asking for the roadmap that was shown', () => {
    const { model, sent } = started({ uri: fullDashboard.uri });
    assert.equal(model.state.phase, 'waiting');
    model.ask();
    assert.deepEqual(sent, [{ type: 'ready', uri: fullDashboard.uri }]);
  });

  it('takes a state, and updates that follow it', () => {
    const { model, sent, receive } = started();
    receive(full);
    assert.deepEqual(model.state.dashboard, fullDashboard);
    receive(update(5));
    assert.equal(model.state.dashboard?.tasks.find(({ id }) => id === 'H-2')?.status, 'doing');
    assert.equal(model.state.dashboard?.timeline, fullDashboard.timeline);
    assert.deepEqual(sent, []);
  });

  it('asks for all of it once where something is missing', () => {
    const { model, sent, receive } = started();
    receive(full);
    receive(update(7));
    receive(update(8));
    assert.deepEqual(sent, [{ type: 'ready', uri: fullDashboard.uri }]);
    receive({ ...full, revision: 9 });
    receive(update(10));
    assert.equal(sent.length, 1);
    assert.equal(model.state.dashboard?.tasks[1]?.status, 'doing');
  });

  it('asks for all of it where an update is for another dashboard', () => {
    const { model, sent, receive } = started();
    receive(full);
    const order = ['nobody'];
    receive({ type: 'update', revision: 5, update: { today: 1, sections: {}, tasks: { changed: [], order } } });
    assert.equal(sent.length, 1);
    assert.deepEqual(model.state.dashboard, fullDashboard);
  });

  it('shows that it got something unreadable, and passes over what is not for it', () => {
    const { model, receive } = started();
    receive(full);
    for (const other of [null, 1, 'x', [], {}, { type: 'webpackOk' }, { type: 7 }]) model.receive(other);
    assert.equal(model.state.phase, 'shown');
    model.receive({ type: 'state', revision: 'x' });
    assert.equal(model.state.phase, 'unreadable');
    receive(full);
    assert.equal(model.state.phase, 'shown');
  });
});

describe('a task that is moved on the page', () => {
  it('stands where it was moved to until an update says so', () => {
    const { model, sent, receive } = started();
    receive(full);
    model.move(planks, 'doing');
    assert.deepEqual(sent, [{ type: 'setStatus', id: 'H-2', status: 'doing' }]);
    assert.deepEqual([...model.state.pending], [['H-2', 'doing']]);
    receive({ type: 'changed', id: 'H-2', made: true });
    assert.deepEqual([...model.state.pending], [['H-2', 'doing']]);
    assert.match(model.state.announcement, /Lay planks.*In progress/);
    receive(update(5));
    assert.equal(model.state.pending.size, 0);
  });

  it('goes back with words where it was not moved', () => {
    const { model, receive } = started();
    receive(full);
    model.move(planks, 'done');
    receive({ type: 'changed', id: 'H-2', made: false });
    assert.equal(model.state.pending.size, 0);
    assert.match(model.state.announcement, /Lay planks was not moved.*To do/);
  });

  it('stands where the file says where that is elsewhere, or is gone with it', () => {
    const { model, receive } = started();
    receive(full);
    model.move(planks, 'done');
    receive(update(5, [{ ...planks, status: 'blocked' } as never]));
    assert.equal(model.state.pending.size, 0);
    model.move(planks, 'done');
    receive({ ...full, dashboard: { ...fullDashboard, uri: 'file:///other.md' } });
    assert.equal(model.state.pending.size, 0);
  });

  it('waits on while other things change', () => {
    const { model, receive } = started();
    receive(full);
    model.move(planks, 'done');
    receive(update(5, [{ ...fullDashboard.tasks[0]!, title: 'Drive all piles' } as never]));
    assert.equal(model.state.pending.get('H-2'), 'done');
  });
});

describe('what the page remembers', () => {
  it('is filter, folds, zoom, chart and the roadmap', () => {
    const { model, stored, receive } = started();
    receive(full);
    model.filter({ ...noFilter, text: 'pier' });
    model.keep({ folds: ['board'], zoom: 4 });
    const again = started(stored.at(-1)).model;
    assert.equal(again.state.filter.text, 'pier');
    assert.deepEqual([again.memory.uri, again.memory.folds, again.memory.zoom], [fullDashboard.uri, ['board'], 4]);
  });

  it('is of one roadmap alone where it is of its lists and charts', () => {
    const { model, receive } = started();
    receive(full);
    model.keep({
      pages: { next: 16 },
      tables: ['timeline'],
      cancelled: true,
      timeline: 0.5,
      chart: 'x',
      scroll: 9,
      zoom: 2,
    });
    receive(full);
    assert.deepEqual(model.memory.pages, { next: 16 });
    receive({ ...full, dashboard: { ...fullDashboard, uri: 'file:///other.md' } });
    const { pages, tables, cancelled, timeline, chart, scroll, zoom } = model.memory;
    assert.deepEqual([pages, tables, cancelled, timeline, chart, scroll, zoom], [{}, [], false, 0, '', 0, 2]);
  });

  it('is nothing where it cannot be read', () => {
    for (const kept of [
      undefined,
      null,
      3,
      'x',
      [],
      { folds: 7 },
      { filter: { text: 1 } },
      { zoom: 'wide' },
      { pages: { x: -1 } },
    ]) {
      const { model } = started(kept);
      assert.deepEqual(model.state.filter, noFilter);
      assert.deepEqual([model.memory.folds, model.memory.zoom], [[], 1]);
    }
  });
});
