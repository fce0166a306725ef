import * as vscode from 'vscode';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { dashboardPanel, roadmapOf } from '../commands.js';
import type { FeatureContext } from '../feature.js';
import { pickRoadmap } from '../taskPick.js';
import { untilTomorrow } from '../today.js';
import { PanelActions } from './actions.js';
import { FollowedRoadmap } from './followed.js';
import { Pages } from './pages.js';
import type { DashboardSession } from './session.js';

/** Letters of a roadmap's title in a tab. */
const longestTitle = 80;

/** The dashboard's panel and its view in the side bar, each with a page of its own. */
export class Dashboards implements vscode.Disposable {
  private panel: { readonly session: DashboardSession; readonly panel: vscode.WebviewPanel } | undefined;
  private sideBar: DashboardSession | undefined;
  private readonly pages: Pages;
  private readonly followed: FollowedRoadmap;
  private readonly disposables: vscode.Disposable[];
  private midnight: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly context: FeatureContext) {
    const { store, measures, findings, memory } = context;
    this.pages = new Pages(context, new PanelActions(context, (uri) => this.open({ uri })));
    this.followed = new FollowedRoadmap(
      memory,
      (uri) => this.known(uri) !== undefined,
      (uri) => this.sideBar?.show(uri),
    );
    const later = () => this.pages.changed(false);
    this.disposables = [
      this.pages,
      store.onDidChange(({ parts }) => {
        if (parts.has('roadmaps')) this.followed.looked();
        this.pages.changed(parts.has('roadmaps'));
      }),
      measures.onDidChange(later),
      findings.onDidChange(later),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.pages.moved(oldUri, newUri);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.followed.follow(editor?.document.uri.toString())),
    ];
    this.followed.follow(vscode.window.activeTextEditor?.document.uri.toString());
    this.waitForTomorrow();
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
      ...this.pages.options(),
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
    const session = this.pages.open(view, 'sideBar', this.followed.first, {
      shows: (file) => {
        view.description = this.context.store.snapshot.roadmaps.length > 1 ? (file?.roadmap?.title ?? '') : '';
      },
      chosen: (uri) => this.followed.follow(uri),
    });
    this.sideBar = session;
    view.onDidChangeVisibility(() => session.visibilityChanged());
    view.onDidDispose(() => {
      this.pages.end(session);
      if (this.sideBar === session) this.sideBar = undefined;
    });
  }

  dispose(): void {
    clearTimeout(this.midnight);
    vscode.Disposable.from(...this.disposables).dispose();
    this.panel?.panel.dispose();
  }

  private take(panel: vscode.WebviewPanel, uri: string | undefined): void {
    const { extensionUri } = this.context;
    const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', name);
    panel.iconPath = { light: icon('dashboard-light.svg'), dark: icon('dashboard-dark.svg') };
    const session = this.pages.open(panel, 'panel', uri, {
      shows: (file) => {
        panel.title = titleOf(file);
        if (panel.active) this.followed.follow(file?.uri);
      },
      chosen: (chosen) => this.followed.follow(chosen),
    });
    this.panel = { session, panel };
    panel.onDidChangeViewState(() => {
      session.visibilityChanged();
      if (panel.active) this.followed.follow(session.roadmap);
    });
    panel.onDidDispose(() => {
      this.pages.end(session);
      this.panel = undefined;
    });
  }

  /** What is late, and for how long, is another thing each day. */
  private waitForTomorrow(): void {
    this.midnight = setTimeout(() => {
      this.pages.changed(false);
      this.waitForTomorrow();
    }, untilTomorrow());
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
