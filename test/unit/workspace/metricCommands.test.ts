import assert from 'node:assert/strict';
import type { CommandSource } from '../../../src/core/model/metric.js';
import { MemoryHost } from '../../../src/hosts/memory.js';
import { readFolders, readMetrics } from '../../../src/workspace/readOnce.js';
import {
  config,
  coverage,
  FakeCommands,
  TrendCache,
  MemoryStreams,
  now,
  openMetrics,
  resultsOf,
  roadmap,
  statesOf,
} from '../../support/metrics.js';

const summary = 'coverage/coverage-summary.json';
const configPath = '/work/.roadmap/config.yaml';
const ofCoverage = `Test coverage: { file: ${summary}, value: lines }`;

describe('Commands that measure', () => {
  const commands = { one: 'count users', two: 'count orders' };
  const host = () =>
    new MemoryHost({
      '/work/ROADMAP.md': roadmap('Users: 100+', 'Orders: 100+', 'Test coverage: 80%+'),
      [`/work/${summary}`]: coverage(75),
      [configPath]: config('Users: { command: [count, users] }', 'Orders: { command: [count, orders] }', ofCoverage),
    });
  const both = new Set(Object.values(commands));
  const outputs = { [commands.one]: '120\n', [commands.two]: '90' };
  const sourceIn = (open: Awaited<ReturnType<typeof openMetrics>>, name: string) =>
    open.source(name).source as CommandSource;

  it('never run by themselves, allowed or not', async () => {
    const ran = new FakeCommands(outputs);
    const workspace = host();
    const { states, settled } = await openMetrics(workspace, { commands: ran, allowed: both });
    workspace.write(configPath, config('Users: { command: [count, users] }'));
    workspace.write('/work/ROADMAP.md', roadmap('Users: 100+ (p95)'));
    await settled();
    assert.deepEqual(ran.ran, []);
    assert.deepEqual(states(), { Users: 'unmeasured' });
  });

  it('run where they are asked for: that one alone, and once', async () => {
    const ran = new FakeCommands(outputs);
    const open = await openMetrics(host(), { commands: ran, allowed: both });
    const [folder] = open.store.snapshot.folders;
    open.metrics.run(folder!, sourceIn(open, 'Users'));
    await open.settled();
    assert.deepEqual(ran.ran, ['count users']);
    assert.deepEqual([open.states()['Users'], open.source('Orders').state], ['met 120', 'waiting']);
    await open.settled();
    assert.deepEqual(ran.ran, ['count users']);
  });

  it('do not run before the person has allowed them', async () => {
    const ran = new FakeCommands(outputs);
    const allowed = new Set<string>();
    const open = await openMetrics(host(), { commands: ran, allowed });
    const [folder] = open.store.snapshot.folders;
    open.metrics.run(folder!, sourceIn(open, 'Users'));
    open.metrics.refresh();
    await open.settled();
    assert.deepEqual([ran.ran, open.source('Users').state], [[], 'waiting']);
    allowed.add(commands.one);
    open.metrics.refresh();
    await open.settled();
    assert.deepEqual([ran.ran, open.source('Orders').state], [['count users'], 'waiting']);
  });

  it('keep nobody waiting: a new coverage run shows while they take their time', async () => {
    const ran = new FakeCommands(outputs);
    ran.hold(commands.one);
    const workspace = host();
    const open = await openMetrics(workspace, { commands: ran, allowed: both });
    const shown = new Promise<void>((resolve) => {
      open.store.onDidChange(() => {
        if (open.states()['Test coverage'] === 'met 88') resolve();
      });
    });
    open.metrics.refresh();
    workspace.write(`/work/${summary}`, coverage(88));
    await shown;
    assert.deepEqual(ran.ran, ['count users']);
    ran.release(commands.one);
    await open.settled();
    assert.deepEqual(ran.ran, ['count users', 'count orders']);
    assert.deepEqual(open.states(), { Users: 'met 120', Orders: 'missed 90', 'Test coverage': 'met 88' });
  });

  /** Opens the folder and starts the first command, which does not end by itself. */
  async function started() {
    const ran = new FakeCommands(outputs);
    ran.hold(commands.one);
    const workspace = host();
    const open = await openMetrics(workspace, { commands: ran, allowed: both });
    open.metrics.refresh();
    for (let turn = 0; turn < 1_000 && ran.ran.length === 0; turn++) await Promise.resolve();
    assert.deepEqual(ran.ran, ['count users']);
    return { ran, workspace, open };
  }

  it('are ended with their entry, and those behind them have their turn', async () => {
    const { ran, workspace, open } = await started();
    workspace.write(configPath, config('Orders: { command: [count, orders] }'));
    await open.settled();
    assert.deepEqual([ran.ended, ran.ran], [['count users'], ['count users', 'count orders']]);
    assert.deepEqual(open.states()['Orders'], 'missed 90');
  });

  it('are ended with their folder', async () => {
    const { ran, workspace, open } = await started();
    workspace.setFolders([]);
    await open.settled();
    assert.deepEqual([ran.ended, ran.ran], [['count users'], ['count users']]);
  });

  it('are ended where the person allows them no more, and wait again', async () => {
    const { ran, open } = await started();
    open.metrics.stopCommands();
    await open.settled();
    assert.deepEqual([ran.ended, ran.ran], [['count users'], ['count users']]);
    assert.deepEqual([open.source('Users').state, open.source('Orders').state], ['waiting', 'waiting']);
  });

  it('count for nothing where the entry has gone or changed meanwhile', async () => {
    const ran = new FakeCommands(outputs);
    ran.hold(commands.one);
    const workspace = host();
    const open = await openMetrics(workspace, { commands: ran, allowed: both });
    const started = new Promise<void>((resolve) => {
      open.store.onDidChange(() => resolve());
    });
    open.metrics.run(open.store.snapshot.folders[0]!, sourceIn(open, 'Users'));
    workspace.write(configPath, config('Users: { command: [count, members] }'));
    await started;
    ran.release(commands.one);
    await open.settled();
    assert.deepEqual(open.states(), { Users: 'unmeasured', Orders: 'unmeasured', 'Test coverage': 'unmeasured' });
    workspace.write(configPath, config('Users: { command: [count, users] }'));
    await open.settled();
    assert.equal(open.states()['Users'], 'unmeasured');
  });

  it('count for nothing where the roadmap asks for another percentile meanwhile', async () => {
    const ran = new FakeCommands({ [commands.one]: '[1, 2, 3, 4, 100]' });
    ran.hold(commands.one);
    const workspace = host();
    const entry = 'Users: { command: [count, users], format: json, value: $ }';
    workspace.write(configPath, config(entry));
    workspace.write('/work/ROADMAP.md', roadmap('Users: 10+ (max)'));
    const open = await openMetrics(workspace, { commands: ran, allowed: both });
    const run = () => open.metrics.run(open.store.snapshot.folders[0]!, sourceIn(open, 'Users'));
    const turns = async (until: () => boolean) => {
      for (let turn = 0; turn < 1_000 && !until(); turn++) await Promise.resolve();
      assert.ok(until());
    };
    run();
    await turns(() => ran.ran.length === 1);
    let changes = 0;
    open.store.onDidChange(() => changes++);
    workspace.write('/work/ROADMAP.md', roadmap('Users: 10+ (median)'));
    // The roadmap, and the look that it brings about: neither waits for the command.
    await turns(() => changes >= 1);
    for (let turn = 0; turn < 200; turn++) await Promise.resolve();
    ran.release(commands.one);
    await open.settled();
    assert.deepEqual([ran.ran, open.source('Users').reading], [['count users'], undefined]);
    run();
    await open.settled();
    assert.deepEqual(open.states(), { Users: 'missed 3' });
  });

  it('say why they failed', async () => {
    const open = await openMetrics(host(), { commands: new FakeCommands({}), allowed: both });
    open.metrics.refresh();
    await open.settled();
    const { state, problems } = open.source('Users');
    assert.deepEqual([state, problems.map(({ message }) => message)], ['failed', ['count users ended with 1']]);
  });

  it('cannot be asked where no process may be started', async () => {
    const open = await openMetrics(host(), { allowed: both });
    open.metrics.refresh();
    await open.settled();
    assert.deepEqual([open.source('Users').state, open.states()['Users']], ['unavailable', 'unmeasured']);
  });

  it('are remembered by the next window with what they gave', async () => {
    const cache = new TrendCache();
    const first = await openMetrics(host(), { commands: new FakeCommands(outputs), allowed: both, cache });
    first.metrics.refresh();
    await first.settled();
    first.dispose();
    const ran = new FakeCommands(outputs);
    const second = await openMetrics(host(), { commands: ran, allowed: both, cache });
    assert.deepEqual([second.states()['Users'], second.source('Users').state, ran.ran], ['met 120', 'waiting', []]);
  });

  it('run once in a program that ends, where they are allowed', async () => {
    const workspace = host();
    const snapshot = await readFolders(workspace.ports, { files: () => [] });
    const read = async (allowed: ReadonlySet<string>) => {
      const ran = new FakeCommands(outputs);
      const ports = {
        ...workspace.ports,
        streams: new MemoryStreams(workspace),
        commands: ran,
        now: () => now,
        isAllowed: (_: unknown, command: readonly string[]) => allowed.has(command.join(' ')),
      };
      return { states: statesOf(resultsOf(await readMetrics(ports, snapshot))), ran: ran.ran };
    };
    assert.deepEqual(await read(new Set()), {
      states: { Users: 'unmeasured', Orders: 'unmeasured', 'Test coverage': 'missed 75' },
      ran: [],
    });
    assert.deepEqual(await read(new Set([commands.two])), {
      states: { Users: 'unmeasured', Orders: 'missed 90', 'Test coverage': 'missed 75' },
      ran: ['count orders'],
    });
  });
});
