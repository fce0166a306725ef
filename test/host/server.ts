import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { isServerNoise } from './noise.js';
import { atExit, killTree } from './processes.js';
import { provisionVSCode, type VSCodeVersion } from './provision.js';

/** User settings by their dotted names. */
export type Settings = Readonly<Record<string, unknown>>;

/** What the workbench opens. Paths are absolute. */
export interface WorkbenchContent {
  /** A folder, a `.code-workspace` file, or the URI of a folder in a file system of its own; without it the window is empty. */
  workspace?: string | undefined;
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

/** How a server is set up before it starts. */
export interface ServerOptions {
  settings?: Settings | undefined;
  /** What is installed first: `.vsix` files, as a person installs them, and folders of extensions. */
  install?: readonly string[] | undefined;
}

/** Starts VS Code's server on a free loopback port, with data of its own: nothing of the person's own is read. */
export async function startServer(
  version: VSCodeVersion,
  { settings = {}, install = [] }: ServerOptions = {},
): Promise<VSCodeServer> {
  const { serverMain, node } = await provisionVSCode(version);
  const data = await mkdtemp(join(tmpdir(), 'roadmap-lens-vscode-'));
  const withdrawData = atExit(() => rmSync(data, { recursive: true, force: true }));
  await mkdir(join(data, 'data', 'User'), { recursive: true });
  await writeFile(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...defaultSettings, ...settings }));

  const environment = {
    cwd: dirname(dirname(serverMain)),
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'))),
  };
  for (const extension of install) {
    if (extension.endsWith('.vsix')) {
      const options = ['--install-extension', extension, '--accept-server-license-terms', '--server-data-dir', data];
      await promisify(execFile)(node, [serverMain, ...options], environment);
    } else await cp(extension, join(data, 'extensions', basename(extension)), { recursive: true });
  }
  const server = spawn(node, [serverMain, ...serverArguments, '--server-data-dir', data], {
    ...environment,
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
  if (workspace === undefined) url.searchParams.set('ew', 'true');
  else {
    const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    url.searchParams.set(
      kind,
      isAbsolute(workspace) ? decodeURIComponent(pathToFileURL(workspace).pathname) : workspace,
    );
  }
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
