import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { atExit, killTree } from '../host/processes.js';

/** The installed desktop VS Code's starter, if it is on the PATH. */
export function findDesktop(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  if (process.platform !== 'win32') return folders.map((folder) => join(folder, 'code')).find(existsSync);
  // On Windows the starter is a batch file, which needs a shell; the program is in the folder above.
  const starter = folders.find((folder) => existsSync(join(folder, 'code.cmd')));
  return starter && [join(starter, '..', 'Code.exe')].find(existsSync);
}

/** What to show, and where the window may keep its data. Paths are absolute. */
export interface DesktopOptions {
  program: string;
  workspace: string;
  extension: string;
  data: string;
}

/** Shows `workspace` in a window of desktop VS Code with data of its own, until that is closed or this process ends. */
export async function showInDesktop({ program, workspace, extension, data }: DesktopOptions): Promise<void> {
  const userData = join(data, 'user-data');
  await mkdir(join(userData, 'User'), { recursive: true });
  const settings = { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none' };
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
  const options = [
    '--new-window',
    '--wait',
    '--skip-welcome',
    '--skip-release-notes',
    `--user-data-dir=${userData}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    `--extensionDevelopmentPath=${extension}`,
  ];
  const starter = spawn(program, [...options, workspace], { stdio: 'ignore', detached: process.platform !== 'win32' });
  const withdraw = atExit(() => {
    killTree(starter);
    killWindow(userData);
  });
  try {
    const code = await new Promise((resolve, reject) => {
      starter.once('error', reject);
      starter.once('close', resolve);
    });
    if (code !== 0) throw new Error(`${program} ended with code ${String(code)}.`);
  } finally {
    withdraw();
    killWindow(userData);
  }
}

/** The starter leaves the window's process to itself, but that writes its id into its data folder. */
function killWindow(userData: string): void {
  try {
    process.kill(Number(readFileSync(join(userData, 'code.lock'), 'utf8')), 'SIGKILL');
  } catch {
    // There is no window, or no longer.
  }
}
