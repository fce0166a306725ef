// Lets many processes write one roadmap at once, and ends writers in the midst of it: `node dist/test/edits/writers.main.js
// [--writers 50] [--kills 200]`. Every tick must be there in the end, and every file whole at any time.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../host/project.js';

const cli = join(projectRoot, 'dist', 'cli.js');

function start(folder: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly err: string }> {
  let err = '';
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err }));
  });
}

function roadmap(tasks: number): string {
  return `# Plan\n\n${Array.from({ length: tasks }, (_, index) => `- [ ] HB-${index + 1} Task ${index + 1}\n`).join('')}`;
}

async function manyWriters(folder: string, count: number): Promise<void> {
  const path = join(folder, 'ROADMAP.md');
  const before = roadmap(count);
  await writeFile(path, before);
  const all = Array.from({ length: count }, (_, index) =>
    ended(start(folder, 'set', `HB-${index + 1}`, 'status=done')),
  );
  for (const { code, err } of await Promise.all(all)) assert.equal(code, 0, err);
  assert.equal(await readFile(path, 'utf8'), before.replaceAll('[ ]', '[x]'));
  assert.deepEqual(await readdir(folder), ['ROADMAP.md']);
  console.log(`${count} processes ticked a task each at once: all ticks are there.`);
}

async function killedWriters(folder: string, count: number): Promise<void> {
  const path = join(folder, 'ROADMAP.md');
  const before = roadmap(2000);
  const after = before.replace('[ ] HB-7 ', '[x] HB-7 ');
  // How long one takes from its start, so that it is ended at moments all over it, most of them near its end.
  await writeFile(path, before);
  const begun = Date.now();
  await ended(start(folder, 'set', 'HB-7', 'status=done'));
  const whole = Date.now() - begun;
  let written = 0;
  for (let run = 0; run < count; run++) {
    await writeFile(path, before);
    const child = start(folder, 'set', 'HB-7', 'status=done');
    const end = ended(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.4 + (0.8 * run) / count));
    await end;
    clearTimeout(timer);
    const text = await readFile(path, 'utf8');
    assert.ok(text === before || text === after, `run ${run}: the file is neither the old nor the new one`);
    if (text === after) written++;
  }
  // Whoever comes next is not kept waiting by a lock, and clears away what was left.
  const { code, err } = await ended(start(folder, 'set', 'HB-7', 'HB-8', 'status=done'));
  assert.equal(code, 0, err);
  assert.deepEqual(await readdir(folder), ['ROADMAP.md']);
  console.log(`${count} processes were killed while they wrote: ${written} had written, and every file was whole.`);
}

const { values } = parseArgs({
  options: { writers: { type: 'string', default: '50' }, kills: { type: 'string', default: '200' } },
});
const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-writers-'));
try {
  await manyWriters(folder, Number(values.writers));
  await killedWriters(folder, Number(values.kills));
} finally {
  await rm(folder, { recursive: true, force: true });
}
