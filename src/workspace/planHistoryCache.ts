import type { VersionTask } from '../core/model/planHistory.js';
import { statuses } from '../core/model/status.js';
import { cacheName } from './cacheName.js';
import type { Cache, Log } from './ports.js';

/** What the versions of a roadmap file hold, by `blobKey`; null where one cannot be read. */
export type ParsedBlobs = ReadonlyMap<string, readonly VersionTask[] | null>;

/** What must be the same for what was kept to count. */
export interface PlanKeptAs {
  /** Of the repository. */
  readonly root: string;
  /** Of the file in it today. */
  readonly path: string;
  /** What versions are read with: the version of the product, and what the configuration says. */
  readonly readWith: string;
}

/** Lets others have their turn, when it is time. */
export type Pause = () => Promise<void>;

/** Changes whenever this is written in another way. */
const schema = 1;

/** A version of a file by its content, and by its name, which says how that is read. */
export function blobKey(blob: string, path: string): string {
  return `${blob} ${path}`;
}

/** What was kept of a roadmap file; empty where that is nothing, or damaged. */
export async function readPlanCache(
  cache: Cache | undefined,
  as: PlanKeptAs,
  log: Log,
  pause: Pause,
): Promise<ParsedBlobs> {
  const text = await cache?.read(nameOf(as));
  if (text === undefined) return new Map();
  try {
    const kept = JSON.parse(text) as Kept;
    const same = kept.schema === schema && kept.root === as.root && kept.path === as.path;
    if (same && kept.readWith === as.readWith) return await decode(kept, pause);
  } catch {
    // It is read anew, below.
  }
  log.info(`What was kept of the versions of ${as.path} is of another version or damaged, so they are read anew.`);
  return new Map();
}

/** Keeps what is known of a roadmap file. */
export async function writePlanCache(
  cache: Cache | undefined,
  as: PlanKeptAs,
  blobs: ParsedBlobs,
  log: Log,
  pause: Pause,
): Promise<void> {
  const problem = await cache?.write(nameOf(as), JSON.stringify(await encode(as, blobs, pause)));
  if (problem !== undefined) log.warn(`The versions of ${as.path} could not be kept for the next window: ${problem}`);
}

/** Id, whether it is explicit, title, status, place, horizon and weight; places and statuses by their index. */
type KeptTask = readonly [string, 0 | 1, string, number, number, string | null, number];

/**
 * The tasks of neighbouring versions are mostly the same, so each is written once, and a version by what is new in it:
 * `[key, from the beginning, from the end, …]` has so many tasks of the one before it at either end, and between them those
 * of the indexes that follow. `[key]` could not be read.
 */
type KeptVersion = readonly [string, ...number[]];

interface Kept extends PlanKeptAs {
  readonly schema: number;
  readonly places: readonly (readonly string[])[];
  readonly tasks: readonly KeptTask[];
  readonly versions: readonly KeptVersion[];
}

async function encode(as: PlanKeptAs, blobs: ParsedBlobs, pause: Pause): Promise<Kept> {
  const places = new Map<string, number>();
  const placeList: (readonly string[])[] = [];
  const placeOf = (place: readonly string[]) => {
    const key = JSON.stringify(place);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, placeList.length);
    return placeList.push(place) - 1;
  };
  const indexes = new Map<VersionTask, number>();
  const tasks: KeptTask[] = [];
  const indexOf = (task: VersionTask) => {
    const known = indexes.get(task);
    if (known !== undefined) return known;
    const { id, explicit, title, status, place, horizon, weight } = task;
    indexes.set(task, tasks.length);
    const kept = [
      id,
      explicit ? 1 : 0,
      title,
      statuses.indexOf(status),
      placeOf(place),
      horizon ?? null,
      weight,
    ] as const;
    return tasks.push(kept) - 1;
  };
  let before: readonly VersionTask[] = [];
  const versions: KeptVersion[] = [];
  for (const [key, list] of blobs) {
    await pause();
    if (!list) {
      versions.push([key]);
      continue;
    }
    const most = Math.min(before.length, list.length);
    let start = 0;
    while (start < most && before[start] === list[start]) start++;
    let end = 0;
    while (end < most - start && before[before.length - 1 - end] === list[list.length - 1 - end]) end++;
    versions.push([key, start, end, ...list.slice(start, list.length - end).map(indexOf)]);
    before = list;
  }
  return { schema, root: as.root, path: as.path, readWith: as.readWith, places: placeList, tasks, versions };
}

/** Throws where it is damaged. */
async function decode({ places, tasks, versions }: Kept, pause: Pause): Promise<ParsedBlobs> {
  if (!places.every((place) => place.every(isText))) throw new Error('damaged');
  const known = tasks.map(([id, explicit, title, status, place, horizon, weight]): VersionTask => {
    const task = {
      id,
      explicit: explicit === 1,
      title,
      status: statuses[status]!,
      place: places[place]!,
      ...(horizon === null ? {} : { horizon }),
      weight,
    };
    const whole = isText(id) && isText(title) && task.status && task.place && Number.isFinite(weight);
    if (!whole || (horizon !== null && !isText(horizon))) throw new Error('damaged');
    return task;
  });
  const blobs = new Map<string, readonly VersionTask[] | null>();
  let before: readonly VersionTask[] = [];
  for (const [key, start, end, ...indexes] of versions) {
    await pause();
    if (!isText(key)) throw new Error('damaged');
    if (start === undefined || end === undefined) {
      blobs.set(key, null);
      continue;
    }
    const middle = indexes.map((index) => known[index]);
    if (!middle.every((task) => task !== undefined) || start + end > before.length) throw new Error('damaged');
    if (indexes.length > 0 || start + end < before.length) {
      before = [...before.slice(0, start), ...middle, ...before.slice(before.length - end)];
    }
    blobs.set(key, before);
  }
  return blobs;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function nameOf({ root, path }: PlanKeptAs): string {
  return cacheName(
    'plan',
    `${root}
${path}`,
  );
}
