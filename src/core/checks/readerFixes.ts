import * as l10n from '@vscode/l10n';
import { idPattern, numbering } from '../edits/idPattern.js';
import type { Fix, Problem } from '../model/problem.js';
import { tasksOf, type Roadmap, type Status, type Task } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import type { Change } from '../model/edit.js';
import { statusWord } from '../values/statusWord.js';

/** The ways out of what a reader found wrong in a roadmap. */
export function readerFixes({ uri, roadmap }: RoadmapFile, problem: Problem): readonly Fix[] {
  const { code, span } = problem;
  const fix = (title: string, safe: boolean, change: Change): Fix => ({
    title,
    safe,
    edit: { kind: 'roadmap', uri, changes: [change] },
  });
  if (!roadmap || !span) return [];
  switch (code) {
    case 'mojibake':
      return [fix(l10n.t('Repair the encoding of the whole file'), true, { kind: 'repair' })];
    case 'duplicate-id': {
      const task = taskAt(roadmap, (one) => one.idSpan?.start === span.start);
      const pattern = idPattern(roadmap, undefined);
      if (!task || 'message' in pattern) return [];
      return [fix(l10n.t('Give it the next free id'), false, numbering(roadmap, [task], pattern))];
    }
    case 'unknown-mark': {
      const task = taskAt(roadmap, (one) => one.statusSpan?.start === span.start);
      const mark = (value: Status) =>
        fix(l10n.t('Mark "{0}" as {1}', task!.title, statusWord(value)), false, {
          kind: 'set',
          task: task!.id,
          field: 'status',
          value,
        });
      return task ? [mark('todo'), mark('doing'), mark('done')] : [];
    }
    default:
      return [];
  }
}

function taskAt(roadmap: Roadmap, is: (task: Task) => boolean): Task | undefined {
  for (const task of tasksOf(roadmap)) if (is(task)) return task;
  return undefined;
}
