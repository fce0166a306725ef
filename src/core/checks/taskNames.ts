import { distance } from 'fastest-levenshtein';
import type { TaskRef } from '../links/taskLookup.js';
import type { PlanHistory } from '../model/planHistory.js';
import { tasksOf, type Status } from '../model/roadmap.js';
import type { RoadmapFile, Snapshot } from '../model/snapshot.js';
import { statusOf } from '../progress/counts.js';
import { idKey, slug } from '../references/taskId.js';

/** A task as far as those who name it care. */
export interface NamedTask {
  /** Of its roadmap. */
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly status: Status;
}

/** A task that was meant by another name than its id. */
export interface MeantTask {
  readonly task: NamedTask;
  /** `title`: it is called so, and has an id of its own. `history`: it was called so in an earlier version of the roadmap. */
  readonly by: 'title' | 'history';
}

/** What tasks are called, and were called. */
export class TaskNames {
  private readonly byKey = new Map<string, NamedTask>();
  private readonly idsByFolder = new Map<string, string[]>();
  /** By folder and the kebab-case form of a title; undefined where several are called so. */
  private readonly byTitle = new Map<string, MeantTask | undefined>();
  /** All of it as one text. */
  private readonly said: string;

  constructor({ roadmaps, planHistories }: Pick<Snapshot, 'roadmaps' | 'planHistories'>) {
    for (const file of roadmaps) this.add(file);
    for (const file of roadmaps) {
      const history = planHistories.find(({ uri }) => uri === file.uri);
      if (history) this.addFormer(file, history);
    }
    const titles = [...this.byTitle].map(([key, meant]) => [key, meant?.by, meant?.task.id]);
    this.said = JSON.stringify([[...this.byKey.values()], titles]);
  }

  of({ uri, id }: TaskRef): NamedTask | undefined {
    return this.byKey.get(keyOf(uri, id));
  }

  /** The task of a folder that is, or was, called by the title that an id would be made of. */
  meantBy(folder: string, raw: string): MeantTask | undefined {
    return this.byTitle.get(keyOf(folder, raw));
  }

  /**
   * The id of a folder that was probably meant: the same but for hyphens, zeros and case (`RM12` is `RM-12`), or words, an id's or
   * a title's, with a slip of the finger. Another number is another task.
   */
  closest(folder: string, raw: string): string | undefined {
    const ids = this.idsByFolder.get(folder) ?? [];
    const same = ids.filter((id) => plain(id) === plain(raw));
    if (same.length > 0) return same.length === 1 ? same[0] : undefined;
    // Few letters are soon like others.
    if (raw.length < 8 || raw.length > 100) return undefined;
    const written = idKey(raw);
    const slips = (name: string) =>
      digits(name) === digits(raw) && distance(written, name) <= Math.max(1, Math.floor(written.length / 8));
    const id = ids.find((one) => slips(idKey(one)));
    if (id !== undefined) return id;
    for (const [key, meant] of this.byTitle)
      if (meant && key.startsWith(`${folder}#`) && slips(key.slice(folder.length + 1))) return meant.task.id;
    return undefined;
  }

  equals(other: TaskNames): boolean {
    return this.said === other.said;
  }

  private add({ uri, folder, roadmap }: RoadmapFile): void {
    for (const task of roadmap ? tasksOf(roadmap) : []) {
      const named = { uri, id: task.id, title: task.title, status: statusOf(task) };
      this.byKey.set(keyOf(uri, task.id), named);
      const ids = this.idsByFolder.get(folder.uri);
      if (ids) ids.push(task.id);
      else this.idsByFolder.set(folder.uri, [task.id]);
      if (task.idSource === 'explicit') this.addTitle(folder.uri, slug(task.title), { task: named, by: 'title' });
    }
  }

  /** Titles that tasks had, from the newest version to the oldest: one that was renamed twice is found by both. */
  private addFormer({ uri, folder }: RoadmapFile, { changes }: PlanHistory): void {
    const later = new Map<string, string>();
    for (const { kind, id, from } of [...changes].reverse()) {
      if (kind !== 'retitled' || from === undefined) continue;
      const today = later.get(idKey(id)) ?? id;
      const task = this.byKey.get(keyOf(uri, today));
      const former = slug(from);
      if (!task || former === '') continue;
      later.set(former, today);
      this.addTitle(folder.uri, former, { task, by: 'history' });
    }
  }

  private addTitle(folder: string, name: string, meant: MeantTask): void {
    const key = keyOf(folder, name);
    if (!this.byTitle.has(key)) this.byTitle.set(key, meant);
    else if (this.byTitle.get(key)?.task !== meant.task) this.byTitle.set(key, undefined);
  }
}

/** An id without what people leave out or add: `RM-012` is `rm12`. */
function plain(id: string): string {
  return id
    .toLowerCase()
    .replace(/[-_]/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

function digits(id: string): string {
  return id.replace(/\D+/g, ' ').trim();
}

function keyOf(place: string, id: string): string {
  return `${place}#${idKey(id)}`;
}
