// Reads texts nobody would write: `npm run fuzz [-- --runs 200000 --seed 1]`. Each must be recognised, read and shown
// without a throw, with every range inside it and every id alone, and soon. What fails is written to a file, and the seed
// that made it said.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formats } from '../../src/core/formats/index.js';
import type { Format, Reader } from '../../src/core/formats/format.js';
import { tasksOf } from '../../src/core/model/roadmap.js';
import type { RoadmapFile } from '../../src/core/model/snapshot.js';
import { LineIndex } from '../../src/core/model/span.js';
import { statusJson } from '../../src/core/views/statusJson.js';
import { buildTree } from '../../src/core/views/tree.js';
import type { TreeNode } from '../../src/core/views/treeNode.js';
import { heldOut } from '../corpus/heldOut.js';
import { projectRoot } from '../host/project.js';
import { snapshotOf } from '../support/views.js';
import { randomFrom } from './random.js';
import { makeText } from './texts.js';

/** A text of a few kilobytes that takes longer, in milliseconds, is looked at by a person, however slow the machine. */
const tooLong = 5_000;

/** Real texts to begin with: our own, and those real roadmaps that may lie beside the project and may be looked at. */
async function seedTexts(): Promise<string[]> {
  const real = join(projectRoot, '..', 'shared', 'corpus', 'files');
  const folders = [
    join(projectRoot, 'test', 'fixtures', 'roadmaps'),
    join(projectRoot, 'test', 'fixtures', 'sample'),
    projectRoot,
    real,
  ].filter(existsSync);
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder)).sort();
      const aside = folder === real ? heldOut(names) : new Set();
      return names.filter((name) => !aside.has(name)).map((name) => join(folder, name));
    }),
  );
  const read = files.flat().filter((name) => /\.(?:md|markdown|ya?ml)$/i.test(name));
  return Promise.all(read.map((name) => readFile(name, 'utf8')));
}

function check(format: Format, read: Reader, text: string): void {
  const likely = format.recognise(text);
  if (!(likely >= 0 && likely <= 1)) throw new Error(`${format.id} recognises it by ${likely}.`);
  const { value: roadmap, problems } = read(text, { fallbackTitle: 'Fuzz' });
  const folder = { uri: 'memory:///fuzz', name: 'fuzz' };
  const uri = `${folder.uri}/ROADMAP.md`;
  const file: RoadmapFile = { uri, folder, path: 'ROADMAP.md', lines: new LineIndex(text), roadmap, problems };
  const snapshot = snapshotOf([file]);
  JSON.stringify(statusJson(snapshot));
  const inside = (span: { start: number; end: number } | undefined, what: string) => {
    if (span && !(0 <= span.start && span.start <= span.end && span.end <= text.length)) {
      throw new Error(`The range of ${what} lies outside: ${JSON.stringify(span)}.`);
    }
  };
  for (const { span, code } of problems) inside(span, code);
  const alone = (key: string, among: Set<string>) => {
    if (among.has(key)) throw new Error(`Two have the key ${JSON.stringify(key)}.`);
    among.add(key);
  };
  const ids = new Set<string>();
  for (const { id } of tasksOf(roadmap)) alone(id.toLowerCase(), ids);
  const keys = new Set<string>();
  const visit = (nodes: readonly TreeNode[]) => {
    for (const node of nodes) {
      inside(node.span, node.key);
      alone(node.key, keys);
      visit(node.children());
    }
  };
  visit(buildTree(snapshot));
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
  });
  const [runs, first] = [Number(values.runs), Number(values.seed)];
  const seeds = await seedTexts();
  const ways = formats.flatMap((format) =>
    format.anyShape ? [[format, false] as const, [format, true] as const] : [[format, false] as const],
  );
  const readers = await Promise.all(ways.map(async ([format, any]) => [format, await format.load(any)] as const));
  const started = Date.now();
  let characters = 0;
  for (let run = 0; run < runs; run++) {
    const seed = first + run;
    const text = makeText(randomFrom(seed), seeds);
    characters += text.length;
    for (const [format, read] of readers) {
      const begun = Date.now();
      let failure: unknown;
      try {
        check(format, read, text);
        if (Date.now() - begun > tooLong) failure = new Error(`It took ${Date.now() - begun} ms.`);
      } catch (error) {
        failure = error;
      }
      if (failure === undefined) continue;
      const kept = join(tmpdir(), `roadmap-lens-fuzz-${seed}.${format.id}`);
      await writeFile(kept, text);
      console.error(`${format.id} failed on the text of seed ${seed}, which is in ${kept}:`, failure);
      return false;
    }
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${runs} texts (${Math.round(characters / 1e6)} million characters) from seed ${first} on: all read, in ${seconds} s.`,
  );
  return true;
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
