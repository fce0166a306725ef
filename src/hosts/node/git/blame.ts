import * as l10n from '@vscode/l10n';
import type { Parsed } from '../../../core/model/problem.js';
import type { LineAuthor, LineRange } from '../../../workspace/ports.js';
import { ByteSplitter } from '../runProcess.js';
import { withoutFilters } from './filters.js';
import { succeeded, type Git } from './git.js';
import { gitProblems, historyProblem } from './gitProblems.js';

/** Ranges git is asked for; where there are more, all lines between the first and the last are. */
const maxRanges = 200;

/** Who last changed lines of a file: see the port. */
export async function readBlame(
  git: Git,
  path: string,
  lines: readonly number[],
): Promise<Parsed<ReadonlyMap<number, LineAuthor>>> {
  const wanted = new Set(lines.filter((line) => Number.isSafeInteger(line) && line >= 0));
  if (wanted.size === 0) return { value: new Map(), problems: [] };
  const filters = await withoutFilters(git);
  if (!filters) return { value: new Map(), problems: [filtersUnknown(git)] };

  const read = async (asked: ReadonlySet<number>) => {
    const found = new Map<number, LineAuthor>();
    const reader = new BlameReader((line, author) => asked.has(line) && found.set(line, author));
    const ranges = rangesOf(asked).flatMap(({ start, end }) => ['-L', `${start + 1},${end}`]);
    const result = await git.run(
      [...filters, 'blame', '--porcelain', '--encoding=UTF-8', '--no-textconv', ...ranges, '--', path],
      { take: (chunk) => reader.push(chunk), maxOutput: Infinity },
    );
    return { found, result };
  };
  let { found, result } = await read(wanted);
  // Lines that are not there any more fail all: ask again for those that are.
  const length = succeeded(result) ? undefined : /has only (\d+) lines?/.exec(result.stderr)?.[1];
  if (length !== undefined) {
    const there = new Set([...wanted].filter((line) => line < Number(length)));
    if (there.size === 0) return { value: new Map(), problems: [] };
    ({ found, result } = await read(there));
  }
  const unknown = /no such path|no such ref|[Cc]annot lstat|bad revision 'HEAD'/.test(result.stderr);
  if (succeeded(result) || unknown) return { value: found, problems: [] };
  return { value: found, problems: gitProblems(result, git.options.cwd) };
}

/** Nothing on disk can be compared with what is committed. */
export function filtersUnknown(git: Git) {
  return historyProblem(
    'error',
    l10n.t(
      'The filters that the git configuration of {0} names cannot be told, so files are not compared: run `git config --list` there.',
      git.options.cwd,
    ),
  );
}

/** Lines as ranges: sorted, those beside each other as one. */
function rangesOf(lines: ReadonlySet<number>): readonly LineRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.end === line) last.end = line + 1;
    else ranges.push({ start: line, end: line + 1 });
  }
  return ranges.length <= maxRanges ? ranges : [{ start: ranges[0]!.start, end: ranges.at(-1)!.end }];
}

/** Reads `git blame --porcelain`: a commit's facts come with its first line only. */
class BlameReader {
  private readonly commits = new Map<string, { hash: string; author: string; email: string; time: number }>();
  private commit: { hash: string; author: string; email: string; time: number } | undefined;
  private line = 0;
  private readonly splitter = new ByteSplitter(10, (bytes) => this.read(bytes));

  constructor(private readonly take: (line: number, author: LineAuthor) => void) {}

  push(chunk: Buffer): void {
    this.splitter.push(chunk);
  }

  private read(bytes: Buffer): void {
    // A tab and the line itself.
    if (bytes[0] === 9) {
      if (this.commit && !/^0+$/.test(this.commit.hash)) this.take(this.line, this.commit);
      this.commit = undefined;
      return;
    }
    const text = bytes.toString('utf8');
    if (!this.commit) {
      const [, hash, final] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(text) ?? [];
      if (!hash) return;
      this.commit = this.commits.get(hash) ?? { hash, author: '', email: '', time: 0 };
      this.commits.set(hash, this.commit);
      this.line = Number(final) - 1;
    } else if (text.startsWith('author ')) this.commit.author = text.slice(7);
    else if (text.startsWith('author-mail ')) this.commit.email = text.slice(12).replace(/^<|>$/g, '');
    else if (text.startsWith('committer-time ')) this.commit.time = Number(text.slice(15)) || 0;
  }
}
