import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, realpathSync, watch } from 'node:fs';
import { join } from 'node:path';
import { NodeCommands } from '../../../src/hosts/node/commands.js';
import { paths } from '../../../src/hosts/node/paths.js';
import { noSignal } from '../../support/gitRepository.js';
import { TempFolder } from '../../support/tempFolder.js';

const node = process.execPath;

describe('A command that measures', () => {
  let temp: TempFolder;
  beforeEach(() => {
    temp = new TempFolder();
    temp.write('work/.keep', '');
  });
  afterEach(() => temp.dispose());

  const commands = new NodeCommands();
  async function run(command: readonly string[], { timeout = 20, signal = noSignal } = {}) {
    const folder = { uri: paths.uriOf(join(temp.path, 'work')), name: 'work' };
    const { value, problems } = await commands.run(folder, command, timeout, signal);
    return { value, problem: problems.map(({ message }) => message).join('\n') };
  }
  const script = (code: string, ...args: readonly string[]) => run([node, '-e', code, '--', ...args]);
  /** A program of the folder that a shell reads. */
  function program(name: string, lines: string): void {
    chmodSync(temp.write(join('work', name), `#!/bin/sh\n${lines}\n`), 0o755);
  }

  it('gives what it prints', async () => {
    assert.deepEqual(await script('console.log("84.5 %"); console.error("as said")'), {
      value: '84.5 %\n',
      problem: '',
    });
  });

  it('gets its arguments as they are: no shell sees them', async () => {
    const args = [
      'a b',
      '"quoted"',
      "it's",
      ';',
      'echo no > x',
      '$(echo no)',
      '`echo no`',
      '$HOME',
      '%PATH%',
      '*',
      '~',
      '--',
      '-x',
      '',
      'ä\n€',
      '\\',
      '&& exit 1',
      '|',
    ];
    const { value } = await script('console.log(JSON.stringify(process.argv.slice(1)))', ...args);
    assert.deepEqual(JSON.parse(value!), args);
  });

  it('runs in its folder, and has nothing to read', async () => {
    const { value } = await script(
      'process.stdin.on("data", (data) => console.log(data.length)).on("end", () => console.log(process.cwd()))',
    );
    assert.equal(value!.trim(), realpathSync(join(temp.path, 'work')));
  });

  it('may be a program of the folder, by its path', async function () {
    if (process.platform === 'win32') this.skip();
    program('scripts/size', 'echo "$# in ${PWD##*/}"');
    assert.equal((await run(['./scripts/size', 'a b', 'c'])).value, '2 in work\n');
    assert.equal((await run(['scripts/size'])).value, '0 in work\n');
  });

  it('is not taken from the folder by a bare name', async function () {
    if (process.platform === 'win32') this.skip();
    program('size-of-it', 'echo 1');
    assert.match((await run(['size-of-it'])).problem, /size-of-it was not found in PATH/);
  });

  it('is none outside of the folder', async function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(temp.write('size', '#!/bin/sh\necho 1\n'), 0o755);
    for (const name of ['../size', './../size', 'scripts/../../size', '..\\size'])
      assert.match((await run([name])).problem, /lies outside the folder/, name);
  });

  it('says that there is none', async () => {
    for (const name of ['no-such-program-here', './no-such-program', join(temp.path, 'none')])
      assert.match((await run([name])).problem, /was not found/, name);
    assert.match((await run([''])).problem, /was not found/);
    assert.match((await run([])).problem, /was not found/);
  });

  it('says that it may not be run', async function () {
    if (process.platform === 'win32') this.skip();
    temp.write('work/plain.txt', 'text');
    assert.match((await run(['./plain.txt'])).problem, /could not be run/);
  });

  it('gives nothing where it fails, and says how with its last word', async () => {
    const failing = 'console.log(7); console.error("first\\nNo database\\n"); process.exitCode = 3';
    const { value, problem } = await script(failing);
    assert.equal(value, undefined);
    assert.match(problem, /ended with 3: No database$/);
    assert.match((await script('process.exit(2)')).problem, /ended with 2: it says nothing more$/);
  });

  it('is ended when it takes too long', async () => {
    const { value, problem } = await run([node, '-e', 'setInterval(() => console.log(1), 20)'], { timeout: 0.3 });
    assert.equal(value, undefined);
    assert.match(problem, /took longer than 0\.3 seconds/);
  });

  it('is ended when it takes too long with what it started, which keeps nobody waiting', async () => {
    // It would live for longer than this test may take.
    const child = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 90000)'], { stdio: 'inherit' })`;
    const { problem } = await run([node, '-e', child], { timeout: 0.5 });
    assert.match(problem, /took longer/);
  });

  it('takes with it, when it is ended, all that it has started', async function () {
    // Windows has no groups of processes.
    if (process.platform === 'win32') this.skip();
    const pidFile = join(temp.path, 'pid');
    const file = JSON.stringify(pidFile);
    const grandchild = `const { renameSync, writeFileSync } = require('fs'); writeFileSync(${file} + '~', String(process.pid)); renameSync(${file} + '~', ${file}); setInterval(() => {}, 1000)`;
    const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]); setInterval(() => {}, 1000)`;
    const controller = new AbortController();
    const watcher = watch(temp.path);
    const running = run([node, '-e', child], { signal: controller.signal });
    while (!existsSync(pidFile)) await once(watcher, 'change');
    watcher.close();
    controller.abort();
    await running;
    const pid = Number(readFileSync(pidFile, 'utf8'));
    const isGone = () => {
      try {
        process.kill(pid, 0);
        // One that nobody has buried yet is dead all the same.
        return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return true;
      }
    };
    while (!isGone()) await new Promise(setImmediate);
  });

  it('is ended when it prints more than a megabyte; that much it may', async () => {
    const print = (bytes: number) => script(`process.stdout.write('x'.repeat(${bytes}))`);
    assert.equal((await print(1024 * 1024)).value?.length, 1024 * 1024);
    assert.match((await print(1024 * 1024 + 1)).problem, /printed more than 1024 KB/);
    const endless = 'const more = () => process.stdout.write("x".repeat(65536), more); more()';
    assert.match((await script(endless)).problem, /printed more than 1024 KB/);
  });

  it('may complain as long as it likes', async () => {
    const { value, problem } = await script('process.stderr.write("x".repeat(3e6), () => console.log(5))');
    assert.deepEqual([value, problem], ['5\n', '']);
  });

  it('is ended when nobody wants it any more, without a word', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const result = await run([node, '-e', 'setInterval(() => {}, 1000)'], { signal: controller.signal });
    assert.deepEqual(result, { value: undefined, problem: '' });
    assert.deepEqual(await run([node, '-e', ''], { signal: controller.signal }), { value: undefined, problem: '' });
  });
});
