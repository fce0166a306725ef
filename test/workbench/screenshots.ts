import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/project.js';

/**
 * Where a test puts the picture `name`: in `media/`, which is committed, where it is one of the README's and the
 * environment variable `UPDATE_SCREENSHOTS` is set, and else in `dist/screenshots/`.
 */
export async function screenshotFile(name: string, inReadme = true): Promise<string> {
  const update = inReadme && process.env['UPDATE_SCREENSHOTS'];
  const folder = join(projectRoot, ...(update ? ['media'] : ['dist', 'screenshots']));
  await mkdir(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
