import type { FoundCommits } from '../../../core/agents/linking.js';
import { Git, succeeded } from './git.js';

/** So many objects are looked at: a hash that begins as more of them do says nothing. */
const most = 100;

/** The commits of the repository of a folder whose hash begins so, with 4 digits or more; undefined where git cannot say. */
export async function findCommits(folder: string, prefix: string, program = 'git'): Promise<FoundCommits | undefined> {
  const git = new Git({ program, timeout: 20_000, cwd: folder });
  const [named, shallow] = await Promise.all([
    git.run(['rev-parse', `--disambiguate=${prefix.toLowerCase()}`]),
    git.run(['rev-parse', '--is-shallow-repository']),
  ]);
  if (!succeeded(named)) return undefined;
  const objects = named.stdout.toString('utf8').split(/\r?\n/).filter(Boolean).slice(0, most);
  const isShallow = shallow.stdout.toString('utf8').trim() === 'true';
  if (objects.length === 0) return { hashes: [], shallow: isShallow };
  // Files and directories have hashes, too. A commit that a shallow clone does not have is told as missing.
  const typed = await git.run(['cat-file', '--batch-check=%(objecttype) %(objectname)'], {
    input: `${objects.join('\n')}\n`,
  });
  if (!succeeded(typed)) return undefined;
  const hashes = [...typed.stdout.toString('utf8').matchAll(/^commit ([0-9a-f]+)$/gm)].map(([, hash]) => hash!);
  return { hashes, shallow: isShallow };
}
