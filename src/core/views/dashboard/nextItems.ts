import { linksOf } from '../../links/links.js';
import { configOf } from '../../model/snapshot.js';
import type { NextTask } from '../../progress/next.js';
import { sayBlockers, sayReasons } from '../../progress/nextWords.js';
import { whatNext } from '../nextJson.js';
import type { Next, NextItem } from './dashboard.js';
import { mostNext } from './limits.js';
import { remembered, type Subject } from './subject.js';

const made = remembered<Next>();

/** What can be worked on, and what waits. */
export function nextItems(subject: Subject): Next {
  const { roadmap, snapshot, file, timing, today, sayDay } = subject;
  const { aliases } = configOf(snapshot, file.folder);
  return made([roadmap, timing.schedules, today, linksOf(snapshot), aliases, sayDay], () => {
    const next = whatNext(snapshot, file, today, mostNext);
    if (!next) return { items: [], ready: 0, waiting: 0 };
    const items = [
      ...next.ready.map((each) => nextItem(each, true, sayReasons(each.reasons, sayDay))),
      ...next.waiting.map((each) => nextItem(each, false, sayBlockers(each.task, each.blockedBy ?? []))),
    ];
    return { items, ...next.totals };
  });
}

function nextItem({ task: { id, title } }: NextTask, ready: boolean, because: string): NextItem {
  return { id, title, ready, because };
}
