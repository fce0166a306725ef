// Shows the extension on a sample workspace: `npm run demo`, or `npm run demo -- --once` to print the roadmap's tree as
// the workbench shows it and end.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atExit } from '../host/processes.js';
import { extensionUnderTest, projectRoot } from '../host/project.js';
import { latestVersion } from '../host/provision.js';
import { startServer } from '../host/server.js';
import { formatRows } from '../host/trees.js';
import { openWorkbench } from '../host/workbench.js';
import { findDesktop, showInDesktop } from './desktop.js';
import { createSampleWorkspace } from './sampleWorkspace.js';

const content = (workspace: string) => ({ workspace, extension: extensionUnderTest });

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-demo-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const workspace = join(folder, 'shelfmark');
  const gap = await createSampleWorkspace(workspace);
  if (gap) console.log(gap);
  if (values.once) {
    await printTree(workspace);
    return;
  }
  await printStatus(workspace);
  const program = findDesktop();
  if (program) {
    console.log(`\nOpening ${workspace} in desktop VS Code. Close its window or press Ctrl-C to end the demo.`);
    await showInDesktop({ program, workspace, extension: extensionUnderTest, data: join(folder, 'vscode') });
  } else {
    await serve(workspace);
  }
}

/** Prints the rows of the roadmap's tree as a workbench without a window shows them. */
async function printTree(workspace: string): Promise<void> {
  const workbench = await openWorkbench({ ...content(workspace), version: latestVersion, log: console.error });
  try {
    await workbench.openViewContainer('Roadmap');
    console.log(formatRows(await workbench.tree('Roadmap').waitFor('the roadmap', (rows) => rows.length > 0)));
  } catch (error) {
    for (const notification of await workbench.notifications()) console.error(notification);
    throw error;
  } finally {
    await workbench.close();
  }
}

/** Prints what the command line says of the workspace. */
async function printStatus(workspace: string): Promise<void> {
  const command = [join(projectRoot, 'dist', 'cli.js'), 'status', workspace];
  const child = spawn(process.execPath, command, { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) console.log(`The command line ended with code ${String(code)}.`);
}

/** Offers the workspace to a browser on this machine, until Ctrl-C. */
async function serve(workspace: string): Promise<void> {
  const server = await startServer(latestVersion);
  console.log(`\nOpen in a browser on this machine:\n${server.url(content(workspace))}\nPress Ctrl-C to end the demo.`);
  await server.ended;
  throw new Error(`VS Code's server ended. It said:\n${server.recentOutput()}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
