import * as vscode from 'vscode';
import { statusWord } from '../core/values/statusWord.js';
import { groupsOf, type Group } from '../core/model/roadmap.js';
import type { RoadmapFile } from '../core/model/snapshot.js';
import { statusOf } from '../core/progress/counts.js';
import { listTasks, type TaskEntry } from '../core/views/taskList.js';
import { loudPriority, nameOf } from '../core/views/words.js';
import type { Store } from '../workspace/store.js';
import { commands, type TaskArgument } from './commands.js';
import { statusIcons } from './icons.js';
import { escapeIcons } from './labels.js';
import type { FeatureContext } from './feature.js';
import { shown } from './pickValue.js';
import { taskAtCursor, tasksFor } from './taskTargets.js';

interface TaskPick extends vscode.QuickPickItem {
  readonly entry: TaskEntry;
}

/** Lets the person choose among all tasks, by title, place, status or id. */
export async function pickTask(store: Store, title: string): Promise<TaskEntry | undefined> {
  const entries = listTasks(store.snapshot);
  if (entries.length === 0) {
    await vscode.commands.executeCommand(commands.openRoadmap);
    return undefined;
  }
  const several = store.snapshot.roadmaps.length > 1;
  const reveal: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('list-tree'),
    tooltip: vscode.l10n.t('Reveal in Roadmap'),
  };
  const pick = vscode.window.createQuickPick<TaskPick>();
  pick.title = title;
  pick.placeholder =
    entries.length === 1
      ? vscode.l10n.t('Type to search 1 task by title, place, status or id')
      : vscode.l10n.t('Type to search {0} tasks by title, place, status or id', entries.length);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = entries.map((entry) => ({
    label: escapeIcons(entry.task.title),
    // Not in the label: screen readers would say its name.
    iconPath: statusIcons[entry.status],
    description: [statusWord(entry.status), loudPriority(entry.task.priority?.value)].filter(Boolean).join(' · '),
    detail: escapeIcons(
      [...(several ? [entry.file.path] : []), entry.path.join(' › '), entry.task.id, ...entry.aliases]
        .filter(Boolean)
        .join('  ·  '),
    ),
    buttons: [reveal],
    entry,
  }));
  const here = taskAtCursor(store);
  if (here) pick.activeItems = pick.items.filter(({ entry }) => entry.task === here.task);
  pick.onDidTriggerItemButton(({ item: { entry } }) => {
    pick.hide();
    const argument: TaskArgument = { uri: entry.file.uri, id: entry.task.id };
    void vscode.commands.executeCommand(commands.revealInTree, argument);
  });
  return shown(pick, () => pick.selectedItems[0]?.entry);
}

/** The tasks a command is run on; asks where nothing says which. */
export async function tasksOrPick(
  context: FeatureContext,
  argument: unknown,
  others: unknown,
  title: string,
): Promise<readonly TaskEntry[]> {
  const named = await tasksFor(context, argument, others);
  if (named.length > 0) return named;
  const picked = await pickTask(context.store, title);
  return picked ? [picked] : [];
}

/** A group of a roadmap, to put tasks into. */
export interface GroupEntry {
  readonly file: RoadmapFile;
  readonly group: Group;
}

/** Lets the person choose among the groups of one roadmap, or of all. */
export async function pickGroup(store: Store, title: string, uri?: string): Promise<GroupEntry | undefined> {
  const files = store.snapshot.roadmaps.filter((file) => uri === undefined || file.uri === uri);
  const items = files.flatMap((file) =>
    [...groupsOf(file.roadmap ?? { children: [] })].map(({ group, depth }) => ({
      label: `${'\u2003'.repeat(depth)}${escapeIcons(nameOf(group))}`,
      iconPath: statusIcons[statusOf(group)],
      description: files.length > 1 ? escapeIcons(file.path) : '',
      entry: { file, group },
    })),
  );
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Where to put it') });
  return picked?.entry;
}

/** Lets the person choose among roadmaps. */
export async function pickRoadmap(
  { snapshot }: Store,
  files: readonly RoadmapFile[],
  title: string,
): Promise<RoadmapFile | undefined> {
  const items = files.map((file) => ({
    label: escapeIcons(file.roadmap?.title ?? file.path),
    iconPath: new vscode.ThemeIcon('milestone'),
    description: escapeIcons(file.path),
    detail: snapshot.folders.length > 1 ? file.folder.name : '',
    file,
  }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.file;
}
