import * as vscode from 'vscode';
import type { TaskPlace } from '../core/model/edit.js';
import { tasksOf } from '../core/model/roadmap.js';
import type { TreeNode } from '../core/views/treeNode.js';
import { views } from './commands.js';
import type { FeatureContext } from './feature.js';
import { asError } from './register.js';

/** What VS Code calls the rows of this tree while they are dragged. */
const mimeType = `application/vnd.code.tree.${views.roadmap.toLowerCase()}`;

/** Tasks are dragged onto a task, to stand behind it, or onto a group, to stand at its end. They stay in their roadmap. */
export class TreeDrag implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [mimeType];
  readonly dropMimeTypes = [mimeType];

  constructor(private readonly context: FeatureContext) {}

  handleDrag(source: readonly TreeNode[], data: vscode.DataTransfer): void {
    const tasks = source.filter(({ taskId }) => taskId !== undefined);
    if (tasks.length > 0) data.set(mimeType, new vscode.DataTransferItem(tasks));
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged: unknown = data.get(mimeType)?.value;
    if (!target || !Array.isArray(dragged)) return;
    const rows = dragged as readonly TreeNode[];
    const place = placeAt(target);
    const file = this.context.store.snapshot.roadmaps.find(({ uri }) => uri === target.uri);
    if (!place || !file?.roadmap) return;
    if (rows.some(({ uri }) => uri !== target.uri)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Tasks stay in their roadmap: add one in the other and remove this one.'),
      );
      return;
    }
    const wanted = new Set(rows.map(({ taskId }) => taskId));
    const tasks = [...tasksOf(file.roadmap)].filter(({ id }) => wanted.has(id)).map(({ id }) => id);
    // Let go where it was taken: nothing is meant.
    if (tasks.length === 0 || ('after' in place && wanted.has(place.after))) return;
    try {
      await this.context.editor.change(file, [{ kind: 'move', tasks, place }]);
    } catch (error) {
      this.context.log.error('A task could not be moved', asError(error));
    }
  }
}

function placeAt({ taskId, groupId }: TreeNode): TaskPlace | undefined {
  if (taskId !== undefined) return { after: taskId };
  return groupId === undefined ? undefined : { into: groupId };
}
