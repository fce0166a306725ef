import type { Snapshot } from '../model/snapshot.js';
import { tasksOf, type Task } from '../model/roadmap.js';
import type { NextTask } from '../progress/next.js';
import { sayBlockers, sayReasons } from '../progress/nextWords.js';
import { printable } from '../views/columns.js';
import { parentOf } from '../views/lenses.js';
import { whatNext } from '../views/nextJson.js';
import { nameOf, statusSigns } from '../views/words.js';
import type { Answer } from './answer.js';
import { more, roadmapsAt, type ReadableFile } from './findTasks.js';
import { page, type PageInput } from './pages.js';
import { revisionOf } from './revision.js';
import { short } from './short.js';

/** A task that can be worked on, or waits. */
interface NextBriefJson {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly roadmap: string;
  readonly line: number;
  readonly because: string;
  /** Who holds it; absent where nobody is named. */
  readonly owners?: readonly string[];
  readonly revision: string;
}

/** What can be worked on, the first first, as versioned JSON: entries of `roadmap-lens next --json`. Lines are 1-based. */
export interface NextAnswerJson {
  readonly schemaVersion: 1;
  readonly ready: readonly NextBriefJson[];
  readonly total: number;
  readonly nextCursor?: string;
  /** The first that wait, and for what; and how many there are. */
  readonly waiting: readonly (NextBriefJson & { readonly waitsFor: string })[];
  readonly waitingTotal: number;
}

/** What is next in the roadmaps, or in the one at a path; roadmap after roadmap. `today`: days since 1970. */
export function nextTasksAnswer(
  snapshot: Snapshot,
  input: PageInput & { readonly roadmap?: string },
  today: number,
): Answer<NextAnswerJson> {
  const files = roadmapsAt(snapshot, input.roadmap);
  const found = files.flatMap((file) => {
    const next = whatNext(snapshot, file, today);
    return next ? [{ file, next }] : [];
  });
  const ready = found.flatMap(({ file, next }) => next.ready.map((each) => ({ file, each })));
  const waiting = found.flatMap(({ file, next }) => next.waiting.map((each) => ({ file, each })));
  // Reasons are said of those alone that are told: each may name others at length.
  const { items, total, nextCursor } = page(ready, ({ file, each }) => `${file.path} ${each.task.id}`, {
    limit: 5,
    ...input,
  });
  const structured: NextAnswerJson = {
    schemaVersion: 1,
    ready: items.map(brief),
    total,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    waiting: waiting.slice(0, input.limit ?? 5).map((one) => ({
      ...brief(one),
      waitsFor: short(sayBlockers(one.each.task, one.each.blockedBy ?? [])),
    })),
    waitingTotal: waiting.length,
  };
  const empty = files.every(({ roadmap }) => tasksOf(roadmap).next().done)
    ? 'The roadmap has no task.'
    : 'Nothing is ready.';
  const text = [
    total === 0 ? empty : `${items.length} of ${total} ready tasks${more(nextCursor)}`,
    ...structured.ready.map(sayNext),
    ...structured.waiting.map((one) => `${sayNext(one)} · ${printable(one.waitsFor)}`),
    ...(waiting.length > structured.waiting.length
      ? [`and ${waiting.length - structured.waiting.length} more wait`]
      : []),
  ];
  return { structured, text: text.join('\n') };
}

function brief({ file, each }: { readonly file: ReadableFile; readonly each: NextTask }): NextBriefJson {
  const { id, title, status, titleSpan, owner, owners = owner ? [owner] : [] } = each.task;
  return {
    id,
    title: short(title),
    status,
    roadmap: file.path,
    line: file.lines.lineAt(titleSpan.start) + 1,
    because: short(sayReasons(each.reasons)),
    ...(owners.length > 0 ? { owners: owners.slice(0, 10).map(({ value }) => short(value)) } : {}),
    revision: revisionOf(each.task, titlesAbove(file, each.task)),
  };
}

/** Outermost first. */
function titlesAbove(file: ReadableFile, task: Task): readonly string[] {
  const titles: string[] = [];
  for (let above = parentOf(file, task); above; above = parentOf(file, above)) titles.unshift(nameOf(above));
  return titles;
}

function sayNext({ id, title, status, roadmap, line, because, owners = [], revision }: NextBriefJson): string {
  const sign = statusSigns[status as keyof typeof statusSigns];
  const holders = owners.map((owner) => `@${owner.replace(/^@/, '')}`).join(', ');
  const parts = [`${sign} ${id} ${title}`, holders, because, `${roadmap}:${line}`, `rev ${revision}`];
  return printable(parts.filter((part) => part !== '').join(' · '));
}
