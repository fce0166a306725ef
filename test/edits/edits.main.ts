// Makes every change in every task of real and generated roadmaps, and holds what is promised of edits:
// `npm run edits [-- --runs 200000 --seed 1 --format yaml --refusals]`. What fails is said with the file or seed, the task and the change.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editingOf } from '../../src/core/edits/editors.js';
import { formatOf } from '../../src/core/formats/index.js';
import { planEdit, type EditedDocument } from '../../src/core/edits/planEdit.js';
import { planWish } from '../../src/core/edits/planWish.js';
import type { EditResult, PlannedEdit } from '../../src/core/model/edit.js';
import { tasksOf } from '../../src/core/model/roadmap.js';
import { projectRoot } from '../host/project.js';
import { randomFrom } from '../fuzz/random.js';
import { yamlPlan } from '../fuzz/forms.js';
import { makeText } from '../fuzz/texts.js';
import { changesOf } from './changes.js';
import { checkEdit, checkWish } from './checkEdit.js';

/** Real texts: our own, and those that may lie beside the project. */
async function realFiles(): Promise<(readonly [string, string])[]> {
  const folders = [
    join(projectRoot, 'test', 'fixtures', 'roadmaps'),
    join(projectRoot, 'test', 'fixtures', 'sample'),
    projectRoot,
    join(projectRoot, '..', 'shared', 'corpus', 'files'),
    join(projectRoot, '..', 'shared', 'seed'),
  ].filter(existsSync);
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  const named = files
    .flat()
    .filter((name) => /\.(?:md|markdown|ya?ml|json)$/i.test(name) && !name.endsWith('package-lock.json'));
  return Promise.all(named.map(async (name) => [name, (await readFile(name, 'utf8')).replace(/^\ufeff/, '')] as const));
}

async function open(name: string, text: string): Promise<EditedDocument> {
  const format = formatOf(name)!;
  const read = await format.load(format.anyShape && format.recognise(text) === 0);
  const { edit, lift } = await editingOf(format.id);
  const options = { fallbackTitle: 'Edited' };
  const { value, problems } = read(text, options);
  return { text, roadmap: value, problems, options, read, edit, lift };
}

interface Tally {
  made: number;
  readonly refused: Map<string, number>;
}

function run(name: string, document: EditedDocument, tally: Tally, show: boolean, pick = 1): void {
  const attempt = (label: string, what: unknown, result: EditResult, check: (planned: PlannedEdit) => void) => {
    try {
      if (result.ok) {
        check(result);
        tally.made++;
      } else if (result.code !== 'unchanged') {
        tally.refused.set(label, (tally.refused.get(label) ?? 0) + 1);
        if (show) console.log(`refused: ${JSON.stringify(what)} in ${name}: ${result.code}`);
      }
    } catch (error) {
      throw new Error(`${JSON.stringify(what)} in ${name}`, { cause: error });
    }
  };
  const real = !name.startsWith('seed ');
  const tasks = [...tasksOf(document.roadmap)];
  for (const [index, task] of tasks.entries()) {
    if (index % pick !== 0) continue;
    for (const change of changesOf(document.roadmap, task, index)) {
      const label = change.kind === 'set' ? `set ${change.field}` : change.kind;
      const what = { title: task.title, ...change };
      attempt(label, what, planEdit(document, change), (planned) => checkEdit(document, change, planned, real));
    }
  }
  if (tasks.length === 0) return;
  const review = { kind: 'review', date: '2026-11-26' } as const;
  attempt('review', review, planEdit(document, review), (planned) => checkEdit(document, review, planned, real));
  for (const wish of [{ kind: 'assignIds', prefix: 'ZQ' }, { kind: 'archive' }] as const)
    attempt(wish.kind, wish, planWish(document, wish), (planned) => checkWish(document, wish, planned));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      refusals: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      /** Of one format alone: `markdown` or `yaml`. */
      format: { type: 'string', default: '' },
      pick: { type: 'string', default: '1' },
    },
  });
  const isWanted = (name: string) => values.format === '' || formatOf(name)?.id === values.format;
  const tally: Tally = { made: 0, refused: new Map() };
  const files = (await realFiles()).filter(([name]) => name.includes(values.only) && isWanted(name));
  for (const [name, text] of files) {
    const before = tally.made;
    run(name, await open(name, text), tally, values.refusals, Number(values.pick));
    if (values.refusals) console.log(`${tally.made - before} edits in ${name}`);
  }
  const texts = files.map(([, text]) => text);
  const yamlTexts = files.filter(([name]) => !/\.(?:md|markdown)$/i.test(name)).map(([, text]) => text);
  for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.runs); seed++) {
    // One in four is YAML or JSON, without mistakes every other time.
    const yaml = seed % 4 === 0;
    if (!isWanted(yaml ? 'ROADMAP.yaml' : 'ROADMAP.md')) continue;
    const random = randomFrom(seed);
    const seeds = yaml ? yamlTexts : texts;
    const text = yaml && seed % 8 === 0 ? yamlPlan(random) : makeText(random, seeds, yaml ? yamlPlan : undefined);
    if (text.length > 20_000) continue;
    run(`seed ${seed}`, await open(yaml ? 'ROADMAP.yaml' : 'ROADMAP.md', text), tally, values.refusals && yaml, 7);
  }
  const refused = [...tally.refused].map(([label, count]) => `${label} ${count}`).join(', ');
  console.log(`${tally.made} edits made and taken back; refused: ${refused || 'none'}`);
}

await main();
