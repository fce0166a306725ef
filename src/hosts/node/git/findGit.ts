import { findProgram, type ProgramSearch } from '../findProgram.js';
import { runProcess } from '../runProcess.js';

/** The path of git by its name; undefined where there is none that works. */
export async function findGit(
  name: string,
  searchPath: string,
  search: ProgramSearch = {},
): Promise<string | undefined> {
  const program = await findProgram(name, searchPath, search);
  // Where macOS has no developer tools yet, this one only opens a window that offers them.
  if (process.platform !== 'darwin' || program !== '/usr/bin/git') return program;
  const { end, code } = await runProcess('/usr/bin/xcode-select', ['-p'], { cwd: '/', timeout: 5_000 });
  return end === 'exited' && code === 0 ? program : undefined;
}
