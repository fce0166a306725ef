import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { copyForBrowser } from '../host/browserExtension.js';
import { packageFile } from '../host/package.js';
import { extensionUnderTest, projectRoot } from '../host/project.js';
import type { WorkbenchOptions } from '../host/workbench.js';
import type { HostName } from './hostNames.js';
import { makeRepository } from './repository.js';

/** A place VS Code runs in, and what is opened there. */
export interface Host {
  readonly name: HostName;
  /** As the table of results has it. */
  readonly title: string;
  /** Makes in a temporary folder what is opened, and says how it is. */
  prepare(
    folder: string,
  ): Promise<Pick<WorkbenchOptions, 'workspace' | 'extension' | 'extensionTests' | 'install' | 'settings'>>;
}

/** The module with the suites, as it is built. */
export const suites = join(projectRoot, 'dist', 'test', 'editor', 'index.cjs');

/** A folder name that every part has to pass on unharmed: blanks, letters beyond ASCII, and characters URIs escape. */
const unusualName = 'Bücher & Söhne #1 100%';

/** Every place in which the suites run, the desktop left out, which not every machine can fetch. */
export const hosts: readonly Host[] = [
  {
    name: 'remote',
    title: 'remote; path with spaces, umlauts, # and %',
    prepare: async (folder) => ({
      workspace: await repository(folder, unusualName),
      extension: extensionUnderTest,
    }),
  },
  {
    name: 'installed',
    title: 'installed from the .vsix',
    prepare: async (folder) => ({
      workspace: await repository(folder, 'shelfmark'),
      extension: await driver(folder),
      install: [packageFile],
    }),
  },
  {
    name: 'restricted',
    title: 'Restricted Mode',
    prepare: async (folder) => ({
      workspace: await repository(folder, 'shelfmark'),
      extension: extensionUnderTest,
      settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    }),
  },
  {
    name: 'virtual',
    title: 'virtual workspace',
    prepare: async (folder) => ({
      workspace: 'memfs:/harbour',
      extension: extensionUnderTest,
      install: [await driver(folder)],
    }),
  },
  {
    name: 'folders',
    title: 'several folders, ids in common',
    prepare: async (folder) => {
      // The suite opens them: a window now and then misses those of a workspace file that it has never seen.
      for (const name of ['web shop', 'büro']) await directory(folder, name);
      const workspace = join(folder, 'all.code-workspace');
      await writeFile(workspace, JSON.stringify({ folders: [] }));
      return { workspace, extension: extensionUnderTest };
    },
  },
  {
    name: 'noFolder',
    title: 'no folder',
    prepare: async () => ({ extension: extensionUnderTest }),
  },
  {
    name: 'unavailable',
    title: 'folder of an unknown file system',
    prepare: async () => ({
      workspace: 'nosuch:/harbour',
      extension: extensionUnderTest,
    }),
  },
  {
    name: 'web',
    title: 'browser (web extension host)',
    prepare: async (folder) => ({
      workspace: await repository(folder, unusualName),
      ...(await webExtension(folder)),
    }),
  },
  {
    name: 'webVirtual',
    title: 'browser, virtual workspace',
    prepare: async (folder) => ({
      workspace: 'memfs:/harbour',
      ...(await webExtension(folder)),
      install: [await driver(folder, 'browser')],
    }),
  },
];

/** An empty directory. */
async function directory(parent: string, name: string): Promise<string> {
  const path = join(parent, name);
  await mkdir(path, { recursive: true });
  return path;
}

/** A directory that holds nothing but a git repository, where this machine has git. */
async function repository(parent: string, name: string): Promise<string> {
  const path = await directory(parent, name);
  await makeRepository(path);
  return path;
}

/** The extension for the tests (`driver/extension.ts`), for the extension host of Node or of the browser. */
async function driver(parent: string, entry: 'main' | 'browser' = 'main'): Promise<string> {
  const path = await directory(parent, 'roadmap-lens.test-driver-0.0.0');
  await cp(join(projectRoot, 'dist', 'test', 'editor', 'driver', 'extension.cjs'), join(path, 'extension.cjs'));
  const manifest = {
    name: 'test-driver',
    publisher: 'roadmap-lens',
    version: '0.0.0',
    engines: { vscode: '^1.105.0' },
    activationEvents: ['onFileSystem:memfs'],
    capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
    [entry]: './extension.cjs',
  };
  await writeFile(join(path, 'package.json'), JSON.stringify(manifest));
  return path;
}

/** The extension for the browser's host. The tests lie in it, since they run where the extension does in which they are. */
async function webExtension(parent: string): Promise<{ extension: string; extensionTests: string }> {
  const extension = await copyForBrowser(parent);
  const extensionTests = join(extension, basename(suites));
  await cp(suites, extensionTests);
  return { extension, extensionTests };
}
