import { append } from '../../text/append.js';
import type { Group, Outcome, Task } from '../../model/roadmap.js';
import type { Span } from '../../model/span.js';
import { statusOfWord } from '../../values/status.js';
import { groupKind, readTiming } from '../groupTitle.js';
import { plainTitle } from '../plainTitle.js';
import type { List } from './blocks.js';
import type { Part, Section } from './outline.js';
import { readMetrics, readNextSteps, readOutcomes, readRegister, type Registers } from './registers.js';
import { readTasks, takeField, type FieldFacts, type InheritedStatus, type Reading } from './tasks.js';
import { readTitle, type Title } from './titles.js';
import { labelRole, sectionRole } from './vocabulary.js';

/** Where in the plan a section stands. */
export interface Place {
  readonly inherited?: InheritedStatus;
  /** The horizon above, if it counts from the roadmap's start: weeks and quarters inside it count from there too. */
  readonly relative: boolean;
}

/** What the parts of a section hold. */
interface Contents {
  readonly facts: FieldFacts;
  readonly outcomes: Outcome[];
  outcomesSpan?: Span;
  readonly children: (Group | Task)[];
}

/** Reads a section of the plan as a group; undefined where it holds nothing that belongs to a plan. */
function readGroup(reading: Reading, section: Section, place: Place, registers: Registers): Group | undefined {
  const { heading, title: inline } = section;
  if (!heading || !inline) return undefined;
  const title = readTitle(inline, reading.grammar);
  const at = inline.read.text.indexOf(title.text);
  const timing = readTiming(title.text, (from, to) => inline.read.sourceSpan(at + from, at + to), place.relative);
  const facts = groupFacts(reading, title, section.parts);
  const status = facts.status?.value;
  const below: Place = {
    relative: place.relative || timing.relative,
    ...(status ? { inherited: { status } } : place.inherited ? { inherited: place.inherited } : {}),
  };
  const contents = readParts(reading, section, below, registers, facts);
  for (const child of section.sections) {
    const group = readSection(reading, child, below, registers);
    if (group) contents.children.push(group);
  }
  const { children, outcomes } = contents;
  if (children.length === 0 && outcomes.length === 0 && !timing.window && !facts.priority && !facts.effort)
    return undefined;
  return {
    id: title.id?.value ?? '',
    kind: groupKind(title.text, title.id?.value, timing.window, children, reading.grammar.marks),
    title: title.text,
    titleSpan: title.span,
    name: timing.name,
    span: section.span,
    markerSpan: heading.mark,
    ...(timing.window ? { window: timing.window } : {}),
    ...stated(facts),
    outcomes,
    ...(contents.outcomesSpan ? { outcomesSpan: contents.outcomesSpan } : {}),
    children,
  };
}

/** Reads a section by its role: a group of the plan, or a register, which leaves no group. */
export function readSection(reading: Reading, section: Section, place: Place, registers: Registers): Group | undefined {
  const role = section.title && sectionRole(section.title.read.text);
  const mayBePlan = role === 'about' || role === 'nextSteps' || role === 'dependencies';
  // Check boxes are work, whatever the section is called.
  if (!role || role === 'plan' || (mayBePlan && hasBoxes(reading, section))) {
    return readGroup(reading, section, place, registers);
  }
  readRegister(reading, section, role, registers);
  return undefined;
}

function hasBoxes({ source }: Reading, section: Section): boolean {
  return section.parts.some(({ lists }) => lists.some((list) => isBoxList(source.text, list)));
}

/** Whether any item of a list has a check box. */
export function isBoxList(text: string, list: List): boolean {
  return list.items.some(({ marker }) => /^\s*\[[^\]]?\]\s/.test(text.slice(marker.end, marker.end + 12)));
}

/** Facts of a group: from its heading, and from the fields before its first list. */
function groupFacts(reading: Reading, title: Title, parts: readonly Part[]): FieldFacts {
  const facts: FieldFacts = {};
  if (title.status && title.statusSpan) facts.status = { value: title.status, span: title.statusSpan };
  const named = title.status ? undefined : statusOfWord(plainTitle(title.text), reading.grammar.marks);
  if (named) facts.status = { value: named, span: title.span };
  for (const part of parts) for (const field of part.fields) takeField(reading, field, facts);
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
  for (const part of section.parts) {
    const role = part.label ? labelRole(part.label.title) : 'tasks';
    switch (role) {
      case 'tasks':
        for (const list of part.lists) append(contents.children, readTasks(reading, list, place.inherited));
        break;
      case 'outcomes':
        append(contents.outcomes, readOutcomes(reading, part));
        contents.outcomesSpan ??= part.span;
        break;
      case 'metrics':
        readMetrics(reading, part, title, registers.metrics);
        break;
      case 'nextSteps':
        readNextSteps(reading, part, registers);
        break;
      case 'heading': {
        const group = readLabelled(reading, part, place);
        if (group) contents.children.push(group);
        break;
      }
      default:
    }
  }
  return contents;
}

/** A bold line used as a heading: a group, where tasks follow it. */
function readLabelled(reading: Reading, part: Part, place: Place): Group | undefined {
  const { label } = part;
  if (!label || part.lists.length === 0) return undefined;
  const facts: FieldFacts = {};
  for (const field of part.fields) takeField(reading, field, facts);
  const named = statusOfWord(plainTitle(label.title), reading.grammar.marks);
  if (named) facts.status ??= { value: named, span: label.span };
  const inherited = facts.status ? { status: facts.status.value } : place.inherited;
  const children = part.lists.flatMap((list) => readTasks(reading, list, inherited));
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

/** The facts of a group, as far as they are stated. */
function stated(facts: FieldFacts): Partial<Pick<Group, 'priority' | 'effort' | 'owner' | 'ownStatus'>> {
  return {
    ...(facts.priority ? { priority: facts.priority } : {}),
    ...(facts.effort ? { effort: facts.effort } : {}),
    ...(facts.owner ? { owner: facts.owner } : {}),
    ...(facts.status ? { ownStatus: facts.status } : {}),
  };
}
