import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';
import { exit, styleFor } from '../../src/cli/io.js';
import { compare, type Comparison } from './measure.js';
import { importHistory, writeTree } from './repository.js';

type Result = Comparison & Readonly<Record<string, unknown>>;

/** `check` in a large repository whose roadmap has 500 tasks; the yardstick is `links`, which finds what belongs to what. */
export async function measureCheck(files: number, commits: number): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-bench-'));
  try {
    await importHistory(folder, commits);
    await writeTree(folder, files, 0.01);
    const tasks = Array.from({ length: 500 }, (_, at) => `- [${at % 3 === 0 ? 'x' : ' '}] RM-${at + 1} Task ${at + 1}`);
    await writeFile(join(folder, 'ROADMAP.md'), `# Plan\n\n${tasks.join('\n')}\n`);
    let problems = 0;
    const run = (command: string) => async () => {
      let out = '';
      const io = {
        cwd: folder,
        style: styleFor({}, {}),
        out: (text: string) => void (out += text),
        err: () => undefined,
      };
      const code = await main([command, '--json'], io);
      if (code !== exit.ok) throw new Error(`${command} ended with ${code}`);
      if (command === 'check') problems = (JSON.parse(out) as { problems: readonly unknown[] }).problems.length;
    };
    const comparison = await compare(`check ${files} files and ${commits} commits`, run('check'), run('links'), 7);
    return { ...comparison, yardstick: 'roadmap-lens links in the same folder', problems };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
