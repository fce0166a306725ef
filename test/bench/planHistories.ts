import { GFM, parser } from '@lezer/markdown';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import { GitHistory } from '../../src/hosts/node/git/gitHistory.js';
import { NodeFiles } from '../../src/hosts/node/files.js';
import { nodeLog, nodeScheduler } from '../../src/hosts/node/process.js';
import { runProcess } from '../../src/hosts/node/runProcess.js';
import type { Cache } from '../../src/workspace/ports.js';
import { readFolders, readPlanHistories } from '../../src/workspace/readOnce.js';
import { randomFrom } from '../fuzz/random.js';
import { generateRoadmap } from './generate.js';
import type { Comparison } from './measure.js';

type Result = Comparison & Readonly<Record<string, unknown>>;

const gfm = parser.configure(GFM);

/**
 * Replays the versions of a roadmap of 40 KB. The yardsticks are one `git cat-file --batch` of the same blobs with each parsed
 * by the bare Markdown parser, and with each parsed as a roadmap.
 */
export async function measurePlanHistories(versions: number, rounds = 3): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-bench-'));
  try {
    await importVersions(folder, versions);
    const git = async (args: readonly string[], input = '') => {
      const result = await runProcess('git', ['--no-pager', ...args], { cwd: folder, timeout: 60_000, input });
      if (result.code !== 0) throw new Error(`git ended with ${result.code}: ${result.stderr}`);
      return result.stdout;
    };
    await git(['reset', '--quiet', '--hard']);
    const hashes = (await git(['rev-list', '--reverse', 'HEAD'])).toString('utf8').trim().split('\n');
    const input = hashes.map((hash) => `${hash}:ROADMAP.md\n`).join('');
    const blobs = async (parse: (text: string) => unknown) => {
      const output = await git(['cat-file', '--batch'], input);
      for (let at = 0; at < output.length;) {
        const end = output.indexOf(10, at);
        const start = end + 1;
        at = start + Number(output.toString('latin1', at, end).split(' ')[2]) + 1;
        parse(output.toString('utf8', start, at - 1));
      }
    };
    const ports = {
      files: new NodeFiles([folder]),
      scheduler: nodeScheduler,
      log: nodeLog,
      history: new GitHistory({ log: nodeLog }),
    };
    const snapshot = await readFolders(ports, { files: () => [] });
    let longest = 0;
    const read = async (cache?: Cache) => {
      const waiting = new Waiting();
      const signal = new AbortController().signal;
      const [history] = await readPlanHistories({ ...ports, ...(cache ? { cache } : {}) }, snapshot, 'bench', signal);
      longest = Math.max(longest, waiting.end());
      if (history?.points.length !== versions) throw new Error(`${history?.points.length} versions were read`);
      return history;
    };
    const kept = new Map<string, string>();
    const cache: Cache = {
      read: async (name) => kept.get(name),
      write: async (name, text) => void kept.set(name, text),
    };
    const { changes, stories } = await read(cache);
    const facts = {
      versions,
      bytes: (await git(['cat-file', 'blob', 'HEAD:ROADMAP.md'])).length,
      tasks: stories.size,
      changes: changes.length,
      cacheKb: Math.round([...kept.values()].reduce((sum, text) => sum + text.length, 0) / 1024),
    };
    const bare = { yardstick: 'git cat-file --batch and a full GFM parse by @lezer/markdown' };
    const own = { yardstick: 'git cat-file --batch and a parse as a roadmap' };
    const byBare = () => blobs((text) => gfm.parse(text));
    const byOwn = () => blobs(parseMarkdown);
    const name = `replay ${versions} versions of a plan`;
    const [toBare, toOwn] = await measure(() => read(), [byBare, byOwn], rounds);
    const longestPieceMs = Math.round(longest * 10) / 10;
    const [again] = await measure(() => read(cache), [byBare], rounds);
    return [
      { name, ...toBare!, ...bare, ...facts, longestPieceMs },
      { name, ...toOwn!, ...own, ...facts, longestPieceMs },
      { name: `open ${versions} versions of a plan again, from the cache`, ...again!, ...bare, ...facts },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs work and its yardsticks in turn. A run takes seconds, so that what the first ones compile does not matter. */
async function measure(work: () => unknown, yardsticks: readonly (() => unknown)[], rounds: number) {
  const time = async (run: () => unknown) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  const times: number[][] = [work, ...yardsticks].map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of [work, ...yardsticks].entries()) times[index]!.push(await time(run));
  }
  const median = (values: readonly number[]) =>
    Math.round([...values].sort((a, b) => a - b)[values.length >> 1]! * 100) / 100;
  const [mine, ...theirs] = times;
  return theirs.map((yardstick) => ({
    ms: median(mine!),
    yardstickMs: median(yardstick),
    ratio: median(mine!.map((ms, round) => ms / yardstick[round]!)),
    runs: rounds,
  }));
}

/** How long others had to wait for their turn: milliseconds. */
class Waiting {
  private last = performance.now();
  private longest = 0;
  private immediate = setImmediate(() => this.turn());

  private turn(): void {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
    this.immediate = setImmediate(() => this.turn());
  }

  end(): number {
    clearImmediate(this.immediate);
    return this.longest;
  }
}

/** A roadmap that is worked on: most versions tick a task, some take that back, add, reword or remove one. */
async function importVersions(folder: string, versions: number): Promise<void> {
  await runProcess('git', ['init', '--quiet', '--initial-branch=main', folder], { cwd: tmpdir(), timeout: 60_000 });
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: folder, stdio: ['pipe', 'inherit', 'inherit'] });
  const done = new Promise<void>((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`git fast-import ended with ${code}`))));
  });
  const next = randomFrom(versions);
  const lines = generateRoadmap(40_000).replaceAll('[x]', '[ ]').split('\n');
  for (let at = 0; at < versions; at++) {
    const boxes = lines.flatMap((line, index) => (/^\s*- \[[ x]\] /.test(line) ? [index] : []));
    const line = boxes[next(boxes.length)]!;
    const text = lines[line]!;
    const kind = next(100);
    if (kind < 70) lines[line] = text.replace('[ ]', '[x]');
    else if (kind < 78) lines[line] = text.replace('[x]', '[ ]');
    else if (kind < 86) lines.splice(line, 0, `- [ ] Add part ${at} of the plan`);
    else if (kind < 92) lines[line] = `${text} again`;
    else if (!/^\s/.test(lines[line + 1] ?? '')) lines.splice(line, 1);
    // So that no two versions are the same.
    lines[2] = `**Generated:** 2026-01-05, version ${at}  `;
    const content = lines.join('\n');
    const commit = `commit refs/heads/main\ncommitter Ada <ada@example.com> ${1_600_000_000 + at * 3_600} +0000\ndata 5\nNext\n`;
    const file = `M 100644 inline ROADMAP.md\ndata ${Buffer.byteLength(content)}\n${content}\n`;
    if (!child.stdin.write(commit + file)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end('done\n');
  await done;
}
