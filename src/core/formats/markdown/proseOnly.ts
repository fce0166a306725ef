import { append } from '../../text/append.js';
import type { Group, Task } from '../../model/roadmap.js';
import { groupKind } from '../groupTitle.js';
import { plainTitle } from '../plainTitle.js';
import { isDescribed } from './headingTasks.js';
import { readInline } from './inline.js';
import type { Section } from './outline.js';
import { lineTask, paragraphsOf } from './paragraphItems.js';
import { readHeading, type Place } from './plan.js';
import type { Reading } from './tasks.js';
import { readTitle } from './titles.js';

/**
 * Roadmaps without a single list or table of work: each section is one piece of work described in prose, or each
 * paragraph of a section is.
 */

/** What a document is called that is a plan. */
const planTitle =
  /\b(?:roadmap|road map|to-?dos?|milestones|(?:development|project|release|implementation) plan|backlog|tarefas|tareas|feuille de route|fahrplan|aufgaben)\b|план|дорожная карта|дорожня карта|задачи|路线图|路線圖|ロードマップ|로드맵/u;

/** A paragraph longer than this describes; a shorter one may be an item. */
const longestItem = 200;

/** Reads the sections below the title of a plan in prose; nothing where the title says nothing of a plan. */
export function readProse(
  reading: Reading,
  title: string,
  sections: readonly Section[],
  place: Place,
): (Group | Task)[] {
  const described = sections.filter((section) => isDescribed(reading, section));
  if (described.length < 2 || !planTitle.test(plainTitle(title))) return [];
  const found: (Group | Task)[] = [];
  for (const section of described) {
    const items = itemsOf(reading, section, place);
    if (items.length >= 2) found.push(groupOf(reading, section, items));
    else
      append(
        found,
        [readHeading(reading, section, place)].filter((task) => task !== undefined),
      );
  }
  return found;
}

/** The short paragraphs of a section, where it has no other. */
function itemsOf(reading: Reading, section: Section, { inherited }: Place): Task[] {
  const prose = section.parts.flatMap((part) => part.prose);
  const paragraphs = paragraphsOf(reading.source.text, prose);
  if (paragraphs.some(({ start, end }) => end - start > longestItem)) return [];
  return paragraphs
    .map((span) => lineTask(reading, readInline(reading.source, span), span, inherited))
    .filter((task) => /\p{L}/u.test(task.title));
}

function groupOf(reading: Reading, section: Section, children: readonly Task[]): Group {
  const title = readTitle(section.title!, reading.grammar);
  return {
    id: title.id?.value ?? '',
    kind: groupKind(title.text, title.id?.value, undefined, children, reading.grammar.marks),
    title: title.text,
    titleSpan: title.span,
    name: title.text,
    span: section.span,
    markerSpan: section.heading!.mark,
    outcomes: [],
    children,
  };
}
