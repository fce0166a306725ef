import { checkJson, type CheckJson } from '../../core/views/checkJson.js';
import { paths } from '../../hosts/node/paths.js';
import { findProblems, type FoundProblems } from '../../hosts/node/project/findProblems.js';
import { allWork, folderAt, portsOf, readWork } from '../../hosts/node/project/readWork.js';
import { exit, type Io } from '../io.js';
import { Refused } from '../../core/model/refused.js';
import { fixSafely } from './fixSafely.js';
import { github } from './github.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';
import { onlySince } from './since.js';
import { text } from './text.js';

export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

/** What `check` is asked for. */
export interface CheckOptions {
  readonly format?: (typeof formats)[number];
  readonly json?: boolean;
  /** The least severity that makes the check fail; `error` where nothing is said. */
  readonly failOn?: 'error' | 'warning';
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly since?: string;
}

/** `roadmap-lens check [path]`: prints where plan, code and history disagree, and makes the safe fixes where that is wanted. */
export async function check(path: string, options: CheckOptions, io: Io): Promise<number> {
  if (options.json && options.format !== undefined && options.format !== 'json')
    throw new Refused(`--json and --format ${options.format} contradict each other: give one of them.`);
  if (options.dryRun && !options.fix) throw new Refused('--dry-run says what --fix would do: give both.');
  const format = options.json ? 'json' : (options.format ?? 'text');
  const folder = await folderAt(path, io.cwd);
  let found = await find(folder, io);
  let files = await since(found, folder, options.since);
  if (options.fix) {
    const made = await fixSafely(found.snapshot, files, { dryRun: options.dryRun === true, pathOf: pathFrom(io) });
    const lines = made.flatMap(({ diff, said }) => (options.dryRun ? [diff] : said.map((line) => `${line}\n`)));
    // A report on standard output stays what it is.
    if (format === 'text') io.out(lines.join(''));
    else io.err(lines.join(''));
    if (!options.dryRun && made.some(({ changed }) => changed)) {
      found = await find(folder, io);
      files = await since(found, folder, options.since);
    }
  }
  const answer = checkJson(files, pathFrom(io), found.others);
  io.out(print(answer, format, io));
  return codeOf(answer, found, options);
}

function print(answer: CheckJson, format: (typeof formats)[number], io: Io): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(answer, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarif(answer), null, 2)}\n`;
    case 'github':
      return github(answer);
    case 'junit':
      return junit(answer);
    default:
      return text(answer, io.style);
  }
}

/** What cannot be read at all is another failure than what is wrong in it. */
function codeOf(
  { counts }: CheckJson,
  { others, snapshot }: FoundProblems,
  { failOn = 'error' }: CheckOptions,
): number {
  if (others.some(({ severity }) => severity === 'error')) return exit.input;
  if (snapshot.roadmaps.some(({ roadmap }) => !roadmap)) return exit.input;
  return counts.error > 0 || (failOn === 'warning' && counts.warning > 0) ? exit.problems : exit.ok;
}

/** Reads a folder and finds what is wrong. */
async function find(folder: string, io: Io): Promise<FoundProblems> {
  const ports = portsOf([folder]);
  const read = await readWork(ports, allWork);
  return findProblems(ports, read, pathFrom(io));
}

async function since({ files, snapshot }: FoundProblems, folder: string, revision: string | undefined) {
  return revision === undefined ? files : onlySince(files, snapshot, folder, revision);
}

function pathFrom({ cwd }: Io): (uri: string) => string {
  return (uri) => paths.from(cwd, paths.pathOf(uri));
}
