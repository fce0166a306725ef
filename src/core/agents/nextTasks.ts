import type { Snapshot } from '../model/snapshot.js';
import { tasksOf } from '../model/roadmap.js';
import { printable } from '../views/columns.js';
import { nextJson } from '../views/nextJson.js';
import { statusSigns } from '../views/words.js';
import type { Answer } from './answer.js';
import { more, roadmapsAt } from './findTasks.js';
import { page, type PageInput } from './pages.js';
import { revisionOf } from './revision.js';
import { placedTasks } from '../views/taskList.js';

/** A task that can be worked on, or waits. */
interface NextBriefJson {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly roadmap: string;
  readonly line: number;
  readonly because: string;
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
  const { roadmaps } = nextJson({ ...snapshot, roadmaps: files }, today);
  const briefs = roadmaps.flatMap((one, at) => {
    const { path, roadmap } = files[at]!;
    const revisions = new Map(
      [...placedTasks(roadmap)].map((placed) => [placed.task.id, revisionOf(placed.task, placed.path)]),
    );
    const brief = ({ id, title, status, line, because }: (typeof one.ready)[number]): NextBriefJson => ({
      id,
      title,
      status,
      roadmap: path,
      line,
      because,
      revision: revisions.get(id)!,
    });
    return [
      {
        ready: one.ready.map(brief),
        waiting: one.waiting.map((each) => ({ ...brief(each), waitsFor: each.waitsFor })),
      },
    ];
  });
  const { items, total, nextCursor } = page(
    briefs.flatMap(({ ready }) => ready),
    ({ id, roadmap }) => `${roadmap} ${id}`,
    { limit: 5, ...input },
  );
  const waiting = briefs.flatMap((each) => each.waiting);
  const structured: NextAnswerJson = {
    schemaVersion: 1,
    ready: items,
    total,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    waiting: waiting.slice(0, input.limit ?? 5),
    waitingTotal: waiting.length,
  };
  const empty = files.every(({ roadmap }) => tasksOf(roadmap).next().done)
    ? 'The roadmap has no task.'
    : 'Nothing is ready.';
  const text = [
    total === 0 ? empty : `${items.length} of ${total} ready tasks${more(nextCursor)}`,
    ...items.map(sayNext),
    ...structured.waiting.map((one) => `${sayNext(one)} · ${printable(one.waitsFor)}`),
    ...(waiting.length > structured.waiting.length
      ? [`and ${waiting.length - structured.waiting.length} more wait`]
      : []),
  ];
  return { structured, text: text.join('\n') };
}

function sayNext({ id, title, status, roadmap, line, because, revision }: NextBriefJson): string {
  const sign = statusSigns[status as keyof typeof statusSigns];
  return printable(`${sign} ${id} ${title} · ${because} · ${roadmap}:${line} · rev ${revision}`);
}
