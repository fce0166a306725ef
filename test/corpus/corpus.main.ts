// Scores how real roadmap files are read against what a person reads in them: `npm run corpus`. The files and labels are
// not part of the project; where they are not beside it, one line says so. With `--check` it fails where a figure is worse
// than what is written down in score.json, with `--update` it writes down better ones.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { statusJson } from '../../src/core/views/statusJson.js';
import { NodeFiles } from '../../src/hosts/node/files.js';
import { paths } from '../../src/hosts/node/paths.js';
import { readFileAlone } from '../../src/workspace/readOnce.js';
import { projectRoot } from '../host/project.js';
import { heldOut } from './heldOut.js';

const corpus = join(projectRoot, '..', 'shared', 'corpus');
const written = join(projectRoot, 'test', 'corpus', 'score.json');

/** Aggregate figures, each between 0 and 1. */
interface Score {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of the tasks found whose status, or whose parent, is right. */
  readonly status: number;
  readonly parent: number;
}

/** The figures of the files that rules are made by, and of those kept aside. */
interface Scores {
  readonly open: Score;
  readonly heldOut: Score;
}

const figures = ['f1', 'precision', 'recall', 'status', 'parent'] as const;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  });
  if (!existsSync(join(corpus, 'score.mjs'))) {
    console.log('The real roadmap files are not on this machine, so how they are read is not scored.');
    return true;
  }
  const names = (await readdir(join(corpus, 'files'))).sort();
  const aside = heldOut(names);
  const rest = names.filter((name) => !aside.has(name));
  const options = values.check ? [] : ['--per-file', ...(values.misses ? ['--misses'] : [])];
  const scores: Scores = {
    open: await score(rest, options),
    // Nobody is to look at these one by one while rules are made.
    heldOut: await score([...aside], []),
  };
  const { f1, precision, recall, status, parent } = scores.open;
  console.log(
    `Real roadmap files: ${JSON.stringify({ open: { f1, precision, recall, status, parent }, heldOut: scores.heldOut })}`,
  );
  const before = JSON.parse(await readFile(written, 'utf8')) as Scores;
  const worse = (['open', 'heldOut'] as const).flatMap((part) =>
    figures.filter((figure) => scores[part][figure] < before[part][figure]).map((figure) => `${part}.${figure}`),
  );
  if (values.update) await writeFile(written, `${JSON.stringify(scores, null, 2)}\n`);
  if (values.check && worse.length > 0) {
    console.error(`Worse than test/corpus/score.json has it: ${worse.join(', ')}.`);
    return false;
  }
  return true;
}

/** Reads files and has the corpus score what was read. */
async function score(names: readonly string[], options: readonly string[]): Promise<Score> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-corpus-'));
  try {
    await mkdir(join(folder, 'labels'));
    for (const name of names)
      await symlink(join(corpus, 'labels', `${name}.tsv`), join(folder, 'labels', `${name}.tsv`));
    const predictions = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await predict(join(corpus, 'files', name))] as const)),
    );
    const file = join(folder, 'predictions.json');
    await writeFile(file, JSON.stringify(predictions));
    const args = [join(corpus, 'score.mjs'), file, '--labels', join(folder, 'labels'), ...options];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    const lines = stdout.trim().split('\n');
    for (const line of lines.slice(0, -1)) console.log(line);
    const { f1, precision, recall, status, parent } = JSON.parse(lines.at(-1)!) as Score;
    return { f1, precision, recall, status, parent };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function predict(path: string) {
  const uri = paths.uriOf(path);
  const files = new NodeFiles([join(corpus, 'files')], new Set([uri]));
  const { roadmaps } = statusJson(await readFileAlone(files, files.folders()[0]!, uri));
  return roadmaps.flatMap(({ tasks }) => tasks.map(({ line, status, parentLine }) => ({ line, status, parentLine })));
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  },
);
