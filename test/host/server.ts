import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { isServerNoise } from './noise.js';
import { atExit, killTree } from './processes.js';
import { provisionVSCode, type VSCodeVersion } from './provision.js';

/** User settings by their dotted names. */
export type Settings = Readonly<Record<string, unknown>>;

/** What the workbench opens. Paths are absolute. */
export interface WorkbenchContent {
  /** A folder, or a `.code-workspace` file. */
  workspace: string;
  /** The folder of the extension under development. */
  extension: string;
  /** The module whose `run` VS Code calls in the extension host, whereupon that host ends. */
  extensionTests?: string | undefined;
}

/** A running VS Code server. It ends with `stop`, or with this process. */
export interface VSCodeServer {
  /** The page that shows `content` in this server's workbench. */
  url(content: WorkbenchContent): string;
  /** What the server said lately, noise left out: for the message of an error. */
  recentOutput(): string;
  /** Resolved when the server has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const defaultSettings: Settings = {
  // Otherwise the extension under test is disabled until somebody trusts the folder.
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  // A browser's default is to save by itself, the desktop's is not.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
};

/** Starts VS Code's server on a free loopback port, with data of its own: nothing of the person's own is read. */
export async function startServer(version: VSCodeVersion, settings: Settings = {}): Promise<VSCodeServer> {
  const { serverMain, node } = await provisionVSCode(version);
  const data = await mkdtemp(join(tmpdir(), 'roadmap-lens-vscode-'));
  const withdrawData = atExit(() => rmSync(data, { recursive: true, force: true }));
  await mkdir(join(data, 'data', 'User'), { recursive: true });
  await writeFile(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...defaultSettings, ...settings }));

  const server = spawn(node, [serverMain, ...serverArguments, '--server-data-dir', data], {
    cwd: dirname(dirname(serverMain)),
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'))),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const withdrawServer = atExit(() => killTree(server));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const recent: string[] = [];
  const stop = async () => {
    killTree(server);
    await ended;
    await rm(data, { recursive: true, force: true });
    withdrawServer();
    withdrawData();
  };
  try {
    const port = await listeningPort(server, recent);
    return {
      url: (content) => workbenchUrl(port, content),
      recentOutput: () => recent.join('\n'),
      ended,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const serverArguments = [
  '--host=127.0.0.1',
  '--port=0',
  '--without-connection-token',
  '--accept-server-license-terms',
  '--disable-telemetry',
  // A built workbench ignores the extension under development unless it is driven by tests.
  '--enable-smoke-test-driver',
];

/** The port the server listens on, once it says so. Keeps the last of its output in `recent`. */
async function listeningPort(server: ChildProcess, recent: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`VS Code's server ${what}.\n${recent.join('\n')}`));
    setTimeout(fail, 60_000, 'did not listen within a minute').unref();
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port) resolve(port);
        if (isServerNoise(line)) return;
        recent.push(line);
        if (recent.length > 100) recent.shift();
      });
    }
    server.once('error', (error) => fail(`did not start: ${error.message}`));
    server.once('close', (code, signal) => fail(`ended (${code ?? signal}) before it listened`));
  });
}

function workbenchUrl(port: string, { workspace, extension, extensionTests }: WorkbenchContent): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (extensionTests) payload.push(['extensionTestsPath', remote(extensionTests)]);
  const url = new URL(`http://127.0.0.1:${port}/`);
  const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  url.searchParams.set(kind, decodeURIComponent(pathToFileURL(workspace).pathname));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
