import * as vscode from 'vscode';
import { statusBarView } from '../../core/views/statusBar.js';
import { views } from '../commands.js';
import type { Feature } from '../feature.js';
import { escapeIcons } from '../labels.js';

/** Overall progress in the status bar; a click shows the tree. */
export const statusBar: Feature = {
  id: 'statusBar',
  start({ store }) {
    const item = vscode.window.createStatusBarItem('roadmapLens.progress', vscode.StatusBarAlignment.Left, 10);
    item.name = vscode.l10n.t('Roadmap Progress');
    item.command = `${views.roadmap}.focus`;
    const update = () => {
      const view = statusBarView(store.snapshot);
      if (!view) {
        item.hide();
        return;
      }
      item.text = `$(milestone) ${escapeIcons(view.text)}`;
      item.accessibilityInformation = { label: view.accessibleLabel };
      const tooltip = new vscode.MarkdownString();
      for (const { title, lines } of view.tooltip) {
        // Text from files goes in as text alone.
        tooltip.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
        for (const line of lines) tooltip.appendText(line).appendMarkdown('  \n');
        tooltip.appendMarkdown('\n');
      }
      item.tooltip = tooltip;
      item.show();
    };
    update();
    return vscode.Disposable.from(item, store.onDidChange(update));
  },
};
