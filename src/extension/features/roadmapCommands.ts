import * as vscode from 'vscode';
import { starterRoadmap } from '../../core/formats/markdown/starter.js';
import { commands, contexts, roadmapOf, walkthrough } from '../commands.js';
import type { Feature } from '../feature.js';
import { openAt, registerCommand } from '../register.js';
import { pickRoadmap } from '../taskPick.js';

/** Commands for roadmaps as a whole: refresh, open, create, and how to begin. */
export const roadmapCommands: Feature = {
  id: 'roadmapCommands',
  start({ store, indexer, activity, measures, log }) {
    return vscode.Disposable.from(
      registerCommand(log, commands.refresh, async () => {
        indexer.refresh();
        activity.refresh();
        measures.refresh();
        await Promise.all([indexer.settled(), activity.settled(), measures.settled()]);
      }),
      registerCommand(log, commands.showLog, () => log.show()),
      registerCommand(log, commands.createRoadmap, createRoadmap),
      registerCommand(log, commands.getStarted, async () => {
        await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough);
        await vscode.commands.executeCommand('setContext', contexts.gettingStarted, true);
      }),
      registerCommand(log, commands.openRoadmap, async (argument?: unknown) => {
        const { roadmaps } = store.snapshot;
        if (roadmaps.length === 0) return offerToCreate();
        const uri = roadmapOf(argument);
        const one = roadmaps.find((file) => file.uri === uri) ?? (roadmaps.length === 1 ? roadmaps[0] : undefined);
        if (one) return openAt(one, one.roadmap?.titleSpan ?? { start: 0, end: 0 });
        const picked = await pickRoadmap(store, roadmaps, vscode.l10n.t('Open Roadmap'));
        if (picked) await openAt(picked, picked.roadmap?.titleSpan ?? { start: 0, end: 0 });
      }),
    );
  },
};

async function offerToCreate(): Promise<void> {
  const create = vscode.l10n.t('Create Roadmap');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('No roadmap was found in this workspace. A ROADMAP.md in the root or in docs/ is read as it is.'),
    create,
  );
  if (answer === create) await createRoadmap();
}

/** Creates ROADMAP.md with something to begin with; one that is there already is opened as it is. */
async function createRoadmap(): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder.uri, 'ROADMAP.md');
  if (!(await exists(uri))) {
    const today = new Date().toISOString().slice(0, 10);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, {
      contents: new TextEncoder().encode(starterRoadmap(folder.name, today)),
      ignoreIfExists: true,
    });
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new Error(vscode.l10n.t('{0} could not be created. Is the folder read-only?', uri.path));
    }
  }
  await vscode.window.showTextDocument(uri);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const open = vscode.l10n.t('Open Folder');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('A roadmap belongs to a folder: open one first.'),
      open,
    );
    if (answer === open) await vscode.commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  return folders.length === 1
    ? folders[0]
    : vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('The folder to create ROADMAP.md in') });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
