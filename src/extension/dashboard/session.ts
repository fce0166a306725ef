import * as l10n from '@vscode/l10n';
import type { RoadmapFile, Snapshot } from '../../core/model/snapshot.js';
import type { Dashboard } from '../../core/views/dashboard/dashboard.js';
import type { DashboardUpdate } from '../../core/views/dashboard/dashboardUpdate.js';
import { readPanelMessage, type HostMessage, type PanelMessage, type RoadmapChoice } from '../../dashboard/messages.js';
import type { Disposable } from '../../workspace/ports.js';
import { hasOnlyShifted } from './shifted.js';

/** What a person does in a page, of the roadmap that it shows. */
export type PanelAction = Exclude<PanelMessage, { readonly type: 'ready' | 'show' | 'setStatus' }>;

/** What a conversation needs of where it is held. */
export interface SessionPorts {
  /** Sends to the page; what it says while it is hidden gets lost. */
  post(message: HostMessage): void;
  /** Whether a person can see the page. */
  isVisible(): boolean;
  snapshot(): Snapshot;
  /** Undefined of a roadmap that could not be read. */
  build(file: RoadmapFile): Dashboard | undefined;
  updateOf(before: Dashboard, after: Dashboard): DashboardUpdate | undefined;
  /** Does what a person asks for; `uri` is the roadmap that is shown, where there is one. */
  act(action: PanelAction, uri: string | undefined): unknown;
  /** Sets the status of a task of a roadmap; resolves to whether that was done, when what came of it is known. */
  setStatus(uri: string, change: PanelMessage & { readonly type: 'setStatus' }): Promise<boolean>;
  /** Hears what roadmap is shown, whenever another one is or it is called otherwise. */
  shows(file: RoadmapFile | undefined): void;
  after(milliseconds: number, work: () => void): Disposable;
  /** Something was sent that no page of this version sends. */
  dropped(message: unknown): void;
  /** The person has chosen another roadmap in the page. */
  chosen(uri: string): void;
  /** What the person asked for could not be done: nobody else says so. */
  failed(error: unknown): void;
  /** A dashboard could not be made: the page says so. */
  unmade(error: unknown): void;
}

/** All that a page shows at a moment. */
type State = Omit<HostMessage & { readonly type: 'state' }, 'type' | 'revision'>;

/** Milliseconds in which what is new in TODOs, history or metrics is gathered before it is sent. */
const pause = 150;
/** The same for what has only shifted in the files, as it does with every line that is typed: nothing else is seen of it. */
const longPause = 1_000;

/**
 * The conversation with one page. It is told everything when it says that it is there, and then what is new, as long as it is
 * seen: VS Code ends the script of a hidden page, which begins anew when it is shown. What it says is taken for what it is and
 * never trusted.
 */
export class DashboardSession implements Disposable {
  private ready = false;
  private stale = false;
  private revision = 0;
  /** What the page has; undefined where it has nothing yet, and is to be told everything. */
  private sent: State | undefined;
  private timer: Disposable | undefined;
  private ended = false;
  /** The roadmap that has been shown once, if only by the name of its tab: where it is gone, that is said. */
  private shown: RoadmapFile | undefined;
  /** Where the roadmap that is shown was moved to: it is followed there when it is known. */
  private movedTo: string | undefined;
  private named: string | undefined;

  /** `uri` is the roadmap to show: else the one that the page remembers, else the first. */
  constructor(
    private readonly ports: SessionPorts,
    private uri?: string,
  ) {}

  /** The roadmap that is shown, or to be shown. */
  get roadmap(): string | undefined {
    return this.uri;
  }

  /** Takes what the page says. Never throws. */
  receive(raw: unknown): void {
    const message = readPanelMessage(raw);
    if (this.ended) return;
    if (!message) return this.ports.dropped(raw);
    this.take(message).catch((error: unknown) => this.ports.failed(error));
  }

  /** Shows a roadmap from now on. */
  show(uri: string): void {
    if (uri === this.uri) return;
    this.uri = uri;
    this.shown = undefined;
    this.movedTo = undefined;
    this.sent = undefined;
    this.send();
  }

  /** A file or folder was moved: a roadmap that is shown is shown where it is now. */
  moved(from: string, to: string): void {
    const uri = this.movedTo ?? this.uri;
    if (uri === from || uri?.startsWith(`${from}/`)) this.movedTo = to + uri.slice(from.length);
  }

  /**
   * Something is new: in the roadmaps, which is shown at once unless it has only shifted, or elsewhere.
   */
  changed(atOnce: boolean): void {
    if (this.ended) return;
    this.stale = true;
    this.title();
    if (!this.ready || !this.ports.isVisible()) return;
    if (atOnce) this.send(true);
    else this.timer ??= this.ports.after(pause, () => this.send());
  }

  /** The page is seen again, or not any more. */
  visibilityChanged(): void {
    if (this.ended || !this.ready || !this.ports.isVisible()) return;
    // It may have begun before it was seen, and waits.
    if (!this.sent) this.send();
    // One that begins anew says so in a moment and is told everything: nothing need be sent for one that is gone.
    else if (this.stale) this.changed(false);
  }

  dispose(): void {
    this.ended = true;
    this.timer?.dispose();
  }

  private async take(message: PanelMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.uri ??= message.uri;
        // Who looks again after it was said that the roadmap is gone is shown another one.
        if (this.sent?.problem !== undefined && !this.known(this.uri)) this.shown = undefined;
        // It knows nothing any more, whatever was sent before: also where it is told only when it is seen.
        this.sent = undefined;
        return this.send();
      case 'show':
        if (!this.known(message.uri)) return;
        this.show(message.uri);
        this.ports.chosen(message.uri);
        return;
      case 'setStatus': {
        const made = await this.setStatus(message).catch((error: unknown) => {
          this.ports.failed(error);
          return false;
        });
        // What came of it is sent first, so that nothing jumps back in between.
        if (this.stale) this.send();
        if (!this.ended) this.ports.post({ type: 'changed', id: message.id, made });
        return;
      }
      default:
        await this.ports.act(message, this.file()?.uri);
    }
  }

  private async setStatus(message: PanelMessage & { readonly type: 'setStatus' }): Promise<boolean> {
    const file = this.file();
    return file ? this.ports.setStatus(file.uri, message) : false;
  }

  private known(uri: string | undefined): RoadmapFile | undefined {
    return this.ports.snapshot().roadmaps.find((file) => file.uri === uri);
  }

  /** The roadmap that was asked for, as it is now and where it is now. */
  private asked(): RoadmapFile | undefined {
    return this.known(this.uri) ?? this.known(this.movedTo);
  }

  /** The roadmap that is to be shown, as it is now. */
  private file(): RoadmapFile | undefined {
    const { loading, roadmaps } = this.ports.snapshot();
    const file = this.asked();
    // One that a page remembers and that is not there any more is nobody's concern: the first one is shown instead.
    return file ?? (!loading && this.shown === undefined ? roadmaps[0] : undefined);
  }

  private title(): void {
    // The page may still be on its way: what its tab is called after has been shown.
    this.shown = this.asked() ?? this.shown;
    const file = this.file();
    const name = file && JSON.stringify([file.uri, file.roadmap?.title]);
    if (name === this.named) return;
    this.named = name;
    this.ports.shows(file);
  }

  /** Sends what is new to a page that is seen. With `mayWait`, what has only shifted is sent later. */
  private send(mayWait = false): void {
    this.stale = true;
    if (this.ended) return;
    this.title();
    if (!this.ready || !this.ports.isVisible()) return this.stop();
    const before = this.sent;
    const state = this.state();
    const isSame = before !== undefined && frame(before) === frame(state);
    const update =
      isSame && before.dashboard && state.dashboard
        ? this.ports.updateOf(before.dashboard, state.dashboard)
        : undefined;
    if (mayWait && before?.dashboard && update && hasOnlyShifted(before.dashboard, update)) {
      this.timer ??= this.ports.after(longPause, () => this.send());
      return;
    }
    this.stop();
    this.stale = false;
    // What the page has is what the next update begins with.
    if (isSame && !update) return;
    this.sent = state;
    const revision = ++this.revision;
    this.ports.post(update ? { type: 'update', revision, update } : { type: 'state', revision, ...state });
  }

  private stop(): void {
    this.timer?.dispose();
    this.timer = undefined;
  }

  private state(): State {
    const { loading, roadmaps } = this.ports.snapshot();
    const file = this.file();
    const rest = { roadmaps: roadmaps.map(choice), loading };
    if (!file)
      return {
        dashboard: null,
        ...rest,
        ...(this.shown ? { problem: gone(this.shown, roadmaps.length > 0) } : {}),
      };
    if (file.uri === this.movedTo) this.movedTo = undefined;
    this.shown = file;
    this.uri = file.uri;
    let why = file.problems[0]?.message ?? '';
    try {
      const dashboard = this.ports.build(file);
      if (dashboard) return { dashboard, ...rest };
    } catch (error) {
      this.ports.unmade(error);
      why = error instanceof Error ? error.message : String(error);
    }
    return { dashboard: null, ...rest, problem: l10n.t('{0} cannot be shown: {1}', file.path, why) };
  }
}

function gone({ path }: RoadmapFile, others: boolean): string {
  return others
    ? l10n.t('{0} is not there any more. Put it back, or reload to see another roadmap.', path)
    : l10n.t('{0} is not there any more. Put it back, or reload to create another roadmap.', path);
}

function choice({ uri, path, roadmap }: RoadmapFile): RoadmapChoice {
  return { uri, title: roadmap?.title || path };
}

/** What is around a dashboard, and of which roadmap it is, as one text. */
function frame({ dashboard, ...rest }: State): string {
  return JSON.stringify([dashboard?.uri, rest]);
}
