import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, unlink } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** How long one writer may take, in milliseconds, before others count it as gone; and how long they wait at most. */
const longest = 30_000;
const patience = 60_000;

/** Who holds a lock, and who can tell whether another holder is still there. */
export interface Holder {
  readonly id: number;
  readonly isRunning: (id: number) => boolean;
}

const thisProcess: Holder = { id: process.pid, isRunning: (id) => isRunning(id) };

/**
 * Runs work while nobody else of this person's programs works on the same file. The lock lies outside the work tree, in a
 * folder of the person's own below the system's temporary one. A lock whose process has ended, or that is older than any
 * write takes, is taken over. Throws where the lock is held for too long.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, self: Holder = thisProcess): Promise<T> {
  const path = join(await lockFolder(), `${hashed(file, 32)}.lock`);
  const until = Date.now() + patience;
  let mark: string | undefined;
  while ((mark = await take(path, self)) === undefined) {
    if (Date.now() > until) throw new Error(`Another program has been working on ${file} for too long: ${path}`);
    await recover(path, self);
    await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 20));
  }
  try {
    return await work();
  } finally {
    // One that was held for too long is somebody else's by now.
    if ((await readFile(path, 'utf8').catch(() => undefined)) === mark) await unlink(path).catch(() => undefined);
  }
}

async function lockFolder(): Promise<string> {
  const folder = join(tmpdir(), `roadmap-lens-${process.platform === 'win32' ? userInfo().username : userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Takes a lock that nobody has: with what is written in it, which no other has; undefined where somebody has it. */
async function take(path: string, { id }: Holder): Promise<string | undefined> {
  try {
    const file = await open(path, 'wx', 0o600);
    const mark = `${id} ${randomBytes(8).toString('hex')}`;
    try {
      await file.writeFile(mark);
    } catch (error) {
      await unlink(path);
      throw error;
    } finally {
      await file.close();
    }
    return mark;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

/**
 * Takes a lock away that nobody holds any more. Between a look at it and its removal it could become another one's, so only
 * who holds the lock that is named after what is written in it may remove it; whoever comes later finds something else
 * written there. That lock is one like this, for who removes may have ended as well.
 */
async function recover(path: string, self: Holder): Promise<void> {
  const abandoned = await abandonedMark(path, self);
  if (abandoned === undefined) return;
  const guard = `${path}.${hashed(abandoned, 16)}`;
  if ((await take(guard, self)) === undefined) return recover(guard, self);
  try {
    if ((await abandonedMark(path, self)) === abandoned) await unlink(path);
  } finally {
    await unlink(guard).catch(() => undefined);
  }
}

/** What is written in a lock that nobody holds any more; undefined where it is held, or there is none. */
async function abandonedMark(path: string, { isRunning }: Holder): Promise<string | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const age = Date.now() - (await file.stat()).mtimeMs;
      const mark = await file.readFile('utf8');
      // The mark is written a moment after the file is made, which on a busy machine may be a long one.
      const held = age < longest && (mark === '' || isRunning(Number.parseInt(mark, 10)));
      return held ? undefined : mark;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

function hashed(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** Whether there is a process of this number on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
