import * as vscode from 'vscode';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { groupsOf } from '../../core/model/roadmap.js';
import { findTask } from '../../core/views/taskList.js';
import { commands, groupOf, taskOf } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { registerCommand } from '../register.js';
import { pickRoadmap } from '../taskPick.js';

/** Commands that answer a question about the plan: what is next, how a figure comes about. */
export const planCommands: Feature = {
  id: 'planCommands',
  start(context) {
    const { store, log } = context;
    const answers = () => import('../workActions.js');
    return vscode.Disposable.from(
      registerCommand(log, commands.showNext, async () => {
        const file = await chooseRoadmap(context, vscode.l10n.t('What Next'));
        if (file) await (await answers()).showNext(context, file);
      }),
      registerCommand(log, commands.explainProgress, async (argument?: unknown) => {
        const place = groupOf(argument) ?? taskOf(argument);
        const file = place
          ? store.snapshot.roadmaps.find(({ uri }) => uri === place.uri)
          : await chooseRoadmap(context, vscode.l10n.t('Explain Progress'));
        const roadmap = file?.roadmap;
        if (!file || !roadmap) return;
        const group = groupOf(argument);
        const node = group
          ? [...groupsOf(roadmap)].find(({ group: one }) => one.id === group.id)?.group
          : place
            ? findTask(store.snapshot, place.id, place.uri)?.task
            : roadmap;
        if (node) await (await answers()).explain(file, roadmap, node);
      }),
    );
  },
};

async function chooseRoadmap({ store }: FeatureContext, title: string): Promise<RoadmapFile | undefined> {
  const { roadmaps } = store.snapshot;
  const readable = roadmaps.filter(({ roadmap }) => roadmap);
  return readable.length > 1 ? pickRoadmap(store, readable, title) : readable[0];
}
