import { assert } from 'chai';
import * as vscode from 'vscode';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { garbledRoadmap } from './plan.js';
import { closeEditors, codes, emptyFolder, place, problemsOf, refreshed, remove, write } from './workspace.js';

describeIn(oneFolder, 'problems', () => {
  const roadmap = place('docs/TECHNICAL_ROADMAP.md');
  // By its other name: VS Code may keep the one of earlier suites, which wrote aliases into it, as it was.
  const config = place('.roadmap/config.yml');

  before(async () => {
    await write(roadmap, garbledRoadmap);
    await refreshed();
  });

  after(emptyFolder);

  // A file of its own for each test: the editor keeps the text of a file for a while after it is gone.
  let other: vscode.Uri;
  let renamed: vscode.Uri;
  let number = 0;

  beforeEach(() => {
    other = place(`ROADMAP-${++number}.md`);
    renamed = place(`MILESTONES-${number}.md`);
  });

  afterEach(async () => {
    await closeEditors();
    await remove(other, renamed, place('.roadmap'));
    await Promise.all([other, config].map((uri) => problemsOf(uri, codes())));
  });

  it('report mojibake once, with all its places', async () => {
    const [problem] = await problemsOf(roadmap, codes('mojibake'));
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    const document = await vscode.workspace.openTextDocument(roadmap);
    const places = (problem.relatedInformation ?? []).map(({ location }) => document.getText(location.range));
    assert.ok(places.length > 1);
    assert.equal(document.getText(problem.range), places[0]);
    for (const text of places) assert.match(text, /^[\u00c2-\u00f4][^\u0000-\u007f]{1,3}$/);
  });

  it('show while one types, before anything is saved', async () => {
    await write(other, '# Plan\n\n- [ ] Write it down\n');
    await problemsOf(other, codes());
    const document = await vscode.workspace.openTextDocument(other);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 3, 2, 4), '?'));
    assert.equal(document.isDirty, true);
    const [problem] = await problemsOf(other, codes('unknown-mark'));
    assert.deepEqual([problem!.range.start.line, document.getText(problem!.range)], [2, '[?]']);
    await vscode.commands.executeCommand('undo');
    await problemsOf(other, codes());
  });

  it('go when unsaved changes are thrown away', async () => {
    await write(other, '# Plan\n\n- [ ] Write it down\n');
    const editor = await vscode.window.showTextDocument(other);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 3, 2, 4), '?'));
    await problemsOf(other, codes('unknown-mark'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await problemsOf(other, codes());
  });

  it('follow a file that is created, renamed and deleted', async () => {
    await write(other, '# Plan\n\n- [?] Write it down\n');
    await problemsOf(other, codes('unknown-mark'));
    await vscode.workspace.fs.rename(other, renamed);
    await Promise.all([problemsOf(other, codes()), problemsOf(renamed, codes('unknown-mark'))]);
    await remove(renamed);
    await problemsOf(renamed, codes());
  });

  it('go with the directory that held the file', async () => {
    const inside = place('doc/ROADMAP.md');
    await write(inside, '# Plan\n\n- [?] Write it down\n');
    await problemsOf(inside, codes('unknown-mark'));
    await remove(place('doc'));
    await problemsOf(inside, codes());
  });

  it('say why a file shows nothing', async () => {
    await write(other, '');
    await problemsOf(other, codes('empty-file'));
    await write(other, new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 1]));
    await problemsOf(other, codes('not-text'));
    await write(other, '# Plan\n\nWe think about it.\n');
    await problemsOf(other, codes('no-tasks'));
    await write(other, new Uint8Array([...new TextEncoder().encode('# Plan\n\n- [ ] Caf'), 0xe9, 0x0a]));
    const [problem] = await problemsOf(other, codes('invalid-utf8'));
    assert.equal(problem!.range.start.line, 2);
  });

  it('read a byte order mark, UTF-16 and CRLF like any other text', async () => {
    const text = '# Plan\r\n\r\n- [?] Write it down\r\n';
    const utf16 = new Uint8Array(2 + text.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) utf16[2 + i * 2] = text.charCodeAt(i);
    for (const bytes of [new TextEncoder().encode(`\ufeff${text}`), utf16]) {
      await write(other, bytes);
      const [problem] = await problemsOf(other, codes('unknown-mark'));
      assert.deepEqual([problem!.range.start.line, problem!.range.start.character], [2, 2]);
      await remove(other);
      await problemsOf(other, codes());
    }
  });

  it('tell a wrong encoding of the editor from a broken file', async () => {
    await write(other, '# Plan\n\n- ✅ Write it down\n- 🚧 Read it again\n');
    await problemsOf(other, codes());
    const document = await vscode.workspace.openTextDocument(other, { encoding: 'windows1252' });
    assert.match(document.getText(), /âœ…/);
    await problemsOf(other, codes('wrong-encoding'));
  });

  it('point into the configuration', async () => {
    await write(config, 'roadmaps: docs/plan.md\nidPrefix: SM\nstatus:\n  shipped: [live]\n');
    const problems = await problemsOf(config, codes('config-value', 'config-value'));
    assert.deepEqual(
      problems.map(({ range }) => range.start.line).sort((a, b) => a - b),
      [0, 3],
    );
  });

  it('know the words that the configuration defines', async () => {
    await write(other, '# Plan\n\n- [?] Write it down\n');
    await problemsOf(other, codes('unknown-mark'));
    await write(config, "status:\n  doing: ['?']\n");
    await problemsOf(other, codes());
  });
});
