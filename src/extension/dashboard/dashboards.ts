import * as vscode from 'vscode';
import { updateOf } from '../../core/views/dashboard/dashboardUpdate.js';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import type { PanelStart } from '../../dashboard/messages.js';
import { dashboardPanel, roadmapOf } from '../commands.js';
import type { FeatureContext } from '../feature.js';
import { asError, tellFailure } from '../register.js';
import { pickRoadmap } from '../taskPick.js';
import { PanelActions } from './actions.js';
import { dashboardOf } from './build.js';
import { dashboardPage } from './page.js';
import { DashboardSession } from './session.js';

/** A page that is shown, in a panel or a view. */
interface Shown {
  readonly session: DashboardSession;
  readonly panel?: vscode.WebviewPanel;
}

/** A panel or a view. */
interface Surface {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
}

/** Letters of a roadmap's title in a tab. */
const longestTitle = 80;

/** The dashboard's panel and its view in the side bar, each with a page of its own. */
export class Dashboards implements vscode.Disposable {
  private panel: (Shown & { readonly panel: vscode.WebviewPanel }) | undefined;
  private readonly pages = new Set<Shown>();
  private readonly actions: PanelActions;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly context: FeatureContext) {
    const { store, measures, findings } = context;
    const changed = (atOnce: boolean) => {
      for (const { session } of this.pages) session.changed(atOnce);
    };
    this.actions = new PanelActions(context, (uri) => this.open({ uri }));
    this.disposables = [
      store.onDidChange(({ parts }) => changed(parts.has('roadmaps'))),
      // The day goes on with these: see `Measuring`.
      measures.onDidChange(() => changed(false)),
      findings.onDidChange(() => changed(false)),
    ];
  }

  /** Shows the panel, with the roadmap that is named, the one in the editor, or one that the person chooses. */
  async open(argument: unknown): Promise<void> {
    const uri = this.known(roadmapOf(argument)) ?? this.known(vscode.window.activeTextEditor?.document.uri.toString());
    if (this.panel) {
      if (uri !== undefined) this.panel.session.show(uri);
      this.panel.panel.reveal();
      return;
    }
    const { roadmaps } = this.context.store.snapshot;
    const chosen =
      uri ??
      (roadmaps.length > 1
        ? (await pickRoadmap(this.context.store, roadmaps, vscode.l10n.t('Open Dashboard')))?.uri
        : roadmaps[0]?.uri);
    if (chosen === undefined && roadmaps.length > 1) return;
    // Nobody can open a second one while the person chooses, but the same command can be run again.
    if (this.panel) return this.open({ uri: chosen });
    const title = vscode.l10n.t('Roadmap Dashboard');
    const panel = vscode.window.createWebviewPanel(dashboardPanel, title, vscode.ViewColumn.Active, {
      enableFindWidget: true,
      ...this.options(),
    });
    this.take(panel, chosen);
  }

  /** Fills a panel that VS Code shows again in a reloaded window. `state` is what its page has kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = (state as { readonly uri?: unknown } | undefined)?.uri;
    // There is one panel at most, also where somebody was quicker than VS Code.
    if (this.panel) return panel.dispose();
    this.take(panel, typeof kept === 'string' ? kept : undefined);
  }

  /** Fills the view in the side bar. */
  showIn(view: vscode.WebviewView): void {
    const page = this.connect(view, 'sideBar', undefined, (file) => {
      view.description = this.context.store.snapshot.roadmaps.length > 1 ? (file?.roadmap?.title ?? '') : '';
    });
    view.onDidChangeVisibility(() => page.session.visibilityChanged());
    view.onDidDispose(() => this.end(page));
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
    for (const { session } of this.pages) session.dispose();
    this.pages.clear();
    this.panel?.panel.dispose();
  }

  private take(panel: vscode.WebviewPanel, uri: string | undefined): void {
    const { extensionUri } = this.context;
    const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', name);
    panel.iconPath = { light: icon('dashboard-light.svg'), dark: icon('dashboard-dark.svg') };
    const page = this.connect(panel, 'panel', uri, (file) => {
      panel.title = titleOf(file);
    });
    const shown = { ...page, panel };
    this.pages.delete(page);
    this.pages.add(shown);
    this.panel = shown;
    panel.onDidChangeViewState(() => shown.session.visibilityChanged());
    panel.onDidDispose(() => {
      this.end(shown);
      this.panel = undefined;
    });
  }

  /** Writes the page, and talks with it. */
  private connect(
    surface: Surface,
    layout: PanelStart['layout'],
    uri: string | undefined,
    shows: (file: RoadmapFile | undefined) => void,
  ): Shown {
    const { webview } = surface;
    const { store, log } = this.context;
    const session = new DashboardSession(
      {
        // eslint-disable-next-line unicorn/require-post-message-target-origin -- a webview's, not a window's
        post: (message) => void webview.postMessage(message),
        isVisible: () => surface.visible,
        snapshot: () => store.snapshot,
        build: (file) => dashboardOf(this.context, file),
        updateOf,
        act: (action, shown) => this.actions.act(action, shown),
        setStatus: (roadmap, { id, status }) => this.actions.setStatus(roadmap, id, status),
        shows,
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds);
          return { dispose: () => clearTimeout(timer) };
        },
        dropped: () => log.debug('The dashboard sent what is no message of it'),
        chosen: () => undefined,
        failed: (error) => void tellFailure(log, 'The dashboard', error),
        unmade: (error) => log.error('The dashboard could not be made', asError(error)),
      },
      uri,
    );
    const page: Shown = { session };
    this.pages.add(page);
    webview.options = this.options();
    webview.onDidReceiveMessage((message: unknown) => session.receive(message));
    webview.html = this.page(webview, layout);
    // It has its name before its script runs.
    session.changed(true);
    return page;
  }

  private end(page: Shown): void {
    this.pages.delete(page);
    page.session.dispose();
  }

  /** What a page may do: run scripts, and load what the folder of its own bundle holds. */
  private options(): vscode.WebviewOptions {
    return { enableScripts: true, enableForms: false, localResourceRoots: [this.folder()] };
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

  /** A roadmap's URI, where it is one of those that are known. */
  private known(uri: string | undefined): string | undefined {
    return this.context.store.snapshot.roadmaps.find((file) => file.uri === uri)?.uri;
  }
}

/** The name of the panel's tab. */
function titleOf(file: RoadmapFile | undefined): string {
  const title = file?.roadmap?.title.trim();
  if (!title) return vscode.l10n.t('Roadmap Dashboard');
  return title.length > longestTitle ? `${title.slice(0, longestTitle).trimEnd()}…` : title;
}
