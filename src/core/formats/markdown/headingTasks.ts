import type { Group, Task } from '../../model/roadmap.js';
import { groupKind, type Timing } from '../groupTitle.js';
import { onlyFacts } from '../planFacts.js';
import { plainTitle } from '../plainTitle.js';
import { isAction } from './action.js';
import type { Part, Section } from './outline.js';
import { isBoxList } from './boxes.js';
import { isRecord } from './lists.js';
import { statusOfName } from './sectionStatus.js';
import type { FieldFacts, InheritedStatus, Reading } from './tasks.js';
import type { Title } from './titles.js';
import { fieldName, labelRole, sectionRole } from './vocabulary.js';

/**
 * Headings that stand for one piece of work: they have a status or number of their own, or are described in prose, and
 * what is listed below them are its steps.
 */

const numbered =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s|(?:issue|task|feature|story|ticket|item|tarea|tarefa|aufgabe|t[aâ]che|задача|任务)\s?#?\d)/iu;

/** Whether a heading with tasks below it is a deliverable with its steps: numbered, and described by fields or labels. */
export function isDeliverable(
  { source }: Reading,
  title: Title,
  timing: Timing,
  facts: FieldFacts,
  section: Section,
  inherited: InheritedStatus | undefined,
): boolean {
  if (timing.window || !(numbered.test(title.text) || title.id)) return false;
  if (isStage(title)) return false;
  if (section.sections.some((child) => !child.title || sectionRole(child.title.read.text) === undefined)) return false;
  // An id beside a status, an owner or an estimate is an entry of a tracker.
  if (title.id && (facts.status ?? facts.owner ?? facts.effort ?? facts.priority)) return true;
  const boxes = section.parts.some(
    (part) =>
      part.lists.some((list) => isBoxList(source.text, list)) &&
      !(part.label && labelRole(part.label.title) === 'metrics'),
  );
  if (boxes) return false;
  // What has a status is one thing where prose says what it is before its steps are listed.
  const introduced = inherited !== undefined && (section.parts[0]?.prose.length ?? 0) > 0;
  return introduced || section.parts.some((part) => describes(part));
}

/** A phase, milestone, version or stretch of time: it groups work. */
export function isStage(title: Title): boolean {
  const plain = plainTitle(title.text);
  if (/^(?:phase|stage|sprint|milestone|version|release|epic|week|month|quarter|iteration)\b|^step \d/.test(plain))
    return true;
  return !/^step\b/.test(plain) && groupKind(title.text, title.id?.value, undefined, []) !== 'section';
}

/** Goals, problems, acceptance criteria: what is said of one thing. Tasks and outcomes are said of a phase as well. */
function describes({ label, fields }: Part): boolean {
  return [...fields.map(({ name }) => name), ...(label ? [label.title] : [])].some((name) => {
    const role = labelRole(name);
    return (role === 'detail' || role === 'metrics') && !fieldName(name);
  });
}

/** `Project status: on track`: said of the whole. */
const saysStatus = /^(?:(?:current|project|overall|development|implementation) )?(?:status|state)\b/;

/** Whether a heading with nothing listed below it says by its own mark or id that it is work. */
export function isMarkedWork(title: Title, facts: FieldFacts): boolean {
  if (statusOfName(title.text) || saysStatus.test(plainTitle(title.text))) return false;
  return title.status !== undefined || title.id !== undefined || facts.status !== undefined;
}

/**
 * Whether a heading with no work listed below it is an entry itself: a list of facts stands there, or it is numbered or
 * named as work and has an estimate. Phases and stretches of time are none.
 */
export function isEntry(
  reading: Reading,
  title: Title,
  timing: Timing,
  facts: FieldFacts,
  { parts }: Section,
): boolean {
  if (timing.window || isStage(title)) return false;
  if (parts.some(({ lists }) => lists.some((list) => isRecord(reading, list)))) return true;
  return Boolean(facts.priority ?? facts.effort ?? facts.owner) && (numbered.test(title.text) || isAction(title.text));
}

/** A section without lists of its own that is described in prose: it may be work, where those beside it are. */
export function isDescribed(reading: Reading, section: Section): boolean {
  const { title, parts, sections } = section;
  if (!title || sectionRole(title.read.text) !== undefined) return false;
  // What stands in every section, such as `Total`, is a field of each.
  if (reading.repeated.has(plainTitle(title.read.text))) return false;
  if (sections.some((child) => !child.title || sectionRole(child.title.read.text) === undefined)) return false;
  return parts.some(
    (part) =>
      part.prose.length > 0 ||
      part.fields.length > 0 ||
      part.label ||
      part.lists.some((list) => isRecord(reading, list)),
  );
}

/** Which of the sections that hold no tasks are work, by what stands beside and above them. */
export function areWork(
  candidates: readonly Section[],
  siblings: readonly (Group | Task | undefined)[],
  inherited: InheritedStatus | undefined,
  titleOf: (section: Section) => Title,
): (section: Section) => boolean {
  const marked = siblings.some((node) => node?.kind === 'task');
  const grouped = siblings.some((node) => node !== undefined && node.kind !== 'task');
  // Beside a group of tasks, prose is about it, and a phase without tasks is not planned yet.
  const all = marked || (!grouped && (inherited !== undefined || candidates.length >= 2));
  return (section) => (all || isAction(section.title!.read.text)) && !(grouped && isStage(titleOf(section)));
}

/** The task a heading stands for. */
export function headingTask(
  section: Section,
  title: Title,
  facts: FieldFacts,
  inherited: InheritedStatus | undefined,
  children: readonly Task[],
): Task {
  const own =
    facts.status ?? (title.status && title.statusSpan ? { value: title.status, span: title.statusSpan } : undefined);
  return {
    kind: 'task',
    id: title.id?.value ?? '',
    idSource: title.id ? 'explicit' : 'derived',
    ...(title.id ? { idSpan: title.id.span } : {}),
    title: title.text,
    titleSpan: title.span,
    span: section.span,
    markerSpan: section.heading!.mark,
    status: own?.value ?? inherited?.status ?? 'todo',
    statusSource: own ? 'own' : inherited ? 'inherited' : 'default',
    ...(own ? { statusSpan: own.span } : {}),
    ...onlyFacts(facts),
    children,
  };
}

/** The tasks of a deliverable: those below its labels are its own. */
export function flatten(children: readonly (Group | Task)[]): Task[] {
  return children.flatMap((child) => (child.kind === 'task' ? [child] : flatten(child.children)));
}
