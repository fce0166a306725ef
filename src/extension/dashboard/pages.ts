import * as vscode from 'vscode';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { updateOf } from '../../core/views/dashboard/dashboardUpdate.js';
import type { PanelStart } from '../../dashboard/messages.js';
import type { FeatureContext } from '../feature.js';
import { asError, tellFailure } from '../register.js';
import type { PanelActions } from './actions.js';
import { optionsOf } from './build.js';
import { dashboardPage } from './page.js';
import { DashboardSession } from './session.js';
import { SharedDashboards } from './shared.js';

/** A panel or a view. */
interface Surface {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
}

/** What is to be heard of a page. */
interface Heard {
  /** What roadmap it shows, whenever another one is shown or it is called otherwise. */
  shows(file: RoadmapFile | undefined): void;
  /** The person has chosen another roadmap in it. */
  chosen(uri: string): void;
}

/** The pages that are open, in the panel and in the side bar. They are told of the same dashboards, each made once. */
export class Pages implements vscode.Disposable {
  private readonly sessions = new Set<DashboardSession>();
  private readonly dashboards: SharedDashboards;

  constructor(
    private readonly context: FeatureContext,
    private readonly actions: PanelActions,
  ) {
    this.dashboards = new SharedDashboards(
      () => context.store.snapshot,
      (file) => optionsOf(context, file),
    );
  }

  /** Something is new: in the roadmaps, which is shown at once, or elsewhere. */
  changed(atOnce: boolean): void {
    for (const session of this.sessions) session.changed(atOnce);
  }

  /** A file or folder was moved. */
  moved(from: vscode.Uri, to: vscode.Uri): void {
    for (const session of this.sessions) session.moved(from.toString(), to.toString());
  }

  /** Writes the page, and talks with it until that is ended; `uri` is the roadmap to show, where somebody has said one. */
  open(surface: Surface, layout: PanelStart['layout'], uri: string | undefined, heard: Heard): DashboardSession {
    const { webview } = surface;
    const { store, log } = this.context;
    const failed = (error: unknown) => void tellFailure(log, 'The dashboard', error);
    const session = new DashboardSession(
      {
        post(message) {
          // eslint-disable-next-line unicorn/require-post-message-target-origin -- a webview's, not a window's
          webview.postMessage(message).then(undefined, (error: unknown) => log.debug(String(error)));
        },
        isVisible: () => surface.visible,
        snapshot: () => store.snapshot,
        build: (file) => (layout === 'panel' ? this.dashboards.of(file) : this.dashboards.slim(file)),
        updateOf,
        act: (action, shown) => this.actions.act(action, shown),
        setStatus: (roadmap, { id, status }) => this.actions.setStatus(roadmap, id, status),
        shows: (file) => heard.shows(file),
        chosen: (chosen) => heard.chosen(chosen),
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds);
          return { dispose: () => clearTimeout(timer) };
        },
        dropped: () => log.debug('The dashboard sent what is no message of it'),
        failed,
        unmade: (error) => log.error('The dashboard could not be made', asError(error)),
      },
      uri,
    );
    this.sessions.add(session);
    webview.options = this.options();
    webview.onDidReceiveMessage((message: unknown) => session.receive(message));
    webview.html = this.page(webview, layout);
    // It has its name before its script runs.
    session.changed(true);
    return session;
  }

  /** The panel or view is gone. */
  end(session: DashboardSession): void {
    this.sessions.delete(session);
    session.dispose();
  }

  /** What a page may do: run scripts, and load what the folder of its own bundle holds. */
  options(): vscode.WebviewOptions {
    return { enableScripts: true, enableForms: false, localResourceRoots: [this.folder()] };
  }

  dispose(): void {
    for (const session of this.sessions) session.dispose();
    this.sessions.clear();
  }

  private folder(): vscode.Uri {
    return vscode.Uri.joinPath(this.context.extensionUri, 'dist', 'webview');
  }

  private page(webview: vscode.Webview, layout: PanelStart['layout']): string {
    const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.folder(), name)).toString();
    const texts = vscode.l10n.bundle;
    return dashboardPage({
      source: webview.cspSource,
      script: address('dashboard.js'),
      styles: address('styles.css'),
      title: vscode.l10n.t('Roadmap Dashboard'),
      start: { layout, locale: vscode.env.language, ...(texts ? { texts } : {}) },
    });
  }
}
