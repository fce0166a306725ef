import * as l10n from '@vscode/l10n';
import { currentBranch, tasksOfCurrentBranch } from '../links/branchTasks.js';
import { taskOfRef, type PlacedTask } from '../links/taskLookup.js';
import type { Task } from '../model/roadmap.js';
import type { Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { statusWord } from '../values/statusWord.js';
import { activityOf, countActivity } from './activity.js';
import { cutAtWord, parentOf } from './lenses.js';
import { nameOf } from './words.js';

/** `RM-12 Add E2E API tests`: its id where it has one of its own, and its title, in at most so many UTF-16 code units. */
export function sayTask({ id, idSource, title }: Task, length = Infinity): string {
  return cutAtWord(idSource === 'explicit' ? `${id} ${title}` : title, length);
}

/** Lines below a title, for a tooltip; all texts may come from files. */
export interface WorkSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a person is at work on, and what the branches are for that are checked out, where that is something else. */
export function workSections(snapshot: Snapshot, active: PlacedTask | undefined): WorkSection[] {
  const sections: WorkSection[] = [];
  if (active) {
    const { file, task } = active;
    const parent = parentOf(file, task);
    const status = statusWord(statusOf(task));
    sections.push({
      title: sayTask(task),
      lines: [
        [status, ...(parent ? [nameOf(parent)] : [])].join(' · '),
        ...[countActivity(activityOf(snapshot, file.uri, task.id)).join(' · ')].filter((line) => line !== ''),
      ],
    });
  }
  for (const { uri } of snapshot.folders) {
    const refs = tasksOfCurrentBranch(snapshot, uri);
    if (refs.length === 0 || refs.some(({ uri: at, id }) => at === active?.file.uri && id === active.task.id)) continue;
    const tasks = refs.flatMap((ref) => taskOfRef(snapshot, ref) ?? []);
    sections.push({
      title: l10n.t({
        message: 'Branch {0}',
        args: [currentBranch(snapshot, uri)!.name],
        comment: 'A branch of git',
      }),
      lines: tasks.map(({ task }) => l10n.t('is for {0}', sayTask(task))),
    });
  }
  return sections;
}
