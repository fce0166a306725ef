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
    const load = () =>
      (loading ??= import('../onDemand.js').then(({ Dashboards }) => {
        const made = new Dashboards(context);
        if (ended) made.dispose();
        return made;
      }));
    return vscode.Disposable.from(
      registerCommand(context.log, commands.openDashboard, async (argument?: unknown) => (await load()).open(argument)),
      vscode.window.registerWebviewPanelSerializer(dashboardPanel, {
        deserializeWebviewPanel: async (panel, state) => (await load()).restore(panel, state),
      }),
      vscode.window.registerWebviewViewProvider(views.dashboard, {
        resolveWebviewView: async (view) => (await load()).showIn(view),
      }),
      {
        dispose() {
          ended = true;
          void loading?.then((made) => made.dispose());
        },
      },
    );
  },
};
