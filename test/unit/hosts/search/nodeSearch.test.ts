import { rgPath } from '@vscode/ripgrep';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { NodeFiles } from '../../../../src/hosts/node/files.js';
import { isRunning } from '../../../../src/hosts/node/lock.js';
import { paths } from '../../../../src/hosts/node/paths.js';
import { NodeSearch, type NodeSearchOptions } from '../../../../src/hosts/node/search/nodeSearch.js';
import { ripgrepPlaces } from '../../../../src/hosts/node/search/ripgrepPlaces.js';
import { walk } from '../../../../src/workspace/walk.js';
import { filesHaveModes, TempFolder } from '../../../support/tempFolder.js';

const tags = ['TODO', 'FIXME'];
const truth = /\b(?:TODO|FIXME)\b|[@\\](?:task|todo|fixme)\b/;
const all = { tags, exclude: [] as readonly string[], accepts: () => true };
const posix = process.platform !== 'win32';

/** The ripgrep that this project is tested with, and those of the VS Codes that tests have downloaded. */
function realRipgreps(): string[] {
  const cache = process.env['ROADMAP_LENS_TEST_CACHE'] ?? '.vscode-test';
  const servers = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('server-')) : [];
  const own = servers.flatMap((server) => {
    const root = resolve(cache, server, 'node_modules/code-server/lib/vscode');
    return ripgrepPlaces(root, process.platform, process.arch).filter((place) => existsSync(place));
  });
  return [rgPath, ...own];
}

function nameOf(ripgrep: string): string {
  return `the ripgrep of ${/server-[\d.]+/.exec(ripgrep)?.[0] ?? 'npm'}`;
}

function git(cwd: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'protocol.file.allow=always'];
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' });
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** A folder with everything in it: the files whose names say `yes` hold a tag that is to be found, others none. */
function fill(temp: TempFolder): string {
  const write = (path: string, text: string | Uint8Array) => temp.write(`outer/project/${path}`, text);
  const outer = join(temp.path, 'outer');
  const project = join(outer, 'project');
  temp.write('outer/.gitignore', 'above-*\n');
  temp.write('outer/beside.txt', 'TODO\n');
  git(outer, 'init', '-q');
  write('.gitignore', '*.log\nnode_modules/\n/build\n!keep.log\r\ntracked.ig\n');
  write('sub/.gitignore', '!yes.log\n*.tmp\n/only\n');
  write('above-x', 'TODO\n');
  for (const path of ['a.log', 'node_modules/x/i.js', 'build/o', 'sub/a.tmp', 'sub/only', 'sub/deep/x.tmp']) {
    write(path, 'TODO\n');
  }
  for (const path of ['keep.log', 'sub/yes.log', 'sub/build/yes', 'sub/deep/only/yes', '.hidden/.yes']) {
    write(path, '// TODO: x\n');
  }
  write('.ignore', 'yes*\n');
  write('.rgignore', 'yes*\n');
  const texts = ['# TODO', 'a\r\nFIXME\r\n', '@task RM-1', '* \\todo x', '/** @todo x */', 'x@task', 'éTODO', '(TODO)'];
  for (const [index, text] of texts.entries()) write(`yes-${index}.txt`, text);
  for (const [index, text] of ['TODOS', 'MYTODO_', 'todo', '@tasks', 'TODO1', ''].entries()) write(`no-${index}`, text);
  write('yes-le.txt', utf16('# TODO: ä\r\n', false));
  write('yes-be.txt', utf16('# TODO: ä\r\n', true));
  write('no-le.txt', utf16('# nothing\r\n', false));
  write('binary.bin', Buffer.concat([Buffer.alloc(100), Buffer.from('\nTODO\n')]));
  write('yes-bom.txt', '\ufeffTODO\n');
  write('yes-long.txt', `${'x'.repeat(5 * 1024 * 1024)} TODO`);
  write('yes tracked.ts', 'TODO\n');
  write('tracked.ig', 'TODO\n');
  const odd = posix ? ['yes\nline', 'yes "quote"', '$(touch yes)', 'yes\\back', ':yes', '*yes', 'yes\ttab'] : [];
  for (const name of [...odd, '-yes', '--yes', 'yes ü#%20', "yes'", ' yes']) write(name, 'TODO\n');
  git(outer, 'add', 'project/yes tracked.ts', 'project/sub', 'project/yes-0.txt');
  git(outer, 'add', '-f', 'project/tracked.ig');
  temp.write('outer/.git/info/exclude', 'excluded-*\n');
  write('excluded-x', 'TODO\n');
  git(outer, 'commit', '-qm', 'x');
  write('nested/.gitignore', 'own-*\n');
  write('nested/own-x', 'TODO\n');
  write('nested/yes.log', 'TODO: the rules of the repository around it do not count\n');
  git(join(project, 'nested'), 'init', '-q');
  temp.write('library/yes', 'TODO\n');
  git(join(temp.path, 'library'), 'init', '-q');
  git(join(temp.path, 'library'), 'add', '.');
  git(join(temp.path, 'library'), 'commit', '-qm', 'x');
  git(outer, 'submodule', '--quiet', 'add', join(temp.path, 'library'), 'project/module');
  symlinkSync(project, join(project, 'sub', 'loop'));
  symlinkSync(join(temp.path, 'library'), join(project, 'out'));
  symlinkSync(join(outer, 'beside.txt'), join(project, 'linked.txt'));
  return project;
}

class Messages {
  readonly lines: string[] = [];
  info(line: string): void {
    this.lines.push(line);
  }
  warn(line: string): void {
    this.lines.push(line);
  }
  error(line: string): void {
    this.lines.push(line);
  }
}

describe('Searching files', function () {
  this.timeout(20_000);
  const ripgreps = realRipgreps();
  let temp: TempFolder;
  let project: string;
  let log: Messages;
  before(function () {
    temp = new TempFolder();
    project = fill(temp);
    if (ripgreps.length === 0) console.log('      ripgrep was not there');
  });
  after(() => temp.dispose());
  beforeEach(() => (log = new Messages()));

  const folderOf = (path: string) => ({ uri: paths.uriOf(path), name: 'x' });
  const gitOnly = (): string => {
    const place = process.env['PATH']!.split(delimiter).map((each) => join(each, 'git'));
    return place.find((each) => existsSync(each))!;
  };

  /** The files that an engine tells of, as far as they truly hold a tag. */
  async function search(options: Partial<NodeSearchOptions>, root = project) {
    const files = new NodeFiles([root]);
    const uris: string[] = [];
    const search = new NodeSearch({ log, env: { PATH: '' }, ...options });
    const signal = new AbortController().signal;
    const result = await search.find(folderOf(root), all, (uri) => uris.push(uri), signal);
    assert.equal(new Set(uris).size, uris.length, 'each once');
    const paths = await holding(files, root, uris);
    return { engine: result?.engine, problems: result?.problems.map(({ message }) => message), paths };
  }

  async function holding(files: NodeFiles, root: string, uris: readonly string[]): Promise<string[]> {
    const held: string[] = [];
    for (const uri of uris) {
      const { value } = await files.read(uri);
      if (value && truth.test(value.text)) held.push(files.relative(folderOf(root), uri)!);
    }
    return held.sort();
  }

  async function walked(root = project): Promise<string[]> {
    const files = new NodeFiles([root]);
    const uris: string[] = [];
    const { complete, problems } = await walk(files, folderOf(root), {
      accepts: () => true,
      acceptsDirectory: () => true,
      maxFiles: 10_000,
      signal: new AbortController().signal,
      found: (uri) => void uris.push(uri),
    });
    assert.deepEqual([complete, problems], [true, []]);
    return holding(files, root, uris);
  }

  it('finds what truly holds a tag by git grep', async () => {
    const { engine, problems, paths: found } = await search({ git: gitOnly() });
    assert.deepEqual([engine, problems, log.lines], ['git grep', [], []]);
    assert.deepEqual(
      found.filter((path) => !/yes|keep/.test(path)),
      [],
    );
    for (const path of ['yes-le.txt', 'yes-be.txt', 'nested/yes.log', 'module/yes', '.hidden/.yes', 'sub/yes.log']) {
      assert.ok(found.includes(path), path);
    }
    assert.ok(!existsSync(join(project, 'yes')));
  });

  it('finds the same by a walk, but for what is ruled above the folder', async () => {
    const { paths: found } = await search({ git: gitOnly() });
    const hidden = new Set(['above-x', 'excluded-x']);
    assert.deepEqual(
      (await walked()).filter((path) => !hidden.has(path)),
      found,
    );
    const whole = join(temp.path, 'outer');
    const { paths: everything } = await search({ git: gitOnly() }, whole);
    assert.deepEqual(
      (await walked(whole)).filter((path) => path !== 'project/linked.txt'),
      everything,
    );
  });

  for (const ripgrep of ripgreps) {
    it(`finds the same by ${nameOf(ripgrep)}`, async () => {
      const { engine, problems, paths: found } = await search({ ripgrep: [ripgrep] });
      assert.deepEqual([engine, problems, log.lines], ['ripgrep', [], []]);
      assert.deepEqual(found, (await search({ git: gitOnly() })).paths);
      const whole = join(temp.path, 'outer');
      assert.deepEqual(
        (await search({ ripgrep: [ripgrep] }, whole)).paths,
        (await search({ git: gitOnly() }, whole)).paths,
      );
    });

    it(`follows the rules outside of repositories by ${nameOf(ripgrep)}`, async () => {
      const root = join(temp.path, 'plain');
      temp.write('.gitignore', 'x\n');
      temp.write('plain/.gitignore', '*.log\n');
      for (const path of ['a.log', 'x', 'sub/b.log', 'sub/y', 'repository/c.md']) temp.write(`plain/${path}`, 'TODO');
      temp.write('plain/repository/.gitignore', '*.txt\n');
      temp.write('plain/repository/.git/info/exclude', 'd.md\n');
      for (const path of ['a.txt', 'd.md']) temp.write(`plain/repository/${path}`, 'TODO');
      const { paths: found } = await search({ ripgrep: [ripgrep] }, root);
      assert.deepEqual(found, ['repository/c.md', 'sub/y', 'x']);
      assert.deepEqual(await walked(root), found);
    });

    it(`says which directories it may not read by ${nameOf(ripgrep)}`, async function () {
      if (!filesHaveModes) this.skip();
      if (process.getuid?.() === 0) {
        console.log('      root may read everything');
        this.skip();
      }
      const root = join(temp.path, 'modes');
      temp.write('modes/a', 'TODO');
      chmodSync(dirname(temp.write('modes/closed/b', 'TODO')), 0);
      const { paths: found, problems } = await search({ ripgrep: [ripgrep] }, root);
      chmodSync(join(root, 'closed'), 0o755);
      assert.deepEqual([found, problems?.length], [['a'], 1]);
      assert.match(problems![0]!, /closed: Permission denied/);
    });

    it(`takes tags as they are written by ${nameOf(ripgrep)}`, async () => {
      const root = join(temp.path, 'tags');
      const odd = ['A.B', '-e', '??', '\\d', '[x', 'été', ' '];
      for (const [index, tag] of [...odd, 'AxB', '5', 'A.BC'].entries()) temp.write(`tags/${index}`, `x\n(${tag})\n`);
      git(root, 'init', '-q');
      for (const options of [{ ripgrep: [ripgrep] }, { git: gitOnly() }]) {
        const uris: string[] = [];
        const search = new NodeSearch({ log, env: { PATH: '' }, ...options });
        const query = { ...all, tags: [...odd.slice(0, -1), 'a\nb', '', 'x'.repeat(1_000)] };
        const result = await search.find(folderOf(root), query, (uri) => uris.push(uri), new AbortController().signal);
        assert.deepEqual(result?.problems, []);
        const names = uris.map((uri) => paths.nameOf(paths.pathOf(uri))).sort();
        assert.deepEqual(
          names.filter((name) => name !== '9'),
          ['0', '1', '2', '3', '4', '5'],
        );
      }
      assert.deepEqual(log.lines, []);
    });
  }

  describe('where a program fails', function () {
    before(function () {
      if (!posix) this.skip();
    });

    const fake = (script: string): string => {
      const path = temp.write(`bin/rg-${Math.random()}`, `#!/bin/sh\n${script}\n`);
      chmodSync(path, 0o755);
      return path;
    };
    const faults: Readonly<Record<string, readonly [string, RegExp]>> = {
      garbage: ['echo hello', /no list of files/],
      'garbage without end': ['exec yes', /no list of files/],
      'places outside': ["printf '../beside.txt\\000'", /no list of files/],
      nothing: ["printf './yes-0.txt\\000'; exec sleep 60", /hung/],
      'code 2': ['echo "unknown flag" >&2; exit 2', /code 2: unknown flag/],
      'a signal': ["printf './yes-0.txt\\000'; kill -9 $$", /killed/],
    };
    for (const [name, [script, cause]] of Object.entries(faults)) {
      it(`takes the next one after ${name}`, async () => {
        const git = gitOnly();
        const { engine, paths: found } = await search({ ripgrep: ['/missing', fake(script)], git, timeout: 400 });
        assert.equal(engine, 'git grep');
        assert.match(log.lines.join('\n'), cause);
        assert.deepEqual(found, (await search({ git })).paths);
      });
    }

    it('says what ripgrep could not read, and keeps what it found', async () => {
      const script = fake("printf './yes-0.txt\\000'; echo './x: Permission denied' >&2; exit 2");
      const { engine, problems, paths: found } = await search({ ripgrep: [script] });
      assert.deepEqual([engine, found], ['ripgrep', ['yes-0.txt']]);
      assert.match(problems!.join('\n'), /x: Permission denied/);
    });

    it('leaves the folder to a walk where there is neither ripgrep nor git', async () => {
      assert.equal((await search({})).engine, undefined);
      assert.equal((await search({ git: '/missing/git' })).engine, undefined);
      assert.match(log.lines.join('\n'), /is not there/);
    });

    it('never runs what lies in the folder or a relative place', async () => {
      const trap = temp.write('trap/bin/rg', `#!/bin/sh\ntouch "${join(temp.path, 'sprung')}"\n`);
      chmodSync(trap, 0o755);
      const root = join(temp.path, 'trap');
      const env = { PATH: ['bin', '.', '', join(root, 'bin')].join(delimiter) };
      assert.equal((await search({ env }, root)).engine, undefined);
      assert.ok(!existsSync(join(temp.path, 'sprung')));
    });

    it('leaves no process behind when it is aborted', async () => {
      const pidFile = join(temp.path, 'pid');
      const script = fake(`echo $$ > "${pidFile}"; printf './yes-0.txt\\000'; exec sleep 60`);
      const abort = new AbortController();
      const search = new NodeSearch({ log, ripgrep: [script], git: gitOnly(), env: { PATH: '' } });
      const result = await search.find(folderOf(project), all, () => abort.abort(), abort.signal);
      assert.deepEqual([result, log.lines], [{ engine: 'ripgrep', problems: [] }, []]);
      assert.ok(!isRunning(Number(readFileSync(pidFile, 'utf8'))));
    });
  });
});
