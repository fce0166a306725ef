import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** How long one writer may take, in milliseconds, before others count it as gone; and how long they wait at most. */
const longest = 30_000;
const patience = 60_000;

/**
 * Runs work while nobody else of this person's programs works on the same file. The lock lies outside the work tree, in a
 * folder of the person's own below the system's temporary one. A lock whose process has ended, or that is older than any
 * write takes, is taken over. Throws where the lock is held for too long.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const path = join(await lockFolder(), `${createHash('sha256').update(file).digest('hex').slice(0, 32)}.lock`);
  const until = Date.now() + patience;
  while (!(await take(path))) {
    if (Date.now() > until) throw new Error(`Another program has been working on ${file} for too long: ${path}`);
    await recover(path);
    await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 20));
  }
  try {
    return await work();
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

async function lockFolder(): Promise<string> {
  const folder = join(tmpdir(), `roadmap-lens-${process.platform === 'win32' ? userInfo().username : userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a lock away that nobody holds any more. Of several that find it, the rename lets one through. */
async function recover(path: string): Promise<void> {
  const held = await holder(path);
  if (!held || held.alive) return;
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(path, aside);
    // Another one may have been quicker, and taken it: then what was moved is its lock, and goes back.
    const moved = await holder(aside);
    if (moved?.alive) await rename(aside, path);
    else await unlink(aside);
  } catch {
    // Somebody else was at it.
  }
}

async function holder(path: string): Promise<{ readonly alive: boolean } | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const age = Date.now() - mtimeMs;
    // The number is written a moment after the file is made.
    if (text === '') return { alive: age < 1_000 };
    return { alive: age < longest && isRunning(Number(text)) };
  } catch {
    return undefined;
  }
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
