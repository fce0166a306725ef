import * as l10n from '@vscode/l10n';
import type { Parsed } from '../../../core/model/problem.js';
import type { LineRange } from '../../../workspace/ports.js';
import { ByteSplitter } from '../runProcess.js';
import { filtersUnknown } from './blame.js';
import { noSuchRevision } from './files.js';
import { withoutFilters } from './filters.js';
import { isRevision, succeeded, type Git } from './git.js';
import { gitProblems, historyProblem } from './gitProblems.js';

type Added = ReadonlyMap<string, readonly LineRange[]>;

/** Lines that the working tree has added: see the port. */
export async function readAddedLines(git: Git, base: string): Promise<Parsed<Added>> {
  const none: Added = new Map();
  const { cwd } = git.options;
  if (!isRevision(base)) return { value: none, problems: [noSuchRevision(base)] };
  const [filters, mergeBase] = await Promise.all([withoutFilters(git), git.run(['merge-base', '--', 'HEAD', base])]);
  if (!filters) return { value: none, problems: [filtersUnknown(git)] };
  const start = mergeBase.stdout.toString('latin1').trim();
  if (mergeBase.end === 'exited' && mergeBase.code === 1) {
    const message = l10n.t('{0} and what is checked out have nothing in common: choose another revision.', base);
    return { value: none, problems: [historyProblem('error', message)] };
  }
  if (!succeeded(mergeBase)) return { value: none, problems: gitProblems(mergeBase, cwd) };

  const added = new Map<string, LineRange[]>();
  const reader = new DiffReader((path, range) => {
    const ranges = added.get(path);
    if (ranges) ranges.push(range);
    else added.set(path, [range]);
  });
  const names = new ByteSplitter(0, (bytes) => {
    const path = bytes.toString('utf8');
    // A repository in the repository is told as a directory.
    if (!path.endsWith('/')) added.set(path, [{ start: 0, end: Infinity }]);
  });
  const [diff, others] = await Promise.all([
    git.run([...filters, 'diff', ...diffOptions, start, '--'], {
      take: (chunk) => reader.push(chunk),
      maxOutput: Infinity,
    }),
    git.run(['ls-files', '-z', '--others', '--exclude-standard'], {
      take: (chunk) => names.push(chunk),
      maxOutput: 64 * 1024 * 1024,
    }),
  ]);
  const problems = [diff, others].filter((result) => !succeeded(result)).flatMap((result) => gitProblems(result, cwd));
  return { value: added, problems };
}

/** Every setting that would change what a diff looks like is overruled. */
const diffOptions: readonly string[] = [
  '-p',
  '-U0',
  '--inter-hunk-context=0',
  '-M',
  '-l1000',
  '--diff-filter=d',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
  '--submodule=short',
  '--full-index',
];

/** Reads a diff without context lines. Lines of files are told from lines of the diff by counting them. */
class DiffReader {
  private path: string | undefined;
  private left = 0;
  private readonly splitter = new ByteSplitter(10, (line) => this.read(line));

  constructor(private readonly take: (path: string, range: LineRange) => void) {}

  push(chunk: Buffer): void {
    this.splitter.push(chunk);
  }

  private read(line: Buffer): void {
    const mark = String.fromCharCode(line[0] ?? 0);
    if (this.left > 0) {
      if (mark === '+' || mark === '-') this.left--;
      return;
    }
    // `+++ ` or `@@ `: all else (`diff --git`, `index`, `\ No newline`, …) says nothing of interest.
    if (mark === '+') this.path = pathOf(line.toString('utf8'));
    else if (mark === 'd') this.path = undefined;
    else if (mark === '@') this.hunk(line.toString('latin1', 0, 200));
  }

  private hunk(text: string): void {
    const [, , before = '1', first, after = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
    if (first === undefined) return;
    this.left = Number(before) + Number(after);
    const start = Number(first) - 1;
    if (this.path !== undefined && Number(after) > 0) this.take(this.path, { start, end: start + Number(after) });
  }
}

/** The path of a line `+++ b/path`: a tab follows one with spaces, and one with characters of its own kind is quoted. */
function pathOf(line: string): string | undefined {
  const name = line.slice(4).replace(/\t$/, '');
  const path = name.startsWith('"') ? unquote(name) : name;
  return path.startsWith('b/') ? path.slice(2) : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A name that git has quoted as C does. Bytes above 127 stand for themselves, so the octal numbers are of single characters. */
function unquote(name: string): string {
  return name
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/g, (_all, octal: string | undefined, character: string) =>
      octal === undefined ? (escapes[character] ?? character) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}
