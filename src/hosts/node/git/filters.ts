import { succeeded, type Git } from './git.js';

/**
 * Settings (`-c`, …) that keep git from running the filters that are configured: it passes what lies on disk through them to
 * compare it with what is committed. Undefined where they cannot be told, so that nothing may be compared.
 */
export async function withoutFilters(git: Git): Promise<readonly string[] | undefined> {
  const result = await git.run(['config', '--null', '--name-only', '--get-regexp', '^filter\\.']);
  if (result.end === 'exited' && result.code === 1) return [];
  if (!succeeded(result)) return undefined;
  const names = result.stdout
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
  const drivers = new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))));
  // `-c` could not say which part of this is the name.
  if ([...drivers].some((name) => /[=\n\uFFFD]/.test(name))) return undefined;
  return [...drivers].flatMap((driver) =>
    ['clean=', 'process=', 'required=false'].flatMap((setting) => ['-c', `${driver}.${setting}`]),
  );
}
