import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from '../fuzz/random.js';

const words = 'parse render cache index queue store fetch merge split check write close open retry batch stream'.split(
  ' ',
);

/** Writes a tree of TypeScript files of one to four KB, of which a share holds TODOs. */
export async function writeTree(folder: string, files: number, share: number): Promise<void> {
  const next = randomFrom(files + share * 100);
  const pick = () => words[next(words.length)]!;
  const perDirectory = 100;
  for (let start = 0; start < files; start += perDirectory) {
    const number = start / perDirectory;
    const directory = join(folder, `part${number % 50}`, `module${number}`);
    await mkdir(directory, { recursive: true });
    const writes: Promise<void>[] = [];
    for (let at = 0; at < Math.min(perDirectory, files - start); at++) {
      const lines: string[] = [];
      const count = 20 + next(60);
      for (let line = 0; line < count; line++) {
        lines.push(
          `export function ${pick()}${line}(${pick()}: string): string { return "${pick()} " + ${pick()}; } // ${pick()}`,
        );
      }
      if (next(1_000) < share * 1_000) {
        lines.splice(next(count), 0, `// TODO(RM-${1 + next(500)}): ${pick()} the ${pick()}`);
      }
      writes.push(writeFile(join(directory, `file${at}.ts`), `${lines.join('\n')}\n`));
    }
    await Promise.all(writes);
  }
}

/** Makes a repository with a linear history by `git fast-import`; a third of the commits name tasks. The last comes alone. */
export async function importHistory(folder: string, commits: number): Promise<void> {
  const next = randomFrom(commits);
  await mkdir(folder, { recursive: true });
  await run('git', ['init', '--quiet', '--initial-branch=main', folder]);
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: folder, stdio: ['pipe', 'inherit', 'inherit'] });
  const done = new Promise<void>((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`git fast-import ended with ${code}`))));
  });
  for (let at = 1; at <= commits; at++) {
    const text = `${words[next(words.length)]} the ${words[next(words.length)]}`;
    const kind = next(100);
    const id = 1 + next(500);
    const message =
      kind < 20
        ? `RM-${id} ${text}\n`
        : kind < 35
          ? `${text}\n\n${text.repeat(8)}\n\nTask: RM-${id}\n`
          : `${text}\n\n${text.repeat(4)}\n`;
    const commit = `commit refs/heads/main\nmark :${at}\ncommitter Ada ${at % 40} <ada${at % 40}@example.com> ${1_600_000_000 + at * 600} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`;
    const file = `M 100644 inline f${at % 10}\ndata 2\n${at % 10}\n\n`;
    if (!child.stdin.write(commit + file)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end('done\n');
  await done;
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}
