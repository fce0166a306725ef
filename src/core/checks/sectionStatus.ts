import * as l10n from '@vscode/l10n';
import { groupsOf, type Group, type Status, type Task } from '../model/roadmap.js';
import { statusOf } from '../progress/counts.js';
import { statusWord } from '../values/statusWord.js';
import { isSilenced, type PlanSubject, type Rule } from './rule.js';

/** Tasks whose own mark says another thing than the section they stand in: `[ ]` below `## Done`. One for each section. */
export const sectionStatus: Rule<PlanSubject> = {
  code: 'section-status',
  severity: 'warning',
  run({ file, roadmap }) {
    return [...groupsOf(roadmap)].flatMap(({ group }) => {
      const said = group.kind === 'status' ? group.ownStatus?.value : undefined;
      if (said === undefined) return [];
      const wrong = [...outermostTasks(group)].filter(
        (task) => contradicts(said, task) && !isSilenced(file, task.statusSpan ?? task.titleSpan, sectionStatus.code),
      );
      const [first, ...others] = wrong;
      if (!first) return [];
      const [section, own] = [statusWord(said), statusWord(statusOf(first))];
      const message =
        others.length === 0
          ? l10n.t(
              '"{0}" is marked as {1} in a section that says {2}: move it, or correct its mark.',
              first.title,
              own,
              section,
            )
          : l10n.t(
              '{0} tasks are marked otherwise than their section "{1}" says ({2}), such as "{3}" as {4}: move them, or correct their marks.',
              wrong.length,
              group.title,
              section,
              first.title,
              own,
            );
      const related = others.map(({ title, titleSpan }) => ({
        uri: file.uri,
        range: file.lines.rangeOf(titleSpan),
        message: title,
      }));
      return {
        message,
        range: file.lines.rangeOf(first.statusSpan ?? first.titleSpan),
        ...(related.length > 0 ? { related } : {}),
      };
    });
  },
};

/** The tasks of a section that stand in no other task, nor in a section that says something of its own. */
function* outermostTasks({ children }: Group): Generator<Task> {
  for (const child of children) {
    if (child.kind === 'task') yield child;
    else if (!child.ownStatus) yield* outermostTasks(child);
  }
}

/** Done among what is not, and the other way round. That something is begun or blocked is no contradiction to being open. */
function contradicts(section: Status, task: Task): boolean {
  if (task.statusSource !== 'own') return false;
  const own = statusOf(task);
  return section === 'done' ? own !== 'done' && own !== 'cancelled' : section !== 'cancelled' && own === 'done';
}
