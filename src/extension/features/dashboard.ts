import * as vscode from 'vscode';
import { commands, dashboardPanel, views } from '../commands.js';
import type { Dashboards } from '../dashboard/dashboards.js';
import type { Feature } from '../feature.js';
import { registerCommand } from '../register.js';

/** The dashboard: a panel that shows a roadmap at a glance, and a small one in the side bar. Loaded when the first is opened. */
export const dashboard: Feature = {
  id: 'dashboard',
  start(context) {
    let ended = false;
    let loading: Promise<Dashboards> | undefined;
    const load = async (): Promise<Dashboards> => {
      loading ??= import('../onDemand.js').then(({ Dashboards }) => {
        const made = new Dashboards(context);
        if (ended) made.dispose();
        return made;
      });
      try {
        return await loading;
      } catch (error) {
        // Whoever asks again tries again.
        loading = undefined;
        throw error;
      }
    };
    /** Fills a page that VS Code gives, unless it is closed while what fills it is loaded. */
    const fill = async (
      page: vscode.WebviewPanel | vscode.WebviewView,
      by: (dashboards: Dashboards) => void,
    ): Promise<void> => {
      let open = true;
      const closing = page.onDidDispose(() => {
        open = false;
      });
      try {
        const dashboards = await load();
        if (open) by(dashboards);
      } finally {
        closing.dispose();
      }
    };
    return vscode.Disposable.from(
      registerCommand(context.log, commands.openDashboard, async (argument?: unknown) => (await load()).open(argument)),
      vscode.window.registerWebviewPanelSerializer(dashboardPanel, {
        deserializeWebviewPanel: (panel, state) => fill(panel, (dashboards) => dashboards.restore(panel, state)),
      }),
      vscode.window.registerWebviewViewProvider(views.dashboard, {
        resolveWebviewView: (view) => fill(view, (dashboards) => dashboards.showIn(view)),
      }),
      {
        dispose() {
          ended = true;
          loading?.then(
            (made) => made.dispose(),
            () => undefined,
          );
        },
      },
    );
  },
};
