import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pending = new Set<() => void>();
let listening = false;

/**
 * Calls `end` when this process ends: normally, by an unhandled error, or by Ctrl-C, a hang-up or a termination signal.
 * `end` has to be synchronous. Returns a function that withdraws it.
 */
export function atExit(end: () => void): () => void {
  if (!listening) {
    listening = true;
    process.once('exit', () => {
      for (const each of [...pending].reverse()) each();
    });
    // Without a listener a signal ends the process at once, and `exit` is never emitted.
    for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
      process.once(signal, () => process.exit(128 + number));
    }
  }
  pending.add(end);
  return () => pending.delete(end);
}

/** Kills a process and all it started. On POSIX it must have been spawned `detached`: it then leads a group of its own. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

/** Installs `packages` into `folder`, or with none what its package.json asks for. Rejects with npm's own words. */
export async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  const options = [
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--no-engine-strict',
    '--loglevel=error',
  ];
  // The prefix keeps npm from taking this project for the one to install into, which it does inside `npm run`.
  const [program, ...first] = npmProgram();
  await run(program, [...first, 'install', '--prefix', folder, ...options, ...packages], { cwd: folder });
}

/** Node does not start `npm.cmd` without a shell, so on Windows the script behind it is started. */
function npmProgram(): [string, ...string[]] {
  if (process.platform !== 'win32') return ['npm'];
  const script = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (!existsSync(script)) throw new Error(`npm was not found beside ${process.execPath}.`);
  return [process.execPath, script];
}
