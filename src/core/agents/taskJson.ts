import type { Priority, Status, Task } from '../model/roadmap.js';
import type { RoadmapFile } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { printable } from '../views/columns.js';
import { formatPlannedDate, statusSigns } from '../views/words.js';
import { revisionOf } from './revision.js';
import { short } from './short.js';

/** A task in few words: as a list has it. What is not known is left out, long texts are cut. Lines are 1-based. */
export interface TaskBriefJson {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /** Path of its roadmap. */
  readonly roadmap: string;
  readonly line: number;
  /** Titles above it, outermost first. */
  readonly path: readonly string[];
  readonly priority?: Priority;
  readonly effort?: string;
  readonly owners?: readonly string[];
  readonly due?: string;
  /** What a change of it has to name; another one means that the task is another by now. */
  readonly revision: string;
}

/** Where a task stands. */
export interface PathedTask {
  readonly file: Pick<RoadmapFile, 'path' | 'lines'>;
  readonly task: Task;
  readonly path: readonly string[];
}

export function taskBrief({ file, task, path }: PathedTask): TaskBriefJson {
  const { id, title, priority, effort, owner, owners = owner ? [owner] : [], due } = task;
  return {
    id,
    title: short(title),
    status: statusOf(task),
    roadmap: file.path,
    line: file.lines.lineAt(task.titleSpan.start) + 1,
    path: path.map((above) => short(above)),
    ...(priority ? { priority: priority.value } : {}),
    ...(effort ? { effort: short(effort.text) } : {}),
    ...(owners.length > 0 ? { owners: owners.slice(0, 10).map(({ value }) => short(value)) } : {}),
    ...(due ? { due: formatPlannedDate(due) ?? short(due.text) } : {}),
    revision: revisionOf(task, path),
  };
}

/** The same in a line: `○ RM-12 Add tests · Now › Phase 1 · high, @ada, due 2026-04-16 · ROADMAP.md:41 · rev 1x3a…` */
export function sayBrief({
  id,
  title,
  status,
  roadmap,
  line,
  path,
  priority,
  effort,
  owners = [],
  due,
  revision,
}: TaskBriefJson): string {
  const facts = [
    priority,
    effort,
    ...owners.map((owner) => `@${owner.replace(/^@/, '')}`),
    due === undefined ? undefined : `due ${due}`,
  ];
  const said = facts.filter((fact) => fact !== undefined).join(', ');
  const parts = [
    `${statusSigns[status]} ${id} ${title}`,
    path.join(' › '),
    said,
    `${roadmap}:${line}`,
    `rev ${revision}`,
  ];
  return printable(parts.filter((part) => part !== '').join(' · '));
}
