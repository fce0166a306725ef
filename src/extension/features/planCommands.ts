import * as vscode from 'vscode';
import type { RoadmapFile } from '../../core/model/snapshot.js';
import { groupById } from '../../core/model/roadmap.js';
import { findTask } from '../../core/views/taskList.js';
import { commands, groupOf, roadmapOf, taskOf } from '../commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { registerCommand } from '../register.js';
import { pickRoadmap } from '../taskPick.js';

/** Commands that answer a question about the plan: what is next, how a figure comes about. */
export const planCommands: Feature = {
  id: 'planCommands',
  start(context) {
    const { store, log } = context;
    const answers = () => import('../onDemand.js');
    return vscode.Disposable.from(
      registerCommand(log, commands.showNext, async (argument?: unknown) => {
        const file = await chooseRoadmap(context, vscode.l10n.t('What Next'), argument);
        if (file) await (await answers()).showNext(context, file);
      }),
      registerCommand(log, commands.explainProgress, async (argument?: unknown) => {
        const place = groupOf(argument) ?? taskOf(argument);
        const file = place
          ? store.snapshot.roadmaps.find(({ uri }) => uri === place.uri)
          : await chooseRoadmap(context, vscode.l10n.t('Explain Progress'), argument);
        const roadmap = file?.roadmap;
        if (!file || !roadmap) return;
        const group = groupOf(argument);
        const node = group
          ? groupById(roadmap, group.id)
          : place
            ? findTask(store.snapshot, place.id, place.uri)?.task
            : roadmap;
        if (node) await (await answers()).explain(file, roadmap, node);
      }),
    );
  },
};

/** The roadmap that is named, the only one, or one that is chosen. */
async function chooseRoadmap(
  { store }: FeatureContext,
  title: string,
  argument: unknown,
): Promise<RoadmapFile | undefined> {
  const readable = store.snapshot.roadmaps.filter(({ roadmap }) => roadmap);
  const uri = roadmapOf(argument);
  const named = readable.find((file) => file.uri === uri);
  if (named) return named;
  return readable.length > 1 ? pickRoadmap(store, readable, title) : readable[0];
}
