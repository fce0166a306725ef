import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../../src/hosts/node/paths.js';
import { NodeStreams } from '../../../src/hosts/node/streams.js';
import { noSignal } from '../../support/gitRepository.js';
import { asOrdinaryUser, filesHaveModes, TempFolder } from '../../support/tempFolder.js';

describe('Streaming a file of this machine', () => {
  let temp: TempFolder;
  let folder: { readonly uri: string; readonly name: string };
  beforeEach(() => {
    temp = new TempFolder();
    mkdirSync(join(temp.path, 'work'));
    folder = { uri: paths.uriOf(join(temp.path, 'work')), name: 'work' };
  });
  afterEach(() => temp.dispose());

  const streams = new NodeStreams();
  const write = (name: string, content: string | Uint8Array) => temp.write(join('work', name), content);
  async function read(path: string, signal = noSignal, took: (piece: string) => boolean = () => true) {
    const pieces: string[] = [];
    const take = (piece: string) => {
      pieces.push(piece);
      return took(piece);
    };
    const { value, problems } = await streams.read(folder, path, take, signal);
    return {
      text: pieces.join(''),
      pieces: pieces.length,
      stamp: value,
      problems: problems.map(({ message }) => message),
    };
  }
  /** A file of some pieces in which every line is another. */
  const long = Array.from({ length: 150_000 }, (_, index) => `line ${index} ä€😀\n`).join('');

  it('gives its whole text and its stamp', async () => {
    const path = write('deep/er/a.txt', long);
    utimesSync(path, 1_700_000_000, 1_700_000_000.5);
    const { text, pieces, stamp, problems } = await read('deep/er/a.txt');
    assert.ok(text === long, 'the text is another');
    assert.ok(pieces > 5, `${pieces} pieces`);
    assert.deepEqual([stamp, problems], [{ time: 1_700_000_000.5, size: Buffer.byteLength(long) }, []]);
    assert.deepEqual(await streams.stamp(folder, 'deep/er/a.txt'), stamp);
  });

  it('decodes UTF-16 and UTF-8 by their marks', async () => {
    const text = 'lines 85,5 % – ä😀\n'.repeat(20_000);
    write('le.txt', Buffer.from(`\ufeff${text}`, 'utf16le'));
    write('be.txt', Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    write('mark.txt', `\ufeff${text}`);
    for (const name of ['le.txt', 'be.txt', 'mark.txt']) assert.ok((await read(name)).text === text, name);
  });

  it('gives nothing of a file that is empty, and says that it is there', async () => {
    write('a.txt', '');
    const { text, stamp } = await read('a.txt');
    assert.deepEqual([text, stamp?.size], ['', 0]);
  });

  it('knows no file where none is, and takes that for no mistake', async () => {
    assert.deepEqual(await read('a.txt'), { text: '', pieces: 0, stamp: undefined, problems: [] });
    assert.deepEqual(await read('no/where/a.txt'), { text: '', pieces: 0, stamp: undefined, problems: [] });
    assert.equal(await streams.stamp(folder, 'a.txt'), undefined);
  });

  it('stops where nobody takes more', async () => {
    write('a.txt', long);
    const { pieces, stamp } = await read('a.txt', noSignal, () => false);
    assert.deepEqual([pieces, stamp?.size], [1, Buffer.byteLength(long)]);
  });

  it('stops when it is not wanted any more', async () => {
    write('a.txt', long);
    const controller = new AbortController();
    const { text, problems } = await read('a.txt', controller.signal, () => {
      controller.abort();
      return true;
    });
    assert.ok(text.length < long.length / 2, `${text.length} characters`);
    assert.deepEqual(problems, []);
  });

  it('gives what there was when it began, where the file grows meanwhile', async () => {
    const path = write('a.txt', long);
    let grown = 0;
    const { text, stamp } = await read('a.txt', noSignal, () => {
      if (grown++ < 3) appendFileSync(path, 'more\n');
      return true;
    });
    assert.ok(grown > 3 && text === long, 'the text is another');
    assert.equal(stamp!.size, Buffer.byteLength(long));
  });

  it('ends where the file ends, where it shrinks meanwhile', async () => {
    const path = write('a.txt', long);
    const { text } = await read('a.txt', noSignal, () => {
      truncateSync(path, 10);
      return true;
    });
    assert.ok(long.startsWith(text.slice(0, -1)) && text.length > 0 && text.length < long.length);
  });

  it('refuses what lies outside of the folder', async () => {
    temp.write('secret.txt', 'secret');
    temp.write('work-2/secret.txt', 'secret');
    for (const path of ['../secret.txt', 'a/../../secret.txt', '../work-2/secret.txt', '..', '.']) {
      const { text, stamp, problems } = await read(path);
      assert.deepEqual([text, stamp, problems.length], ['', undefined, 1], path);
      assert.equal(await streams.stamp(folder, path), undefined);
    }
    // An absolute path is one below the folder, where nothing is.
    assert.deepEqual((await read(join(temp.path, 'secret.txt'))).text, '');
  });

  it('refuses links that lead out of the folder, of files and directories; others are followed', async function () {
    if (process.platform === 'win32') this.skip();
    temp.write('outside/secret.txt', 'secret');
    write('inside/a.txt', 'open');
    const link = (target: string, name: string) => symlinkSync(join(temp.path, target), join(temp.path, 'work', name));
    link('outside/secret.txt', 'file.txt');
    link('outside', 'directory');
    link('work/inside', 'again');
    link('work/inside/a.txt', 'a.txt');
    symlinkSync('loop', join(temp.path, 'work', 'loop'));
    for (const path of ['file.txt', 'directory/secret.txt']) {
      const { text, problems } = await read(path);
      assert.equal(text, '');
      assert.match(problems.join(), /a link that leads out of it/);
      assert.equal(await streams.stamp(folder, path), undefined);
    }
    for (const path of ['again/a.txt', 'a.txt']) assert.equal((await read(path)).text, 'open');
    assert.equal((await read('loop')).problems.length, 1);
  });

  it('refuses directories and pipes, and waits for none', async function () {
    mkdirSync(join(temp.path, 'work', 'reports'));
    assert.match((await read('reports')).problems.join(), /directory/);
    if (process.platform === 'win32') return;
    execFileSync('/usr/bin/env', ['mkfifo', join(temp.path, 'work', 'pipe')]);
    assert.match((await read('pipe')).problems.join(), /no plain file/);
    assert.deepEqual(
      [await streams.stamp(folder, 'pipe'), await streams.stamp(folder, 'reports')],
      [undefined, undefined],
    );
  });

  it('says that there is no permission', async function () {
    if (!filesHaveModes) this.skip();
    chmodSync(write('a.txt', 'a'), 0);
    const { text, problems } = await asOrdinaryUser(() => read('a.txt'));
    assert.equal(text, '');
    assert.match(problems.join(), /no permission/);
  });

  it('refuses what no report has to say', async function () {
    if (process.platform === 'win32') this.skip();
    const path = write('a.txt', '');
    // Sparse: it takes no room.
    truncateSync(path, 2 * 1024 ** 3 + 1);
    assert.match((await read('a.txt')).problems.join(), /more than 2 GB/);
  });
});
