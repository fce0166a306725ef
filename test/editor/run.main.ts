// Runs the editor suites in a real VS Code: `node dist/test/editor/run.main.js [--version <version>]`, without a version
// in the lowest one supported and the latest. Fails when a test fails, and when none ran.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { extensionUnderTest, projectRoot } from '../host/project.js';
import { parseVersion, type VSCodeVersion, versionVariable, vscodeVersions } from '../host/provision.js';
import { type EditorTestResult, resultVariable } from './result.js';

const launcher = join(projectRoot, 'dist', 'test', 'host', 'launcher.main.js');

async function runIn(version: VSCodeVersion): Promise<boolean> {
  console.log(`VS Code ${version}`);
  const folder = await mkdtemp(join(tmpdir(), 'roadmap-lens-editor-'));
  const resultFile = join(folder, 'result.json');
  try {
    const workspace = join(folder, 'workspace');
    await createSampleWorkspace(workspace);
    const exit = await runTests({
      vscodeExecutablePath: launcher,
      extensionDevelopmentPath: extensionUnderTest,
      extensionTestsPath: join(projectRoot, 'dist', 'test', 'editor', 'index.cjs'),
      launchArgs: [workspace],
      extensionTestsEnv: { [versionVariable]: version, [resultVariable]: resultFile },
    }).catch((error: unknown) => error);
    const result = await readFile(resultFile, 'utf8').then(
      (text) => JSON.parse(text) as EditorTestResult,
      () => ({ passed: 0, failed: 0 }),
    );
    console.log(`VS Code ${version}: ${result.passed} passed, ${result.failed} failed\n`);
    if (result.passed + result.failed === 0) console.error(`No test ran in VS Code ${version}.`);
    return exit === 0 && result.failed === 0 && result.passed > 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { version: { type: 'string' } } });
  const versions = values.version === undefined ? vscodeVersions : [parseVersion(values.version)];
  await chmod(launcher, 0o755);
  // `runTests` passes Ctrl-C on to the launcher, and then reports a failed run like any other.
  let interrupted = false;
  process.once('SIGINT', () => (interrupted = true));
  let passed = true;
  for (const version of versions) {
    passed = (await runIn(version)) && passed;
    if (interrupted) return false;
  }
  return passed;
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
