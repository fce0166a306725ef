import { append } from '../../text/append.js';
import type { Group, Outcome, PlanFacts, Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { groupKind, readTiming, windowOf, type Timing } from '../groupTitle.js';
import { onlyFacts } from '../planFacts.js';
import { plainTitle } from '../plainTitle.js';
import type { List } from './blocks.js';
import { introducesList, readField, type Part, type Section } from './outline.js';
import { readInline } from './inline.js';
import { readMetrics, readNextSteps, readOutcomes, readRegister, type Registers } from './registers.js';
import {
  areWork,
  flatten,
  headingTask,
  isDeliverable,
  isEntry,
  isDescribed,
  isMarkedWork,
  isStage,
} from './headingTasks.js';
import { readItems } from './itemGroups.js';
import { isBoxList } from './boxes.js';
import { isMarkedList, isNoWork, isRecord, namesActions } from './lists.js';
import { readMarkedLines } from './paragraphItems.js';
import { fieldsOf, recordAbove } from './records.js';
import { statusOfHeading, statusOfName } from './sectionStatus.js';
import { readTable } from './tables.js';
import { takeField, type FieldFacts, type InheritedStatus, type Reading } from './tasks.js';
import { readTitle, type Title } from './titles.js';
import { labelRole, sectionRole } from './vocabulary.js';

/** Where in the plan a section stands. */
export interface Place {
  readonly inherited?: InheritedStatus;
  /** The horizon above, if it counts from the roadmap's start: weeks and quarters inside it count from there too. */
  readonly relative: boolean;
  /** Whether a heading above says that what stands below it is a plan. */
  readonly planned: boolean;
}

/** What the parts of a section hold. */
interface Contents {
  readonly facts: FieldFacts;
  readonly outcomes: Outcome[];
  outcomesSpan?: Span;
  readonly children: (Group | Task)[];
}

/** Reads a section of the plan: as a group, or as the task it stands for; undefined where nothing in it belongs to a plan. */
function readGroup(reading: Reading, section: Section, place: Place, registers: Registers): Group | Task | undefined {
  const { heading, title: inline } = section;
  if (!heading || !inline) return undefined;
  const title = readTitle(inline, reading.grammar, 'group');
  const at = inline.read.text.indexOf(title.text);
  const spanOf = (from: number, to: number) => inline.read.sourceSpan(at + from, at + to);
  const timing = readTiming(title.text, spanOf, place.relative);
  const facts = groupFacts(reading, title, section.parts);
  const status = facts.status?.value;
  const inherited = status ? { status } : place.inherited;
  const below: Place = {
    relative: place.relative || timing.relative,
    planned: place.planned || status !== undefined || isPlanned(title, timing),
    ...(inherited ? { inherited } : {}),
  };
  const contents = readParts(reading, section, below, registers, facts);
  append(contents.children, readSections(reading, section.sections, below, registers));
  const { children, outcomes } = contents;
  if (children.length > 0 && isDeliverable(reading, title, timing, facts, section, inherited)) {
    return headingTask(section, title, facts, place.inherited, flatten(children));
  }
  if (children.length === 0 && outcomes.length === 0) {
    if (isMarkedWork(title, facts) || isEntry(reading, title, timing, facts, section))
      return headingTask(section, title, facts, place.inherited, []);
    if (!timing.window && !facts.priority && !facts.effort) return undefined;
  }
  const window = windowOf(title.text, timing, spanOf);
  return {
    id: title.id?.value ?? '',
    kind: groupKind(title.text, title.id?.value, timing.window, children, reading.grammar.marks),
    title: title.text,
    titleSpan: title.span,
    name: timing.name,
    span: section.span,
    markerSpan: heading.mark,
    ...stated(facts),
    ...(window ? { window } : {}),
    outcomes,
    ...(contents.outcomesSpan ? { outcomesSpan: contents.outcomesSpan } : {}),
    children,
  };
}

/** Reads the sections below a heading; those described in prose are tasks where what stands beside or above them says so. */
function readSections(
  reading: Reading,
  sections: readonly Section[],
  place: Place,
  registers: Registers,
): (Group | Task)[] {
  const besideTasks = sections.some(({ title }) => title && labelRole(title.read.text) === 'tasks');
  const found = sections.map((section) =>
    besideTasks && describesPhase(reading, section) ? undefined : readSection(reading, section, place, registers),
  );
  const described = sections.filter((section, index) => !found[index] && isDescribed(reading, section));
  if (described.length === 0 || ((reading.usesBoxes || reading.isStaged) && !place.planned))
    return found.filter((node) => node !== undefined);
  const isWork = areWork(described, found, place.inherited, (section) => readTitle(section.title!, reading.grammar));
  return sections.flatMap((section, index) => {
    const node =
      found[index] ??
      (described.includes(section) && isWork(section) ? readHeading(reading, section, place) : undefined);
    return node ? [node] : [];
  });
}

/** Beside a section of tasks, one that is called what a label of details is called. */
function describesPhase(reading: Reading, section: Section): boolean {
  const { title } = section;
  if (!title || holdsBoxes(reading, section)) return false;
  const role = labelRole(title.read.text);
  const word = plainTitle(title.read.text).split(' ')[0] ?? '';
  const name = role === 'heading' && word.length > 3 ? labelRole(word) : role;
  return name === 'detail' || name === 'metrics' || name === 'outcomes';
}

/** A section described in prose as the task it stands for. */
export function readHeading(reading: Reading, section: Section, place: Place): Task | undefined {
  const title = readTitle(section.title!, reading.grammar);
  if (!title.text) return undefined;
  return headingTask(section, title, groupFacts(reading, title, section.parts), place.inherited, []);
}

/** Names of sections that hold work, where a document also has lists that are none. */
const planWords =
  /\b(?:plan|roadmap|tasks?|to[- ]?dos?|priorities|this (?:week|month|sprint|quarter)|today|features?|future|ideas?|wish ?list|backlog|enhancements?|improvements?|implementation|next|upcoming|planned|proposed|nice to have|stretch|misc|other|bugs?|fixes|cleanup|refactoring|checklist|release|requirements|deliverables|scope|remaining)\b|funktion|aufgabe|geplant|zukunft|ideen|funcionalidad|funcionalidade|tarea|tarefa|futur|ideas|ideias|pr[oó]xim|fonctionnalit|t[aâ]che|prochaine|id[eé]e|attivit|prossim|задач|функци|план|идеи|буду|завдан|功能|任务|待办|计划|未来|タスク|予定|機能|今後|작업|기능|계획|향후|개선|우선순위|예정|plan[ıi]|özellik|görev/u;

function isPlanned(title: Title, timing: Timing): boolean {
  const kind = groupKind(title.text, title.id?.value, timing.window, []);
  return kind !== 'section' || title.id !== undefined || planWords.test(plainTitle(title.text));
}

/** Reads a section by its role: a group of the plan, or a register, which leaves no group. */
export function readSection(
  reading: Reading,
  section: Section,
  place: Place,
  registers: Registers,
): Group | Task | undefined {
  const role = section.title && sectionRole(section.title.read.text);
  const mayBePlan = role === 'about' || role === 'dependencies';
  // Check boxes are work, whatever the section is called, and so are things to do for an area called "Metrics".
  const isArea =
    role === 'metrics' && plainTitle(section.title!.read.text) === 'metrics' && listsActions(reading, section);
  if (!role || role === 'plan' || role === 'nextSteps' || isArea || (mayBePlan && holdsWork(reading, section))) {
    return readGroup(reading, section, place, registers);
  }
  readRegister(reading, section, role, registers);
  return undefined;
}

function listsActions(reading: Reading, { parts }: Section): boolean {
  const lists = parts.flatMap((part) => part.lists);
  return lists.length > 0 && lists.every((list) => namesActions(reading, list));
}

/** Whether a section that is not about the plan's work lists some all the same, or holds a section of what is done. */
function holdsWork(reading: Reading, section: Section): boolean {
  const title = section.title?.read.text ?? '';
  const status = /^(?:current |project |overall )?(?:status|state)\b/.test(plainTitle(title));
  const isWork = (list: List) => (status ? isMarkedList(reading, list) : isBoxList(reading.source.text, list));
  return (
    section.parts.some(({ lists }) => lists.some(isWork)) ||
    section.sections.some(
      (child) => child.title && (statusOfName(child.title.read.text) === 'done' || holdsBoxes(reading, child)),
    )
  );
}

/** Whether check boxes stand in a section, however deep. */
function holdsBoxes(reading: Reading, { title, parts, sections }: Section): boolean {
  const role = title && sectionRole(title.read.text);
  if (role === 'metrics' || role === 'ignored') return false;
  return (
    parts.some(({ lists }) => lists.some((list) => isBoxList(reading.source.text, list))) ||
    sections.some((child) => holdsBoxes(reading, child))
  );
}

/** Facts of a group: from its heading, and from the fields before its first list. */
function groupFacts(reading: Reading, title: Title, parts: readonly Part[]): FieldFacts {
  const facts: FieldFacts = { ...title.facts };
  const status = statusOfHeading(title, reading.grammar.marks);
  if (status) facts.status = status;
  let listed = false;
  for (const part of parts) {
    // What a rule sets apart below the list is said of the document.
    if (part.apart && listed) continue;
    listed ||= part.lists.length > 0;
    for (const field of part.fields) takeField(reading, field, facts);
    // A list of facts right below the heading is about it.
    for (const list of part.lists) {
      if (part.label || part.prose.length > 0 || !isRecord(reading, list)) continue;
      for (const field of fieldsOf(reading, list)) takeField(reading, field, facts);
    }
  }
  return facts;
}

/** Reads what the labels of a section divide it into. */
export function readParts(
  reading: Reading,
  section: Section,
  place: Place,
  registers: Registers,
  facts: FieldFacts = {},
): Contents {
  const contents: Contents = { facts, outcomes: [], children: [] };
  const title = section.title?.read.text;
  // In a section of what is done or begun, a heading that is no phase is one thing, and its labels describe it.
  const isOne =
    place.inherited !== undefined && section.title !== undefined && !isStage(readTitle(section.title, reading.grammar));
  const besideTasks =
    isOne ||
    section.parts.some(
      ({ label, lists }) =>
        lists.length > 0 &&
        ((label && labelRole(label.title) === 'tasks') || lists.some((list) => isBoxList(reading.source.text, list))),
    );
  // Looked for once: a section may have thousands of labels.
  let saysWhat: boolean | undefined;
  for (const part of section.parts) {
    let role = part.label ? labelRole(part.label.title) : 'tasks';
    if (role === 'heading' && isAside(part.label!.title)) role = 'detail';
    switch (role) {
      case 'tasks':
        append(contents.children, readWork(reading, part, place, title));
        break;
      case 'outcomes':
        append(contents.outcomes, readOutcomes(reading, part));
        contents.outcomesSpan ??= part.span;
        break;
      case 'metrics':
        readMetrics(reading, part, title, registers.metrics);
        break;
      case 'nextSteps': {
        // What comes next is not yet done, whatever is said of the rest.
        const { inherited: _done, ...next } = place;
        const actions = part.lists.some((list) => namesActions(reading, list));
        const group = actions ? readLabelled(reading, part, next) : undefined;
        if (group) contents.children.push(group);
        else readNextSteps(reading, part, registers);
        break;
      }
      case 'heading': {
        // Where other labels say what they hold, what is ticked by emoji below a name underlines what is said there.
        saysWhat ??= section.parts.some(({ label }) => label && labelRole(label.title) !== 'heading');
        if (
          saysWhat &&
          part.label?.colon &&
          part.lists.length > 0 &&
          part.lists.every((list) => isTicked(reading, list))
        )
          break;
        const group = readLabelled(reading, part, place, besideTasks);
        if (group) contents.children.push(group);
        break;
      }
      case 'detail': {
        // Check boxes are work even below a label such as "Goals"; emoji underline what is said there.
        const lists = part.lists.filter((list) => isBoxList(reading.source.text, list));
        const group =
          lists.length > 0 ? readLabelled(reading, { ...part, lists, tables: [], prose: [] }, place) : undefined;
        if (group) contents.children.push(group);
        break;
      }
      default:
    }
  }
  return contents;
}

/** Whether a label names what as a heading would be no work. */
function isAside(label: string): boolean {
  const role = sectionRole(label);
  return role === 'about' || role === 'ignored' || role === 'metrics' || role === 'risks';
}

const small =
  /^(?:of|the|a|an|and|or|for|in|on|to|with|by|de|del|la|el|los|las|y|e|o|do|da|dos|das|du|des|le|les|et|und|der|die|das|für)$/;

/** Whether a label of three words or more, none of which is one of plans, announces what is said and not what is to do. */
function saysMuch(label: string): boolean {
  const plain = plainTitle(label.replace(/\([^()]*\)/g, ''));
  return plain.split(' ').filter((word) => word !== '' && !small.test(word)).length > 2 && !planWords.test(plain);
}

/** A bold line used as a heading: a group, where tasks follow it. */
function readLabelled(reading: Reading, part: Part, place: Place, besideTasks = false): Group | undefined {
  const { label } = part;
  if (!label) return undefined;
  const facts: FieldFacts = {};
  for (const field of part.fields) takeField(reading, field, facts);
  const named = statusOfName(label.title, reading.grammar.marks);
  if (named) facts.status ??= { value: named, span: label.span };
  const inherited = facts.status ? { status: facts.status.value } : place.inherited;
  const below = { ...place, planned: place.planned || planWords.test(plainTitle(label.title)) };
  // Where others say what is to do, what is listed below a name and a colon describes it, if it names nothing to do.
  const isWork = (list: List) => isMarkedList(reading, list) || namesActions(reading, list);
  const isWorded = (list: List) => isBoxList(reading.source.text, list) || namesActions(reading, list);
  const lists =
    !label.colon || facts.status
      ? part.lists
      : saysMuch(label.title)
        ? part.lists.filter(isWorded)
        : besideTasks
          ? part.lists.filter(isWork)
          : part.lists;
  const children = readWork(reading, { ...part, lists }, inherited ? { ...below, inherited } : below, label.title);
  if (children.length === 0) return undefined;
  return {
    id: '',
    kind: 'section',
    title: label.title,
    titleSpan: label.span,
    name: label.title,
    span: part.span,
    markerSpan: { start: label.span.start, end: label.span.start },
    ...stated(facts),
    outcomes: [],
    children,
  };
}

/** The lists, tables and marked lines of a part, in the order of the document. */
function readWork(reading: Reading, part: Part, place: Place, heading: string | undefined): (Group | Task)[] {
  const { inherited } = place;
  const found: (Group | Task)[] = readMarkedLines(reading, part.prose, inherited);
  for (const list of part.lists) {
    if (isRecord(reading, list)) {
      append(found, recordAbove(reading, list, part.prose, inherited));
      append(found, listedFields(reading, list, inherited));
    } else if (
      isExplained(reading, list, part.prose, !part.label && !place.planned && !reading.usesBoxes && !reading.isStaged)
    )
      continue;
    else if (isWork(reading, list, place, part.label !== undefined && labelRole(part.label.title) === 'tasks'))
      append(found, readItems(reading, list, inherited));
  }
  for (const table of part.tables) append(found, readTable(reading, table, inherited, heading));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether a list is marked by emoji alone. */
function isTicked(reading: Reading, list: List): boolean {
  return !isBoxList(reading.source.text, list) && isMarkedList(reading, list);
}

/** What is listed below a field such as `Focus:` in the facts of a section, where it names things to do. */
function listedFields(reading: Reading, list: List, inherited: InheritedStatus | undefined): (Group | Task)[] {
  return list.items.flatMap(({ blocks: [first, ...rest] }) => {
    const field =
      first?.type === 'paragraph' ? readField(readInline(reading.source, first.lines[0]!), true) : undefined;
    if (!field || field.value) return [];
    const role = labelRole(field.name);
    if (role !== 'tasks' && !/^(?:focus|scope|plan|schwerpunkt|foco)$/.test(plainTitle(field.name))) return [];
    return rest.flatMap((block) =>
      block.type === 'list' && (role === 'tasks' || namesActions(reading, block))
        ? readItems(reading, block, inherited)
        : [],
    );
  });
}

/** `Tag it only when all of these are true:`, `Design constraints:` */
const explains =
  /(?:\b(?:only )?(?:when|if)\b.{0,60}\b(?:true|met|pass(?:es)?|satisfied|hold)|\b(?:determines|cannot|committed to|means|because|why|constraints?|considerations?|criteria|assumptions?|rules?|principles?|notes?|examples?|conditions?|document (?:complet|with|avec).{0,40}))[:：]$/iu;

/** Whether the line above a list says that it holds something else than work; check boxes are work all the same. */
function isExplained(reading: Reading, list: List, prose: Part['prose'], isAside: boolean): boolean {
  const { text } = reading.source;
  const line = prose.find(
    ({ end }) =>
      end <= list.span.start &&
      /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)?$/.test(text.slice(end, list.span.start)),
  );
  if (!line || isBoxList(text, list)) return false;
  if (explains.test(text.slice(line.start, line.end).trimEnd())) return true;
  return (
    isAside &&
    reading.isIntroducedApart &&
    introducesList(text, line) &&
    !isMarkedList(reading, list) &&
    !namesActions(reading, list)
  );
}

/**
 * Whether a list is work. With marks it is; without, in a section that belongs to a plan, or where nothing tells the plan
 * from the rest of the document: neither check boxes elsewhere nor headings that are stages.
 */
function isWork(reading: Reading, list: List, place: Place, isTasks: boolean): boolean {
  if (isMarkedList(reading, list)) return true;
  if (isNoWork(reading, list, isTasks || place.inherited?.status === 'done')) return false;
  return !(reading.usesBoxes || reading.isStaged) || place.planned || namesActions(reading, list);
}

/** The facts of a group, as far as they are stated. */
function stated(facts: FieldFacts): PlanFacts & Pick<Group, 'ownStatus'> {
  return {
    ...onlyFacts(facts),
    ...(facts.status ? { ownStatus: facts.status } : {}),
  };
}
