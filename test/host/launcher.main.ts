#!/usr/bin/env node
// Stands in for the desktop program where `runTests` of @vscode/test-electron starts it: takes the same arguments, runs
// the same extension tests in the server host, and ends with their exit code. What else the arguments ask for concerns
// the desktop only.
import { parseVersion, versionVariable } from './provision.js';
import { openWorkbench } from './workbench.js';

const longestRun = 10 * 60_000;

async function main(): Promise<number> {
  const option = (name: string) =>
    process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + '--='.length);
  const extension = option('extensionDevelopmentPath');
  const extensionTests = option('extensionTestsPath');
  const workspace = process.argv.slice(2).find((each) => !each.startsWith('--'));
  if (!extension || !extensionTests || !workspace) {
    throw new Error('Needs --extensionDevelopmentPath=…, --extensionTestsPath=… and the folder to open.');
  }
  const version = parseVersion(process.env[versionVariable]);
  const workbench = await openWorkbench({ version, workspace, extension, extensionTests, log: console.log });
  const timer = setTimeout(() => {
    console.error(`The extension tests were not over after ${longestRun / 60_000} minutes.`);
    process.exit(1);
  }, longestRun);
  const code = await workbench.testsExit;
  clearTimeout(timer);
  await workbench.close();
  return code;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
