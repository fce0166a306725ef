import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionUnderTest } from './project.js';

/**
 * Makes a copy of the extension in `parent` as a window without a Node host takes it, and returns its path: where both entries
 * are there, a remote prefers the other one.
 */
export async function copyForBrowser(parent: string): Promise<string> {
  const path = join(parent, 'web-extension');
  await cp(extensionUnderTest, path, { recursive: true });
  const file = join(path, 'package.json');
  const { main: _, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, extensionKind: ['web'] }));
  return path;
}
