import { causeOf, firstLines, listPaths, pathFrom, staysBelow, type Hunt, type Outcome } from './engine.js';
import { isInRepository } from './repositories.js';
import { ripgrepPatterns } from './words.js';

/** How `.gitignore` and `.git/info/exclude` count, and no setting of the person or of other tools. */
const rules = [
  '--no-config',
  '--hidden',
  '--no-follow',
  '--no-ignore-global',
  '--no-ignore-dot',
  '--no-ignore-messages',
  '--glob=!.git',
];

/** Globs that mean the same to ripgrep: names at any depth. */
const simple = /^\*\*\/[\w.@-]{1,100}$/;

/** Searches by the ripgrep at a path. */
export async function searchByRipgrep(program: string, hunt: Hunt): Promise<Outcome> {
  const { root, log, signal, timeout } = hunt;
  // Where repositories are minded, their rules end at their roots, upwards and where one lies in another. In no repository
  // `.gitignore` counts all the same, but what lies above the folder is nobody's business.
  const reach = (await isInRepository(root)) ? [] : ['--no-require-git', '--no-ignore-parent'];
  const patterns = ripgrepPatterns(hunt.words).flatMap((pattern) => ['-e', pattern]);
  const output = ['--files-with-matches', '--null', '--color=never', '--path-separator=/', '--case-sensitive'];
  // Whole directories are left out at once where that is simple; the others are left out one file at a time.
  const excluded = hunt.exclude.filter((glob) => simple.test(glob)).map((glob) => `--glob=!${glob}`);
  const args = [...rules, ...excluded, ...reach, ...output, ...patterns, '--', './'];
  let any = false;
  const listing = await listPaths(program, args, { cwd: root, timeout, signal }, (part) => {
    const path = pathFrom(part, log);
    if (path === undefined) return true;
    if (!path.startsWith('./') || !staysBelow(path.slice(2))) return false;
    any = true;
    hunt.tell(path.slice(2));
    return true;
  });
  const { end, code, stderr } = listing.result;
  if (end !== 'exited' || listing.garbage || code === undefined || code > 2) return { failed: causeOf(listing) };
  const notes = code === 2 ? firstLines(stderr) : [];
  // A code of 2 is a file that could not be read, or that nothing was searched at all: then there is no word of a file.
  const aboutFiles = notes.some((line) => line.startsWith('./') || line.startsWith('rg: ./'));
  if (code === 2 && !any && !aboutFiles) return { failed: causeOf(listing) };
  return { notes };
}
