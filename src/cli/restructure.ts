import type { Config } from '../core/model/config.js';
import type { TaskPlace } from '../core/model/edit.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import { edit, type EditOptions } from './editing.js';
import type { Io } from './io.js';
import { groupNamed, taskNamed } from './names.js';
import { Refused } from './refused.js';

export interface PlaceOptions extends EditOptions {
  readonly after?: string;
  readonly under?: string;
  readonly into?: string;
}

/** `roadmap-lens add "<title>" --into Now`: a new task, written as its neighbours are. */
export function add(title: string, options: PlaceOptions, io: Io): Promise<number> {
  return edit(options, io, (document, config) => [{ kind: 'add', title, place: placeOf(options, document, config) }]);
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

/** `roadmap-lens repair`: writes garbled characters as they were meant. */
export function repair(options: EditOptions, io: Io): Promise<number> {
  return edit(options, io, () => [{ kind: 'repair' }]);
}

function placeOf({ after, under, into }: PlaceOptions, document: EditedDocument, config: Config): TaskPlace {
  const given = [after, under, into].filter((place) => place !== undefined);
  if (given.length !== 1) throw new Refused('Say where: --after TASK, --under TASK or --into GROUP.');
  if (after !== undefined) return { after: taskNamed(document, config, after).id };
  if (under !== undefined) return { under: taskNamed(document, config, under).id };
  return { into: groupNamed(document, into!).id };
}
