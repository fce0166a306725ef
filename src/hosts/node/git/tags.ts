import type { Parsed } from '../../../core/model/problem.js';
import { plausibleTime } from '../../../core/values/day.js';
import type { Tag } from '../../../workspace/ports.js';
import { isHash } from './commitReader.js';
import { succeeded, type Git } from './git.js';
import { gitProblems } from './gitProblems.js';

const prefix = 'refs/tags/';

/** The tags of a repository: see the port. An annotated tag has a time of its own, a light one that of its commit. */
export async function readTags(git: Git, root: string): Promise<Parsed<readonly Tag[]>> {
  const fields = ['refname', 'objectname', '*objectname', 'objecttype', '*objecttype', 'creatordate:unix'];
  const result = await git.run([
    'for-each-ref',
    '--sort=creatordate',
    `--format=${fields.map((field) => `%(${field})%00`).join('')}`,
    'refs/tags',
  ]);
  if (!succeeded(result)) return { value: [], problems: gitProblems(result, root) };
  const parts = result.stdout.toString('utf8').split('\0');
  const tags: Tag[] = [];
  for (let at = 0; at + fields.length < parts.length; at += fields.length) {
    const [name, hash, peeled, type, peeledType, time] = parts.slice(at, at + fields.length);
    // Each record but the first begins with the line break that ends the one before.
    const refname = name!.replace(/^\n/, '');
    const commit = type === 'commit' ? hash! : peeledType === 'commit' ? peeled! : undefined;
    // Trees and files can be tagged, too: those are no releases.
    if (commit === undefined || !isHash(commit) || !refname.startsWith(prefix) || !/^\d+$/.test(time!)) continue;
    tags.push({ name: refname.slice(prefix.length), hash: commit, time: plausibleTime(Number(time)) });
  }
  return { value: tags, problems: [] };
}
