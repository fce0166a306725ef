import { linksOf } from '../../links/links.js';
import { configOf } from '../../model/snapshot.js';
import type { NextTask } from '../../progress/next.js';
import { sayBlockers, sayReasons } from '../../progress/nextWords.js';
import { whatNext } from '../nextJson.js';
import type { NextItem } from './dashboard.js';
import { remembered, type Subject } from './subject.js';

/** So many are told of each list: more than anybody looks through, and enough for a filter to leave some. */
const most = 250;

const made = remembered<readonly NextItem[]>();

/** What can be worked on, and what waits. */
export function nextItems(subject: Subject): readonly NextItem[] {
  const { roadmap, snapshot, file, timing, today } = subject;
  const { aliases } = configOf(snapshot, file.folder);
  return made([roadmap, timing.schedules, today, linksOf(snapshot), aliases], () => {
    const next = whatNext(snapshot, file, today, most);
    if (!next) return [];
    return [
      ...next.ready.map((each) => nextItem(each, true, sayReasons(each.reasons))),
      ...next.waiting.map((each) => nextItem(each, false, sayBlockers(each.task, each.blockedBy ?? []))),
    ];
  });
}

function nextItem({ task: { id, title } }: NextTask, ready: boolean, because: string): NextItem {
  return { id, title, ready, because };
}
