import * as vscode from 'vscode';
import { mocha } from './mocha.js';
import { activationTime } from './suites/activation.test.js';
import './suites/agents.test.js';
import './suites/check.test.js';
import './suites/commands.test.js';
import './suites/contract.test.js';
import './suites/dashboard.test.js';
import './suites/edits.test.js';
import './suites/folders.test.js';
import './suites/history.test.js';
import './suites/hosts.test.js';
import './suites/language.test.js';
import './suites/links.test.js';
import './suites/metrics.test.js';
import './suites/problems.test.js';
import './suites/todoCommands.test.js';
import './suites/todos.test.js';
import './suites/unavailable.test.js';
import './suites/work.test.js';
import './suites/yaml.test.js';
import { type HostResult, resultPrefix, resultVariable } from './result.js';

/** Runs the suites of this host. VS Code calls it in the extension host; a rejection fails the run. */
export async function run(): Promise<void> {
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const activation = activationTime();
  const result: HostResult = {
    passed: stats?.passes ?? 0,
    failed: stats?.failures ?? 0,
    ...(activation === undefined ? {} : { activation }),
  };
  console.log(resultPrefix + JSON.stringify(result));
  const file = typeof process === 'undefined' ? undefined : process.env[resultVariable];
  if (file)
    await vscode.workspace.fs.writeFile(vscode.Uri.file(file), new TextEncoder().encode(JSON.stringify(result)));
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.passed + result.failed} tests failed.`);
}
