import * as l10n from '@vscode/l10n';
import { applyUpdate } from '../core/views/dashboard/dashboardUpdate.js';
import type { Status } from '../core/model/roadmap.js';
import { statusTitle } from '../core/views/words.js';
import type { Dashboard, TaskItem } from '../core/views/dashboard/dashboard.js';
import { noFilter, type DashboardFilter } from '../core/views/dashboard/filterDashboard.js';
import { clip } from '../dashboard/components/clipped.js';
import { nothingOfRoadmap } from '../dashboard/components/view.js';
import { readHostMessage, type HostMessage, type PanelMessage, type RoadmapChoice } from '../dashboard/messages.js';
import { readMemory, type Memory, type VsCodeApi } from './vscodeApi.js';

/** What the page shows, at a moment. */
export interface PanelState {
  /** `waiting`: nothing has come yet. `unreadable`: something came that this version does not understand. */
  readonly phase: 'waiting' | 'shown' | 'unreadable';
  readonly dashboard: Dashboard | null;
  readonly roadmaps: readonly RoadmapChoice[];
  readonly loading: boolean;
  readonly problem?: string | undefined;
  readonly filter: DashboardFilter;
  /** Tasks that are being moved, with where to. */
  readonly pending: ReadonlyMap<string, Status>;
  /** Said by screen readers when it changes. */
  readonly announcement: string;
}

/** Milliseconds for which a move that was made waits for the update that shows it. */
const patience = 3000;

/** Types of messages that come from the extension; a page gets others, too, from tools that stand in between. */
const known: readonly unknown[] = ['state', 'update', 'changed'] satisfies HostMessage['type'][];

/** Holds what the page shows: takes what the extension says and the person does, and tells of what is new. Knows no DOM. */
export class PanelModel {
  #state: PanelState;
  #memory: Memory;
  #revision = 0;
  /** Whether all of it was asked for, and has not come yet. */
  #asked = false;

  constructor(
    private readonly api: VsCodeApi,
    private readonly changed: (state: PanelState) => void,
  ) {
    this.#memory = readMemory(api.getState());
    this.#state = {
      phase: 'waiting',
      dashboard: null,
      roadmaps: [],
      loading: true,
      filter: this.#memory.filter,
      pending: new Map(),
      announcement: '',
    };
  }

  get state(): PanelState {
    return this.#state;
  }

  get memory(): Memory {
    return this.#memory;
  }

  /** Asks for all of it. */
  ask(): void {
    this.#asked = true;
    const { uri } = this.#memory;
    this.send({ type: 'ready', ...(uri === undefined ? {} : { uri }) });
  }

  send(message: PanelMessage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's function, not that of a window.
    this.api.postMessage(message);
  }

  keep(change: Partial<Memory>): void {
    this.#memory = { ...this.#memory, ...change };
    this.api.setState(this.#memory);
  }

  filter(filter: DashboardFilter): void {
    this.keep({ filter });
    this.#set({ filter });
  }

  move({ id }: TaskItem, status: Status): void {
    this.#set({ pending: new Map(this.#state.pending).set(id, status), announcement: '' });
    this.send({ type: 'setStatus', id, status });
  }

  /** Takes a message of the extension. Others are passed over, but one of its own that cannot be read is shown as a fault. */
  receive(data: unknown): void {
    const message = readHostMessage(data);
    if (message) this.#take(message);
    else if (typeof data === 'object' && data !== null && 'type' in data && known.includes(data.type)) {
      this.#set({ phase: 'unreadable' });
    }
  }

  #take(message: HostMessage): void {
    switch (message.type) {
      case 'state':
        return this.#takeState(message);
      case 'update':
        return this.#takeUpdate(message);
      case 'changed':
        return this.#takeChanged(message);
    }
  }

  #takeState({ revision, dashboard, roadmaps, loading, problem }: HostMessage & { type: 'state' }): void {
    this.#asked = false;
    this.#revision = revision;
    const { uri } = this.#memory;
    if (dashboard && dashboard.uri !== uri) {
      // Owners and horizons of another roadmap would leave nothing of this one.
      if (uri !== undefined) this.#set({ filter: noFilter, pending: new Map(), announcement: '' });
      this.keep({
        uri: dashboard.uri,
        filter: this.#state.filter,
        ...(uri === undefined ? {} : { ...nothingOfRoadmap, scroll: 0 }),
      });
    }
    const pending = stillPending(this.#state.pending, this.#state.dashboard, dashboard);
    const announcement = dashboard ? this.#state.announcement : '';
    this.#set({ phase: 'shown', dashboard, roadmaps, loading, problem, pending, announcement });
  }

  #takeUpdate({ revision, update }: HostMessage & { type: 'update' }): void {
    const before = this.#state.dashboard;
    // What follows something that never came cannot be applied: all of it is asked for, once.
    if (this.#asked || this.#state.phase === 'waiting') return;
    if (!before || revision !== this.#revision + 1) return this.ask();
    try {
      const dashboard = applyUpdate(before, update);
      this.#revision = revision;
      this.#set({ dashboard, pending: stillPending(this.#state.pending, before, dashboard) });
    } catch {
      this.ask();
    }
  }

  #takeChanged({ id, made }: HostMessage & { type: 'changed' }): void {
    const { dashboard, pending } = this.#state;
    const wanted = pending.get(id);
    const task = dashboard?.tasks.find((each) => each.id === id);
    const title = clip(task?.title ?? id);
    if (made) {
      if (wanted) this.#set({ announcement: sayMoved(title, wanted) });
      // An update nearly always ends it; where the text says something else after all, that is shown.
      setTimeout(() => this.#settle(id, wanted), patience);
    } else {
      this.#settle(id, wanted);
      this.#set({ announcement: sayStays(title, task?.status ?? 'todo') });
    }
  }

  #settle(id: string, wanted: Status | undefined): void {
    if (wanted === undefined || this.#state.pending.get(id) !== wanted) return;
    const pending = new Map(this.#state.pending);
    pending.delete(id);
    this.#set({ pending });
  }

  #set(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    this.changed(this.#state);
  }
}

/** Moves that nothing has been heard of: their tasks are as they were. */
function stillPending(
  pending: ReadonlyMap<string, Status>,
  before: Dashboard | null,
  after: Dashboard | null,
): ReadonlyMap<string, Status> {
  if (pending.size === 0) return pending;
  const was = new Map(before?.tasks.map((task) => [task.id, task]));
  const is = new Map(after?.tasks.map((task) => [task.id, task]));
  const left = [...pending].filter(([id, status]) => {
    const task = is.get(id);
    return task !== undefined && task.status !== status && task.status === was.get(id)?.status;
  });
  return left.length === pending.size ? pending : new Map(left);
}

function sayMoved(title: string, status: Status): string {
  return l10n.t({
    message: '{0}: {1}',
    args: [title, statusTitle(status)],
    comment: 'Said when a task was moved; {0} is its title, {1} its new status',
  });
}

function sayStays(title: string, status: Status): string {
  return l10n.t({
    message: '{0} was not moved. It stays {1}.',
    args: [title, statusTitle(status)],
    comment: '{0} is the title of a task, {1} its status',
  });
}
