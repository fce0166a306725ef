import { GFM, parser } from '@lezer/markdown';
import { rgPath } from '@vscode/ripgrep';
import { cpus } from 'node:os';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import { planEdit } from '../../src/core/edits/planEdit.js';
import { editMarkdown } from '../../src/core/formats/markdown/edit/editMarkdown.js';
import { tasksOf } from '../../src/core/model/roadmap.js';
import { buildTree } from '../../src/core/views/tree.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { Indexer } from '../../src/workspace/indexer.js';
import { Store } from '../../src/workspace/store.js';
import { measureAgents } from './agents.js';
import { measureCheck } from './checking.js';
import { measureDashboards } from './dashboards.js';
import { generateRoadmap } from './generate.js';
import { measureHistories } from './histories.js';
import { compare, type Comparison } from './measure.js';
import { measurePlanHistories } from './planHistories.js';
import { measureReports } from './reports.js';
import { measureEdit, measureScans } from './scanning.js';

/**
 * `npm run bench [-- reading edits todos reports plan history check dashboard agents]`: prints JSON, of all or of some stages. The yardstick of reading is a full
 * parse of the same text as GFM, inline markup included, by the same Markdown parser, that of scanning ripgrep, that of
 * history `git log`, that of plans `git cat-file` and a parse, that of reports a bare read, that of checking `links`, that of the dashboard a
 * copy of what it shows, that of agents a server that does nothing; ratios can be compared between machines, milliseconds cannot.
 */

const gfm = parser.configure(GFM);
const yardstick = 'full GFM parse by @lezer/markdown';
const results: (Partial<Comparison> & Readonly<Record<string, unknown>>)[] = [];
const wanted = process.argv.slice(2);
const isWanted = (stage: string) => wanted.length === 0 || wanted.includes(stage);

if (isWanted('reading')) {
  for (const [size, runs] of [
    [50_000, 45],
    [500_000, 9],
    [5_000_000, 5],
  ] as const) {
    const text = generateRoadmap(size);
    const tasks = [...tasksOf(parseMarkdown(text).value)].length;
    const comparison = await compare(
      `read ${size / 1000} KB`,
      () => parseMarkdown(text),
      () => gfm.parse(text),
      runs,
    );
    results.push({ ...comparison, yardstick, characters: text.length, tasks });
  }

  // One keystroke in a large roadmap, from the event to the new snapshot and its rows.
  {
    let text = generateRoadmap(400_000, 2);
    while ([...tasksOf(parseMarkdown(text).value)].length < 5000) text = generateRoadmap(text.length * 1.2, 2);
    const host = new MemoryHost({ '/work/ROADMAP.md': text });
    const store = new Store();
    const indexer = new Indexer(host.ports, store, { files: () => [] });
    await indexer.start();
    let key = 0;
    const type = async () => {
      host.write('/work/ROADMAP.md', `${text}${'x'.repeat(++key % 7)}\n`);
      await indexer.settled();
      return buildTree(store.snapshot);
    };
    const tasks = [...tasksOf(store.snapshot.roadmaps[0]!.roadmap!)].length;
    const comparison = await compare('one keystroke, to new rows', type, () => gfm.parse(text), 15);
    results.push({ ...comparison, yardstick, characters: text.length, tasks });
  }
}

if (isWanted('edits')) {
  // One edit in a roadmap of that size, from what is intended to the edits of its text, read again and checked.
  {
    const text = generateRoadmap(400_000, 2);
    const { value, problems } = parseMarkdown(text);
    const options = {};
    const document = { text, roadmap: value, problems, options, read: parseMarkdown, edit: editMarkdown };
    const tasks = [...tasksOf(value)];
    const middle = tasks.slice(Math.floor(tasks.length / 2)).find(({ status }) => status === 'todo')!;
    const comparison = await compare(
      'one edit, to its text edits',
      () => {
        const result = planEdit(document, { kind: 'set', task: middle.id, field: 'status', value: 'done' });
        if (!result.ok) throw new Error(result.message);
      },
      () => gfm.parse(text),
      15,
    );
    results.push({ ...comparison, yardstick, characters: text.length, tasks: tasks.length });
  }
}

if (isWanted('todos')) {
  results.push(await measureEdit(1_000), await measureEdit(10_000), ...(await measureScans(rgPath, 100_000)));
}

if (isWanted('reports')) results.push(...(await measureReports(100)));

if (isWanted('plan')) results.push(...(await measurePlanHistories(2_000)));

if (isWanted('history')) results.push(...(await measureHistories(50_000)));

if (isWanted('agents')) results.push(...(await measureAgents(15)));

if (isWanted('check')) results.push(await measureCheck(100_000, 50_000));

if (isWanted('dashboard')) results.push(...(await measureDashboards([1_000, 5_000])));

console.log(JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, results }, null, 2));
