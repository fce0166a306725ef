import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { findProgram } from '../../../src/hosts/node/findProgram.js';
import { filesHaveModes, TempFolder } from '../../support/tempFolder.js';

describe('A program that is looked for', () => {
  let temp: TempFolder;
  beforeEach(() => {
    temp = new TempFolder();
  });
  afterEach(() => temp.dispose());

  const program = (name: string) => {
    const path = temp.write(name, '');
    chmodSync(path, 0o755);
    return path;
  };
  const path = (...directories: readonly string[]) => directories.join(delimiter);

  it('is the first one in the directories of PATH', async function () {
    if (!filesHaveModes) this.skip();
    temp.write('a/tool', 'no program: it has no mode for that');
    program('c/tool');
    const found = program('b/tool');
    const directories = path(...['none', 'a', 'b', 'c'].map((name) => join(temp.path, name)));
    assert.equal(await findProgram('tool', directories), found);
    assert.equal(await findProgram('other', directories), undefined);
    assert.equal(await findProgram('/anything', ''), '/anything');
  });

  it('does not lie where somebody happens to be', async () => {
    program('tool');
    const here = relative(process.cwd(), temp.path);
    assert.equal(await findProgram('tool', path('', '.', here)), undefined);
    assert.equal(await findProgram('./tool', path(here)), undefined);
  });

  it('does not lie in the folder that is worked on, nor behind a link into it', async function () {
    if (!filesHaveModes) this.skip();
    program('folder/bin/tool');
    const elsewhere = program('bin/tool');
    const search = path(join(temp.path, 'folder', 'bin'), join(temp.path, 'link'), join(temp.path, 'bin'));
    symlinkSync(join(temp.path, 'folder', 'bin'), join(temp.path, 'link'));
    assert.equal(await findProgram('tool', search, { notIn: join(temp.path, 'folder') }), elsewhere);
  });

  it('ends in .exe on Windows', async () => {
    assert.equal(await findProgram('C:\\Git\\git.exe', '', { platform: 'win32' }), 'C:\\Git\\git.exe');
    assert.equal(await findProgram('git', '.;Git;C:\\none', { platform: 'win32' }), undefined);
  });
});
