import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Two commits on `main`, one more on a branch: a message, what stands in `shelf.go`, and the branch. */
const commits = [
  ['SM-1 Begin with the shelf', 'package shelf\n', 'main'],
  ['Sign the images\n\nFixes SM-2.', 'package shelf\n\nfunc Sign() {}\n', 'main'],
  ['Print on the label printer (SM-3)', 'package shelf\n\nfunc Print() {}\n', 'feat/sm-3-labels'],
] as const;

/** Makes a directory a git repository with a short history and no file of it; where there is no git, it says so instead. */
export async function makeRepository(directory: string): Promise<void> {
  const time = 1_750_000_000;
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  // No configuration of this machine counts.
  const base = { ...Object.fromEntries(own), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: join(directory, 'none') };
  const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  const git = (index: number, ...args: readonly string[]) => {
    const date = `${time + index * 60} +0000`;
    const env = { ...base, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return run('git', [...person, ...args], { cwd: directory, env });
  };
  try {
    await git(0, 'init', '--quiet', '--initial-branch=main');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.log('  There is no git here: the tests of history are left out.');
    return;
  }
  const file = join(directory, 'shelf.go');
  for (const [index, [message, content, branch]] of commits.entries()) {
    if (branch !== 'main') await git(index, 'checkout', '--quiet', '-b', branch);
    await writeFile(file, content);
    await git(index, 'add', 'shelf.go');
    await git(index, 'commit', '--quiet', '--message', message);
  }
  await git(commits.length, 'checkout', '--quiet', 'main');
  await rm(file);
}
