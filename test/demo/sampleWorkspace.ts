import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../host/project.js';
import { type SampleCommit, sampleCommits } from './sampleHistory.js';

const run = promisify(execFile);
const sample = join(projectRoot, 'test', 'fixtures', 'sample');

/** Where the roadmap stands in the sample workspace. */
export const sampleRoadmap = 'docs/TECHNICAL_ROADMAP.md';

/** What could not be made, in a sentence; nothing where all is there. */
export type SampleGap = string | undefined;

/** The Monday on which the sample was begun, as it is written in its fixtures. */
const writtenStart = Date.UTC(2026, 8, 7);
const day = 86_400_000;

/** How many milliseconds later everything in the sample was, for it to have begun on a Monday, ten weeks ago and some days. */
function shift(): number {
  const today = Math.floor(Date.now() / day) * day;
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * day;
  return monday - 70 * day - writtenStart;
}

/** The day the sample's roadmap says it was made on, in ISO 8601. */
export function sampleStart(): string {
  return new Date(writtenStart + shift()).toISOString().slice(0, 10);
}

/**
 * Makes the sample workspace in `folder`, which must not exist: a roadmap, some code with TODOs, reports that measure its
 * metrics, and the git history in which they came about. It is the same every time but for its dates, which are some weeks
 * ago, so that there is always something late and something to come. Without git on the machine it has no history.
 */
export async function createSampleWorkspace(folder: string): Promise<SampleGap> {
  await mkdir(folder, { recursive: true });
  await writeMetrics(folder);
  try {
    await git(folder, ['init', '--quiet', '--initial-branch=main', '--template=']);
  } catch (error) {
    await cp(join(sample, 'code'), folder, { recursive: true });
    await writeRoadmap(folder, []);
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? 'git was not found, so the sample has no commits.' : `The sample has no commits: ${String(error)}`;
  }
  for (const [index, commit] of sampleCommits.entries()) {
    const later = sampleCommits.slice(index + 1).flatMap((each) => each.done ?? []);
    await writeRoadmap(folder, later);
    for (const file of commit.files ?? []) await cp(join(sample, 'code', file), join(folder, file));
    await git(folder, ['add', '--all']);
    await git(folder, ['commit', '--quiet', '--allow-empty', '--message', commit.message], commit);
  }
  return undefined;
}

/** Writes the roadmap as it was when the tasks `open`, which are done today, were not. */
async function writeRoadmap(folder: string, open: readonly string[]): Promise<void> {
  let text = await readFile(join(sample, 'TECHNICAL_ROADMAP.md'), 'utf8');
  for (const title of open) {
    const earlier = text.replace(`✅ ${title}\n`, `${title}\n`);
    if (earlier === text) throw new Error(`The sample roadmap has no done task "${title}".`);
    text = earlier;
  }
  // Dates that are written out move with the rest.
  const moved = text.replace(/\d{4}-\d{2}-\d{2}/g, (date) =>
    new Date(Date.parse(date) + shift()).toISOString().slice(0, 10),
  );
  await put(folder, sampleRoadmap, moved);
}

/** Writes what measures the metrics, and the reports themselves, of which one is ignored by git, as is usual. */
async function writeMetrics(folder: string): Promise<void> {
  await put(folder, '.gitignore', 'coverage/\n');
  const files = [
    ['metrics.yaml', '.roadmap/config.yaml'],
    ['ciTime.mjs', 'scripts/ci-time.mjs'],
    ['reports/coverage-summary.json', 'coverage/coverage-summary.json'],
    ['reports/search.prom', 'reports/search.prom'],
    ['reports/releases.csv', 'reports/releases.csv'],
  ] as const;
  for (const [from, to] of files) await put(folder, to, await readFile(join(sample, from), 'utf8'));
}

async function put(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Runs git by nobody's configuration but its own: the person's name, hooks and signing keys stay out. */
async function git(folder: string, args: readonly string[], commit?: SampleCommit): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const author = { name: 'Mira Blank', email: 'mira@shelfmark.example' };
  const env = {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    ...(commit && { GIT_AUTHOR_DATE: dateOf(commit), GIT_COMMITTER_DATE: dateOf(commit) }),
  };
  await run('git', ['-c', 'core.autocrlf=false', ...args], { cwd: folder, env });
}

/** When the sample's commit was made, in git's own form: seconds since 1970. */
function dateOf({ date }: SampleCommit): string {
  return `@${(Date.parse(date) + shift()) / 1000} +0000`;
}
