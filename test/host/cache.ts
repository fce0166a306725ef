import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { atExit } from './processes.js';
import { projectRoot } from './project.js';

/** Where downloads are kept between runs: `.vscode-test/` in the project, or what `ROADMAP_LENS_TEST_CACHE` names. */
function cacheFolder(): string {
  return resolve(projectRoot, process.env['ROADMAP_LENS_TEST_CACHE'] ?? '.vscode-test');
}

/**
 * The cache's folder `name`, into which `fill` fetches `what` the first time it is asked for. It exists complete or not
 * at all: it is filled under another name and then renamed, so that neither an interrupted nor a concurrent run leaves
 * half of it.
 */
export async function fetched(name: string, what: string, fill: (draft: string) => Promise<void>): Promise<string> {
  return cached(name, async (draft) => {
    console.log(`Fetching ${what} into ${cacheFolder()} …`);
    await fill(draft);
  }).catch((error: unknown) => {
    const cause = error instanceof Error ? error.message : String(error);
    const remedy =
      'Check that npm reaches its registry (npm ping) and that the disk has 1 GB left, then run this again.';
    throw new Error(`${what} could not be fetched. ${remedy}\n${cause}`, { cause: error });
  });
}

async function cached(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(join(cacheFolder(), `${name}.partial-`));
  const withdraw = atExit(() => rmSync(draft, { recursive: true, force: true }));
  try {
    await fill(draft);
    await rename(draft, folder);
  } catch (error) {
    // Where another process was faster, the rename fails and its folder serves as well.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
    withdraw();
  }
  return folder;
}
