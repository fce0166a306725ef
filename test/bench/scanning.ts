import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { todoLenses } from '../../src/core/views/lenses.js';
import { defaultTags } from '../../src/core/model/todo.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { NodeFiles } from '../../src/hosts/node/files.js';
import { nodeLog, nodeScheduler } from '../../src/hosts/node/process.js';
import { runProcess } from '../../src/hosts/node/runProcess.js';
import { NodeSearch } from '../../src/hosts/node/search/nodeSearch.js';
import { Indexer } from '../../src/workspace/indexer.js';
import { Store } from '../../src/workspace/store.js';
import { TodoIndexer } from '../../src/workspace/todoIndexer.js';
import type { TodoSettings } from '../../src/workspace/todoRules.js';
import { compare, type Comparison } from './measure.js';
import { writeTree } from './repository.js';

const settings: TodoSettings = {
  tags: () => defaultTags,
  exclude: () => [],
  inText: () => false,
  maxFiles: () => Infinity,
};

type Result = Comparison & Readonly<Record<string, unknown>>;

/** Looks for TODOs in large trees; the yardstick is ripgrep for the same words. */
export async function measureScans(ripgrep: string, files: number): Promise<Result[]> {
  const results: Result[] = [];
  for (const share of [0.01, 0.1]) {
    const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-bench-'));
    try {
      await writeTree(folder, files, share);
      let found = 0;
      const scan = async () => {
        const store = new Store();
        const search = new NodeSearch({ log: nodeLog, ripgrep: [ripgrep] });
        const ports = { files: new NodeFiles([folder]), scheduler: nodeScheduler, log: nodeLog, search };
        const indexer = new TodoIndexer(ports, store, settings);
        await indexer.start();
        indexer.dispose();
        found = store.snapshot.todos.files.size;
      };
      const raw = async () => {
        const pattern = `\\b(?:${defaultTags.join('|')})\\b`;
        const args = ['--no-config', '--hidden', '--line-number', '-e', pattern, '--', '.'];
        const result = await runProcess(ripgrep, args, { cwd: folder, timeout: 60_000 });
        if (result.code !== 0) throw new Error(`ripgrep ended with ${result.code}: ${result.stderr}`);
      };
      const comparison = await compare(`scan ${files} files, TODOs in ${share * 100} %`, scan, raw, 7);
      results.push({ ...comparison, yardstick: 'ripgrep for the same words', filesWithTodos: found });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return results;
}

/** One edit in a file, from the event to its lenses, in a workspace with TODOs in so many files. */
export async function measureEdit(files: number): Promise<Result> {
  const source = (id: number) => `${'export const x = 1; // nothing\n'.repeat(200)}// TODO(RM-${id}): write\n`;
  const contents: Record<string, string> = { '/work/ROADMAP.md': '# Plan\n\n' };
  for (let at = 1; at <= 500; at++) contents['/work/ROADMAP.md'] += `- [ ] RM-${at} Task ${at}\n`;
  for (let at = 1; at <= files; at++) contents[`/work/src/f${at}.ts`] = source(1 + (at % 500));
  const host = new MemoryHost(contents);
  const store = new Store();
  const todos = new TodoIndexer(host.ports, store, settings);
  await new Indexer(host.ports, store, { files: () => [] }).start();
  await todos.start();
  let key = 0;
  const uri = 'memory:///work/src/f1.ts';
  const edit = async () => {
    host.write('/work/src/f1.ts', `${'\n'.repeat(++key % 5)}${source(1 + (key % 500))}`);
    await todos.settled();
    const lenses = todoLenses(store.snapshot, store.snapshot.todos.files.get(uri)!, false);
    if (lenses.length !== 1) throw new Error('the lens is missing');
  };
  const text = source(1);
  const comparison = await compare(
    `one edit to its lenses, TODOs in ${files} files`,
    edit,
    () => JSON.stringify(text),
    25,
  );
  return { ...comparison, yardstick: 'JSON.stringify of the text, for the speed of the machine' };
}
