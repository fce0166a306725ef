import * as vscode from 'vscode';
import { statusBarView } from '../../core/views/statusBar.js';
import { commands, views } from '../commands.js';
import type { Feature } from '../feature.js';
import { escapeIcons } from '../labels.js';
import { today } from '../today.js';

/** Overall progress in the status bar, or the task a person is at work on; a click shows the tree, or what can be done. */
export const statusBar: Feature = {
  id: 'statusBar',
  start({ store, measures, active }) {
    const item = vscode.window.createStatusBarItem('roadmapLens.progress', vscode.StatusBarAlignment.Left, 10);
    item.name = vscode.l10n.t('Roadmap Progress');
    const update = () => {
      const { task } = active;
      const view = statusBarView(store.snapshot, {
        today: today(),
        metrics: (file) => measures.metrics(file),
        forecast: (file) => measures.forecast(file),
        active: task,
      });
      if (!view) {
        item.hide();
        return;
      }
      item.command = task ? commands.showActiveTask : `${views.roadmap}.focus`;
      item.text = `$(milestone) ${escapeIcons(view.text)}`;
      item.accessibilityInformation = { label: view.accessibleLabel };
      const tooltip = new vscode.MarkdownString();
      for (const { title, lines } of view.tooltip) {
        // Text from files goes in as text alone.
        tooltip.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
        for (const line of lines) tooltip.appendText(line).appendMarkdown('  \n');
        tooltip.appendMarkdown('\n');
      }
      // Nothing but this can be run by a link in it.
      tooltip.isTrusted = { enabledCommands: [commands.openDashboard] };
      tooltip.appendMarkdown('[').appendText(vscode.l10n.t('Open Dashboard'));
      tooltip.appendMarkdown(`](command:${commands.openDashboard})`);
      item.tooltip = tooltip;
      item.show();
    };
    update();
    return vscode.Disposable.from(
      item,
      store.onDidChange(update),
      measures.onDidChange(update),
      active.onDidChange(update),
    );
  },
};
