import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mochaModule from 'mocha';
import { type EditorTestResult, resultVariable } from './result.js';

// A newer host requires the class itself, an older one the namespace of the module. Both have the class under its name.
const { Mocha } = mochaModule as unknown as { Mocha: typeof mochaModule };

/** Runs all suites beside this module. VS Code calls it in the extension host; a rejection fails the run. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000 });
  const suites = join(__dirname, 'suites');
  for (const name of readdirSync(suites).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(suites, name));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const result: EditorTestResult = { passed: stats?.passes ?? 0, failed: stats?.failures ?? 0 };
  const file = process.env[resultVariable];
  if (file) writeFileSync(file, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.passed + result.failed} tests failed.`);
}
