import { assert } from 'chai';
import * as vscode from 'vscode';
import { describeIn } from './host.js';
import { activate, emptyFolder, place, refreshed, write } from './workspace.js';
import { tidyRoadmap } from './plan.js';

describeIn(['restricted'], 'Restricted Mode', () => {
  after(emptyFolder);

  it('is what this window is in', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('takes nothing away from reading: roadmaps and configuration count as ever', async () => {
    await write(place('docs/TECHNICAL_ROADMAP.md'), tidyRoadmap);
    await write(place('.roadmap/config.yaml'), 'aliases:\n  smoke: add-smoke-tests\n');
    await refreshed();
    const { roadmaps, problems } = (await activate()).status();
    assert.deepEqual([roadmaps.length, roadmaps[0]!.counts?.doneTasks, problems], [1, 2, []]);
    assert.deepEqual(roadmaps[0]!.tasks.find(({ id }) => id === 'add-smoke-tests')?.aliases, ['smoke']);
  });
});

describeIn(['virtual', 'webVirtual'], 'a virtual workspace', () => {
  it('is what this window has: its files are on no disk', () => {
    assert.equal(vscode.workspace.workspaceFolders![0]!.uri.scheme, 'memfs');
  });
});

describeIn(['web', 'webVirtual'], 'the extension host of the browser', () => {
  it('is what this runs in', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal('importScripts' in globalThis, true);
    assert.equal(vscode.extensions.getExtension('roadmap-lens.roadmap-lens')!.packageJSON.main, undefined);
  });
});

describeIn(['installed'], 'the installed extension', () => {
  it('is the one from the package, where extensions are installed', () => {
    const { extensionPath } = vscode.extensions.getExtension('roadmap-lens.roadmap-lens')!;
    assert.match(extensionPath, /[\\/]extensions[\\/]roadmap-lens\.roadmap-lens-[\d.]+$/);
  });
});
