import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFiles } from '../../../src/hosts/node/files.js';
import { paths, pathsFor } from '../../../src/hosts/node/paths.js';
import { TempFolder } from '../../support/tempFolder.js';

describe('Files on disk', () => {
  let temp: TempFolder;
  let files: NodeFiles;
  beforeEach(() => {
    temp = new TempFolder();
    files = new NodeFiles([join(temp.path, 'project')]);
  });
  afterEach(() => temp.dispose());

  const uri = (path: string) => paths.uriOf(join(temp.path, path));

  it('have URIs that lead back, whatever their names', async () => {
    const [folder] = files.folders();
    for (const path of ['a b.md', 'größe/#1?.md', '100%.md', 'ä&=[x].md']) {
      temp.write(`project/${path}`, path);
      const place = files.resolve(folder!, path);
      assert.equal(files.relative(folder!, place), path);
      assert.deepEqual(await files.read(place), { value: { text: path }, problems: [] });
    }
  });

  it('outside the folder have no path in it', () => {
    const [folder] = files.folders();
    assert.deepEqual(
      [files.relative(folder!, uri('other.md')), files.relative(folder!, uri('project'))],
      [undefined, undefined],
    );
  });

  it('have the same places in their folder on Windows', () => {
    const windows = new NodeFiles(['c:\\Büro\\shop\\', '\\\\nas\\plans'], new Set(), pathsFor('win32'));
    const [shop, plans] = windows.folders();
    assert.deepEqual([shop!.name, plans!.name], ['shop', 'plans']);
    for (const path of ['a b.md', 'größe/#1.md', '100%.md']) {
      for (const folder of [shop!, plans!]) {
        assert.equal(windows.relative(folder, windows.resolve(folder, path)), path);
      }
    }
    assert.equal(windows.relative(shop!, windows.resolve(plans!, 'a.md')), undefined);
  });

  it('are listed with directories told apart; a linked directory is none', async () => {
    temp.write('project/ROADMAP.md', '');
    temp.write('project/docs/a.md', '');
    temp.write('outside/b.md', '');
    symlinkSync(join(temp.path, 'outside'), join(temp.path, 'project', 'linked'));
    const { value: entries } = await files.list(uri('project'));
    assert.deepEqual(
      new Map(entries.map(({ name, directory }) => [name, directory])),
      new Map([
        ['ROADMAP.md', false],
        ['docs', true],
        ['linked', false],
      ]),
    );
    const gone = await files.list(uri('gone'));
    assert.deepEqual(
      [gone.value, gone.problems.map(({ message }) => message)],
      [[], ['There is no such file or directory: check the path.']],
    );
  });

  it('that are links inside the folder are read', async () => {
    temp.write('project/docs/plan.md', '- a\n');
    symlinkSync(join('docs', 'plan.md'), join(temp.path, 'project', 'ROADMAP.md'));
    assert.equal((await files.read(uri('project/ROADMAP.md'))).value?.text, '- a\n');
  });

  it('that vanish are a problem, not a throw', async () => {
    const { value, problems } = await files.read(uri('project/gone.md'));
    assert.deepEqual([value, problems.map(({ code }) => code)], [undefined, ['cannot-read']]);
  });
});
