import * as vscode from 'vscode';
import { statusChanges } from '../../core/edits/statusChanges.js';
import { taskById } from '../../core/model/roadmap.js';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import type { Status } from '../../core/model/status.js';
import type { Target } from '../../core/views/dashboard/dashboard.js';
import type { ExportFormat, PanelCommand } from '../../dashboard/messages.js';
import { commands } from '../commands.js';
import type { FeatureContext } from '../feature.js';
import type { PanelAction } from './session.js';
import { exportDashboard } from './exportDashboard.js';
import { placeOf } from './targets.js';

/** Commands that are asked for a roadmap: the one that is shown. */
const ofRoadmap = new Set<PanelCommand>(['showNext', 'addTask', 'markReviewed', 'openRoadmap']);

/** Does what a person asks for in a dashboard: nothing that a command of ours does not do as well. */
export class PanelActions {
  private exporting = false;

  /** `openPanel` shows a roadmap in the panel. */
  constructor(
    private readonly context: FeatureContext,
    private readonly openPanel: (uri: string | undefined) => Promise<void>,
  ) {}

  /** Does something with the roadmap at `uri`, which is the one that is shown. */
  async act(action: PanelAction, uri: string | undefined): Promise<void> {
    switch (action.type) {
      case 'openPanel':
        return this.openPanel(uri);
      case 'command': {
        const whole = ofRoadmap.has(action.command) && uri !== undefined;
        await vscode.commands.executeCommand(commands[action.command], ...(whole ? [{ uri }] : []));
        return;
      }
      default: {
        const file = this.file(uri);
        if (!file) return gone();
        if (action.type === 'open') return this.open(file, action.target);
        if (action.type === 'explain') return explain(file, action.target);
        return this.export(file, action.format);
      }
    }
  }

  /** Sets the status of a task, as one step to undo; resolves when what came of it is known. */
  async setStatus(uri: string, id: string, status: Status): Promise<boolean> {
    const file = this.file(uri);
    const task = file?.roadmap && taskById(file.roadmap, id);
    if (!file || !task) {
      gone();
      return false;
    }
    const made = await this.context.editor.change(file, statusChanges(task, status));
    if (made) await this.context.indexer.settled();
    return made !== undefined;
  }

  private async open(file: RoadmapFile, target: Target): Promise<void> {
    const place = placeOf(this.context.store.snapshot, file, target);
    if (!place) return gone();
    if (place.kind === 'commit') {
      await vscode.commands.executeCommand(commands.openCommit, place.commit);
      return;
    }
    const uri = vscode.Uri.parse(place.uri);
    const { line, character } = place.position;
    const position = new vscode.Position(line, character);
    // Where it is in sight already it is shown there, and the dashboard stays.
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    await vscode.window.showTextDocument(uri, {
      selection: new vscode.Range(position, position),
      ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }),
    });
  }

  private async export(file: RoadmapFile, format: ExportFormat): Promise<void> {
    // Its dialog is open, or it is being written.
    if (this.exporting) return;
    this.exporting = true;
    try {
      await exportDashboard(this.context, file, format);
    } finally {
      this.exporting = false;
    }
  }

  private file(uri: string | undefined): RoadmapFile | undefined {
    return this.context.store.snapshot.roadmaps.find((file) => file.uri === uri);
  }
}

/** Says how a figure comes about: that of a task or group, and for a line of the roadmap that of the whole plan. */
async function explain({ uri }: RoadmapFile, target: Target): Promise<void> {
  const argument =
    target.kind === 'task' ? { uri, id: target.id } : target.kind === 'group' ? { uri, groupId: target.id } : { uri };
  await vscode.commands.executeCommand(commands.explainProgress, argument);
}

function gone(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('That is not there any more: the roadmap, its files or its history have changed meanwhile.'),
  );
}
