import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './project.js';

/** The package that `packageExtension` makes. */
export const packageFile = join(projectRoot, 'dist', 'roadmap-lens.vsix');

/** Most bytes that it may have; a third are those of the server for agents, which holds all that it needs. */
const maxBytes = 1536 * 1024;

/**
 * Makes the package from what is built, by the project's own script, and returns what that printed. Rejects where it
 * warns of anything, or where the package has grown too large.
 */
export async function packageExtension(): Promise<string> {
  const { scripts } = createRequire(import.meta.url)(join(projectRoot, 'package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [program, ...args] = scripts['vsix']!.split(' ');
  const script = join(projectRoot, 'node_modules', '@vscode', program!, program!);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: projectRoot });
  const printed = stdout + stderr;
  if (/\bwarn/i.test(printed)) throw new Error(`The package was not made without warnings:\n${printed}`);
  const { size } = await stat(packageFile);
  if (size > maxBytes) throw new Error(`The package has ${size} bytes, more than ${maxBytes}.`);
  return printed;
}
