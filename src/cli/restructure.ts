import type { Config } from '../core/model/config.js';
import type { TaskPlace } from '../core/model/edit.js';
import { LineIndex } from '../core/model/span.js';
import { localDate } from '../core/values/date.js';
import { SourceText } from '../core/text/sourceText.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import { taskBrief } from '../core/agents/taskJson.js';
import { addedTask, planAddition } from '../core/edits/planAddition.js';
import { reopened } from '../core/edits/planEdit.js';
import { placedTasks } from '../core/views/taskList.js';
import type { PlannedRoadmap } from '../hosts/node/project/editRoadmap.js';
import { edit, type EditOptions } from './editing.js';
import type { Io } from './io.js';
import { groupNamed, taskNamed } from '../core/edits/names.js';
import { Refused } from '../core/model/refused.js';

export interface PlaceOptions extends EditOptions {
  readonly after?: string;
  readonly under?: string;
  readonly into?: string;
}

export interface AddOptions extends PlaceOptions {
  /** With the next id, where the roadmap numbers its tasks. */
  readonly numbered?: boolean;
}

/** `roadmap-lens add "<title>" --into Now`: a new task, written as its neighbours are. */
export function add(title: string, options: AddOptions, io: Io): Promise<number> {
  const numbered = options.numbered === true;
  return edit(
    options,
    io,
    (document, config) => planAddition(document, { title, place: placeOf(options, document, config), numbered }),
    addedJson,
  );
}

/** The new task, for programs that go on with it. */
function addedJson({ document, planned }: PlannedRoadmap, path: string): object {
  if (!planned.ok) return {};
  const after = reopened(document, planned.text);
  const task = addedTask(after, planned);
  const placed = [...placedTasks(after.roadmap)].find((one) => one.task === task);
  return placed ? { task: taskBrief({ ...placed, file: { path, lines: new LineIndex(planned.text) } }) } : {};
}

/** `roadmap-lens move <task>… --after RM-3`: with all that stands below them. */
export function move(names: readonly string[], options: PlaceOptions, io: Io): Promise<number> {
  return edit(options, io, (document, config) => {
    const tasks = names.map((name) => taskNamed(document, config, name).id);
    return [{ kind: 'move', tasks, place: placeOf(options, document, config) }];
  });
}

/** `roadmap-lens remove <task>…`: with all that stands below them. */
export function remove(names: readonly string[], options: EditOptions, io: Io): Promise<number> {
  return edit(options, io, (document, config) => [
    { kind: 'remove', tasks: names.map((name) => taskNamed(document, config, name).id) },
  ]);
}

export interface RepairOptions extends EditOptions {
  readonly at?: string;
}

/** `roadmap-lens repair [--at LINE[:COLUMN]]`: writes garbled characters as they were meant, of the file or of one place. */
export function repair(options: RepairOptions, io: Io): Promise<number> {
  return edit(options, io, ({ text }) => {
    if (options.at === undefined) return [{ kind: 'repair' }];
    const found = /^(\d{1,9})(?::(\d{1,9}))?$/.exec(options.at);
    if (!found) throw new Refused(`"${options.at}" is no place: write --at LINE or --at LINE:COLUMN, counted from 1.`);
    const lines = new LineIndex(text);
    const line = Number(found[1]) - 1;
    const { mojibake } = new SourceText(text);
    const inLine = mojibake.filter(({ start }) => lines.lineAt(start) === line);
    const column = found[2] === undefined ? undefined : Number(found[2]) - 1;
    const place = inLine.find(
      ({ start, end }) =>
        column === undefined ||
        (lines.positionAt(start).character <= column && column < lines.positionAt(end).character),
    );
    if (!place) throw new Refused(`No garbled character stands at ${options.at}.`);
    const places = column === undefined ? inLine : [place];
    // From the end, so that the places before stay where they are.
    return [...places].reverse().map(({ start }) => ({ kind: 'repair', at: start }));
  });
}

export interface AssignIdsOptions extends EditOptions {
  readonly prefix?: string;
}

/** `roadmap-lens assign-ids [--prefix RM]`: ids for all tasks that have none. */
export function assignIds({ prefix, ...options }: AssignIdsOptions, io: Io): Promise<number> {
  return edit(options, io, () => ({ kind: 'assignIds', ...(prefix === undefined ? {} : { prefix }) }));
}

export interface ReviewOptions extends EditOptions {
  readonly date?: string;
}

/** `roadmap-lens review [--date 2026-11-26]`: says when the roadmap was last gone through, today by default. */
export function review({ date, ...options }: ReviewOptions, io: Io): Promise<number> {
  return edit(options, io, () => [{ kind: 'review', date: date ?? localDate(new Date()) }]);
}

function placeOf({ after, under, into }: PlaceOptions, document: EditedDocument, config: Config): TaskPlace {
  const given = [after, under, into].filter((place) => place !== undefined);
  if (given.length !== 1) throw new Refused('Say where: --after TASK, --under TASK or --into GROUP.');
  if (after !== undefined) return { after: taskNamed(document, config, after).id };
  if (under !== undefined) return { under: taskNamed(document, config, under).id };
  return { into: groupNamed(document, into!).id };
}
