import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the nearest one above this module with a package.json, from source and from `dist` alike. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

/** The extension as its package holds it; `esbuild.config.mjs --test` puts it there. */
export const extensionUnderTest = join(projectRoot, 'dist', 'staged');

/** The same with a translation into `pseudoLanguage`, in which every letter is another one. */
export const extensionInPseudoLocale = join(projectRoot, 'dist', 'staged-pseudo');

/** VS Code's name for the language of texts that nobody reads. */
export const pseudoLanguage = 'qps-ploc';

function findProjectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('No package.json above the test host: run it from inside the project.');
  return findProjectRoot(parent);
}
