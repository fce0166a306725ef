// Runs the suites of this folder in every place VS Code runs in: `node dist/test/editor/run.main.js [--version <version>]
// [--host <name>]`, without a version in the lowest one supported and the latest; with `--desktop` in desktop VS Code
// instead, which @vscode/test-electron downloads. Fails when a test fails, and when none ran.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from '../host/package.js';
import { parseVersion, type VSCodeVersion, vscodeVersions } from '../host/provision.js';
import { runInDesktop } from './desktop.js';
import { type Host, hosts } from './hosts.js';
import type { HostResult } from './result.js';
import { runInServer } from './server.js';
import { resultTable, type ResultRow } from './table.js';

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { version: { type: 'string' }, host: { type: 'string' }, desktop: { type: 'boolean', default: false } },
  });
  const versions = values.version === undefined ? vscodeVersions : [parseVersion(values.version)];
  const chosen = hosts.filter(({ name }) => values.host === undefined || name === values.host);
  if (chosen.length === 0)
    throw new Error(`There is no host ${values.host}: ${hosts.map(({ name }) => name).join(', ')}.`);
  const rows: ResultRow[] = [];
  const run = async (version: string, title: string, inHost: (folder: string) => Promise<HostResult>) => {
    console.log(`\nVS Code ${version}: ${title}`);
    const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-editor-'));
    try {
      rows.push({ version, host: title, ...(await inHost(folder)) });
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      rows.push({ version, host: title, passed: 0, failed: 0 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  if (values.desktop) {
    const own = process.env['VSCODE_EXECUTABLE'] ? ['installed'] : versions;
    for (const version of own) await run(version, 'desktop', (folder) => runInDesktop(version, folder));
  } else {
    await packageExtension();
    for (const version of versions) for (const host of chosen) await run(version, host.title, inServer(version, host));
  }
  console.log(`\n${resultTable(rows)}`);
  return rows.length > 0 && rows.every(({ passed, failed }) => passed > 0 && failed === 0);
}

function inServer(version: VSCodeVersion, host: Host) {
  return (folder: string) => runInServer(version, host, folder);
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
