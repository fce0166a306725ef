import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { updateOf, wholeSections } from '../../../src/core/views/dashboard/dashboardUpdate.js';
import {
  exportFormats,
  panelCommands,
  readHostMessage,
  readPanelMessage,
  type HostMessage,
  type PanelMessage,
} from '../../../src/dashboard/messages.js';
import { dashboardOf } from '../../support/dashboards.js';

const plan = '# Plan\n## Now\n- [ ] RM-1: One\n## Review\n**Review Frequency:** monthly\n';
const dashboard = dashboardOf(plan);
const update = updateOf(dashboard, dashboardOf(plan.replace('[ ]', '[x]')))!;

const fromPanel: readonly PanelMessage[] = [
  { type: 'ready' },
  { type: 'ready', uri: 'file:///work/ROADMAP.md' },
  { type: 'open', target: { kind: 'task', id: 'RM-1' } },
  { type: 'open', target: { kind: 'group', id: 'now' } },
  { type: 'open', target: { kind: 'line', path: 'src/a.ts', line: 0 } },
  { type: 'open', target: { kind: 'commit', hash: '0123abc' } },
  { type: 'setStatus', id: 'RM-1', status: 'done' },
  { type: 'explain', target: { kind: 'group', id: 'now' } },
  ...exportFormats.map((format) => ({ type: 'export', format }) as const),
  ...panelCommands.map((command) => ({ type: 'command', command }) as const),
  { type: 'show', uri: 'file:///work/ROADMAP.md' },
  { type: 'openPanel' },
];

const roadmaps = [{ uri: 'file:///work/ROADMAP.md', title: 'Plan' }];
const fromHost: readonly HostMessage[] = [
  { type: 'state', revision: 0, dashboard, roadmaps, loading: false },
  { type: 'state', revision: 1, dashboard: dashboardOf('# Plan\n'), roadmaps: [], loading: true },
  { type: 'state', revision: 2, dashboard: null, roadmaps: [], loading: true, problem: 'It cannot be read.' },
  { type: 'update', revision: 3, update },
  { type: 'update', revision: 4, update: { today: -5, sections: {}, gone: ['review'] } },
  { type: 'update', revision: 5, update: { today: 0, sections: {}, tasks: { changed: [], order: ['RM-1'] } } },
  {
    type: 'update',
    revision: 6,
    update: { today: 0, sections: {}, shifted: { risks: [[0, -2]] }, tasks: { changed: [], shifts: [[0, 1]] } },
  },
  { type: 'changed', id: 'RM-1', made: false },
];

/** A message with something of it turned into something else, at any depth. */
function spoiled(messages: readonly object[]) {
  return fc
    .tuple(fc.constantFrom(...messages), fc.nat(), fc.nat(), fc.anything())
    .map(([message, depth, which, value]) => {
      const copy = structuredClone(message) as Record<string, unknown>;
      let at = copy;
      for (let step = depth % 4; step > 0; step--) {
        const below = Object.values(at).filter((entry) => typeof entry === 'object' && entry !== null);
        if (below.length === 0) break;
        at = below[which % below.length] as Record<string, unknown>;
      }
      const keys = Object.keys(at);
      const key = keys[which % Math.max(1, keys.length)] ?? 'more';
      if (which % 3 === 0) delete at[key];
      else at[which % 3 === 1 ? key : `${key}2`] = value;
      return copy;
    });
}

/** Something that stands in a message where an object or a list should, or the other way round. */
const others = [undefined, null, 0, '', true, [], {}];

describe('The messages of the dashboard', () => {
  it('are read as they are sent', () => {
    for (const message of fromPanel) assert.deepEqual(readPanelMessage(message), message);
    for (const message of fromHost) assert.deepEqual(readHostMessage(message), message);
  });

  it('keep the sections that they bring, neither copied nor looked into', () => {
    const read = readHostMessage(fromHost[0]);
    assert.ok(read?.type === 'state' && read.dashboard);
    for (const name of [...wholeSections, 'tasks'] as const) assert.equal(read.dashboard[name], dashboard[name]);
  });

  it('are nothing to the other side', () => {
    for (const message of fromPanel) assert.equal(readHostMessage(message), undefined);
    for (const message of fromHost) assert.equal(readPanelMessage(message), undefined);
  });

  it('are refused with a key more or less, or of another kind', () => {
    for (const [read, messages] of [
      [readPanelMessage, fromPanel],
      [readHostMessage, fromHost],
    ] as const) {
      for (const message of messages) {
        assert.equal(read({ ...message, more: 1 }), undefined);
        assert.equal(read([message]), undefined);
        assert.equal(read(JSON.stringify(message)), undefined);
        const { type: _, ...others } = message;
        assert.equal(read(others), undefined);
      }
      for (const nothing of [undefined, null, 1, 'ready', [], {}, { type: 'other' }, { type: '__proto__' }])
        assert.equal(read(nothing), undefined);
    }
  });

  it('of the panel are refused where a value is none that it may send', () => {
    const wrong = [
      { type: 'ready', uri: 1 },
      { type: 'open', target: { kind: 'line', path: 'a', line: -1 } },
      { type: 'open', target: { kind: 'line', path: 'a', line: 1.5 } },
      { type: 'open', target: { kind: 'commit', hash: '--output=x' } },
      { type: 'open', target: { kind: 'commit', hash: 'HEAD' } },
      { type: 'open', target: { kind: 'file', path: 'a' } },
      { type: 'open', target: { kind: 'task', id: 'a', line: 1 } },
      { type: 'setStatus', id: 'a', status: 'deleted' },
      { type: 'export', format: 'exe' },
      { type: 'command', command: 'workbench.action.terminal.new' },
      { type: 'show', uri: 'a'.repeat(10_001) },
    ];
    for (const message of wrong) assert.equal(readPanelMessage(message), undefined, JSON.stringify(message));
  });

  it('of the extension are refused where a section is not of its kind', () => {
    for (const name of [...wholeSections, 'tasks'] as const) {
      const isList = Array.isArray(dashboard[name]);
      for (const other of others.filter((each) => !isSameKind(each, isList))) {
        if (name === 'review' && other === undefined) continue;
        const state = {
          type: 'state',
          revision: 0,
          dashboard: { ...dashboard, [name]: other },
          roadmaps,
          loading: false,
        };
        assert.equal(readHostMessage(state), undefined, `${name}: ${JSON.stringify(other)}`);
        if (name === 'tasks' || other === undefined) continue;
        const one = { type: 'update', revision: 0, update: { today: 0, sections: { [name]: other } } };
        assert.equal(readHostMessage(one), undefined, `${name}: ${JSON.stringify(other)}`);
      }
    }
    const tasks = (changed: unknown) => ({
      type: 'update',
      revision: 0,
      update: { today: 0, sections: {}, tasks: changed },
    });
    for (const changed of [
      {},
      { changed: {} },
      { changed: [{ id: 1 }] },
      { changed: [null] },
      { changed: [], order: [1] },
      { changed: [], shifts: [1] },
      { changed: [], shifts: [[-1, 0]] },
      { changed: [], shifts: [[0, 1, 2]] },
    ])
      assert.equal(readHostMessage(tasks(changed)), undefined, JSON.stringify(changed));
    assert.equal(readHostMessage({ type: 'update', revision: -1, update }), undefined);
    assert.equal(readHostMessage({ type: 'update', revision: 0, update: { ...update, gone: ['tasks'] } }), undefined);
    assert.equal(
      readHostMessage({ type: 'update', revision: 0, update: { today: 0, sections: { other: [] } } }),
      undefined,
    );
  });

  it('never make a reader throw, whatever comes', () => {
    for (const [read, messages] of [
      [readPanelMessage, fromPanel],
      [readHostMessage, fromHost],
    ] as const) {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true }), (message) => assert.equal(read(message), undefined)),
        {
          numRuns: 500,
          seed: 7,
        },
      );
      fc.assert(
        fc.property(spoiled(messages), (message) => {
          const found = read(message);
          // What is read is what was sent, and says the same when it is read again.
          if (found) assert.deepEqual(read(structuredClone(found)), found);
        }),
        { numRuns: 1_000, seed: 7 },
      );
    }
  });
});

function isSameKind(value: unknown, isList: boolean): boolean {
  return typeof value === 'object' && value !== null && Array.isArray(value) === isList;
}
