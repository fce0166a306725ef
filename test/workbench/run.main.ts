// Runs the suites that drive the rendered workbench: `node dist/test/workbench/run.main.js [--version <version>]`, without
// a version in the lowest one supported and the latest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { projectRoot } from '../host/project.js';
import { parseVersion, versionVariable, vscodeVersions } from '../host/provision.js';

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const { values } = parseArgs({ options: { version: { type: 'string' } } });
const versions = values.version === undefined ? vscodeVersions : [parseVersion(values.version)];
for (const version of versions) {
  console.log(`The workbench of VS Code ${version}`);
  const run = spawn(process.execPath, [mocha, 'dist/test/workbench/**/*.test.js'], {
    cwd: projectRoot,
    env: { ...process.env, [versionVariable]: version },
    stdio: 'inherit',
  });
  const [code] = (await once(run, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
