import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import {
  activate,
  closeEditors,
  codes,
  emptyFolder,
  place,
  problemsOf,
  refreshed,
  remove,
  untilTold,
  write,
} from './workspace.js';

const text = `# Shelf Roadmap

## Phase 1: Catalogue

- [ ] Import the cards
- [x] Scan the covers
  - [x] Front
  - [ ] Back
- [ ] Print labels

## Phase 2: Lending

- [ ] Lend by phone
`;

describeIn(oneFolder, 'edits', () => {
  // A file of its own for each test: the editor keeps the text of a file for a while after it is gone.
  let roadmap: vscode.Uri;
  let number = 0;

  const task = (id: string) => ({ uri: roadmap.toString(), id });
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  const onDisk = async () =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(roadmap));
  const document = () => vscode.workspace.openTextDocument(roadmap);

  async function begin(content: string | Uint8Array = text): Promise<void> {
    await write(roadmap, content);
    await refreshed();
  }

  beforeEach(() => {
    roadmap = place(`ROADMAP-edited-${++number}.md`);
  });

  afterEach(async () => {
    await closeEditors();
    await remove(roadmap);
    await problemsOf(roadmap, codes());
  });

  after(emptyFolder);

  it('tick a task in a file that nobody has open, and save it', async () => {
    await begin();
    await run(commands.setStatus, task('import-the-cards'), 'done');
    assert.equal(await onDisk(), text.replace('[ ] Import', '[x] Import'));
    assert.equal((await document()).isDirty, false);
  });

  it('show at once', async () => {
    await begin();
    await run(commands.markDone, task('print-labels'));
    const api = await activate();
    await api.settled();
    const shown = api.status().roadmaps.find(({ title }) => title === 'Shelf Roadmap');
    assert.equal(shown?.tasks?.find(({ id }) => id === 'print-labels')?.status, 'done');
  });

  it('are one step to undo, and to do again', async () => {
    await begin();
    const editor = await vscode.window.showTextDocument(await document());
    await run(commands.markDone, task('scan-the-covers'));
    const done = text.replace('[ ] Back', '[x] Back');
    assert.equal(editor.document.getText(), done);
    await run('undo');
    assert.equal(editor.document.getText(), text);
    await run('redo');
    assert.equal(editor.document.getText(), done);
  });

  it('leave unsaved changes unsaved, and go along with them', async () => {
    await begin();
    const editor = await vscode.window.showTextDocument(await document());
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '\nTyped just now.\n'));
    await run(commands.markInProgress, task('print-labels'));
    assert.equal(editor.document.isDirty, true);
    assert.match(editor.document.getText(), /Typed just now\.[\s\S]*\[\/\] Print labels/);
    assert.equal(await onDisk(), text);
  });

  it('are all made where many come at once', async () => {
    await begin();
    await Promise.all(
      ['import-the-cards', 'print-labels', 'lend-by-phone'].map((id) => run(commands.setStatus, task(id), 'done')),
    );
    assert.equal(await onDisk(), text.replace(/\[ \] (Import|Print|Lend)/g, '[x] $1'));
  });

  it('lose nothing of what another program writes at the same moment', async () => {
    await begin();
    // Else VS Code, told of that late, may read the file in the middle of the write below, and then saves nothing over it.
    await untilTold();
    await vscode.window.showTextDocument(await document());
    const theirs = text.replace('Print labels', 'Print labels twice');
    await write(roadmap, theirs);
    await run(commands.setStatus, task('import-the-cards'), 'done');
    assert.equal(await onDisk(), theirs.replace('[ ] Import', '[x] Import'));
  });

  it('do nothing where the task has become another one meanwhile', async () => {
    await begin();
    const editor = await vscode.window.showTextDocument(await document());
    const made = run(commands.setStatus, task('import-the-cards'), 'done');
    const typed = editor.edit((edit) => edit.delete(new vscode.Range(4, 0, 5, 0)));
    await Promise.all([made, typed]);
    // Whichever came first: no other task was ticked.
    assert.match(
      editor.document.getText(),
      /\[x\] Scan the covers\n {2}- \[x\] Front\n {2}- \[ \] Back\n- \[ \] Print labels/,
    );
    assert.match(editor.document.getText(), /- \[ \] Lend by phone/);
  });

  it('keep a byte order mark, line ends and blanks at their ends', async () => {
    const windows = `\ufeff${text.replaceAll('\n', '\r\n').replace('labels', 'labels  ')}`;
    await begin(windows);
    await run(commands.setStatus, task('import-the-cards'), 'done');
    assert.equal(await onDisk(), windows.replace('[ ] Import', '[x] Import'));
  });

  it('leave a file alone that is declared read-only', async () => {
    await begin();
    const settings = vscode.workspace.getConfiguration('files');
    const name = roadmap.path.slice(roadmap.path.lastIndexOf('/') + 1);
    try {
      await settings.update('readonlyInclude', { [name]: true }, vscode.ConfigurationTarget.Global);
      await run(commands.setStatus, task('import-the-cards'), 'done');
      assert.equal(await onDisk(), text);
      assert.equal((await document()).isDirty, false);
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('do nothing where the value already holds', async () => {
    await begin();
    const { version } = await document();
    await run(commands.setStatus, task('front'), 'done');
    assert.equal((await document()).version, version);
  });

  it('move tasks, and take the tasks below them along', async () => {
    await begin();
    await run(commands.moveTaskUp, task('scan-the-covers'));
    assert.match(
      await onDisk(),
      /\n- \[x\] Scan the covers\n {2}- \[x\] Front\n {2}- \[ \] Back\n- \[ \] Import the cards\n- \[ \] Print/,
    );
    await refreshed();
    await run(commands.moveTaskDown, task('scan-the-covers'));
    assert.equal(await onDisk(), text);
  });

  it('remove a task with those below it', async () => {
    await begin();
    await run(commands.removeTask, task('scan-the-covers'));
    assert.equal(await onDisk(), text.replace(/- \[x\] Scan the covers\n.*\n.*\n/, ''));
  });

  it('are offered on the line of a task', async () => {
    await begin();
    await document();
    const actions = await run('vscode.executeCodeActionProvider', roadmap, new vscode.Range(4, 8, 4, 8));
    const titles = (actions as vscode.CodeAction[]).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Mark task')),
      ['Mark task as done', 'Mark task as in progress'],
    );
    const { command } = (actions as vscode.CodeAction[]).find(({ title }) => title === 'Mark task as done')!;
    await run(command!.command, ...(command!.arguments as unknown[]));
    assert.equal(await onDisk(), text.replace('[ ] Import', '[x] Import'));
  });

  it('record the id that a new title or id takes away, which still names the task then', async () => {
    // Other tests write config.yaml, and the editor keeps the text of a file for a while after it is gone.
    const config = place('.roadmap/config.yml');
    const recorded = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
    try {
      await write(config, '# ours\n');
      await begin();
      await run(commands.renameTask, task('print-labels'), 'Print more labels');
      assert.equal(await onDisk(), text.replace('Print labels', 'Print more labels'));
      assert.equal(await recorded(), '# ours\naliases:\n  print-labels: print-more-labels\n');
      await refreshed();
      await run(commands.setTaskId, task('print-labels'), 'SH-1');
      assert.match(await onDisk(), /SH-1/);
      assert.equal(
        await recorded(),
        '# ours\naliases:\n  print-labels: print-more-labels\n  print-more-labels: SH-1\n',
      );
      await refreshed();
      await run(commands.markDone, task('print-labels'));
      assert.match(await onDisk(), /\[x\] .*Print more labels/);
    } finally {
      await remove(place('.roadmap'));
      await refreshed();
    }
  });

  it('repair garbled characters: those at a place, or all', async () => {
    const garbled = text.replace('Print labels', 'Print labels â€“ all').replace('by phone', 'by phone â€“ now');
    await begin(garbled);
    await problemsOf(roadmap, (all) => all.some(({ code }) => code === 'mojibake'));
    await document();
    const line = garbled.split('\n').findIndex((one) => one.includes('by phone'));
    const character = garbled.split('\n')[line]!.indexOf('â');
    const at = new vscode.Range(line, character, line, character);
    const actions = (await run('vscode.executeCodeActionProvider', roadmap, at)) as vscode.CodeAction[];
    const repair = async (title: string) => {
      const { command } = actions.find((one) => one.title === title)!;
      await run(command!.command, ...(command!.arguments as unknown[]));
    };
    await repair('Write this character as it was meant');
    assert.equal(await onDisk(), garbled.replace('by phone â€“', 'by phone –'));
    await repair('Repair the encoding of the whole file');
    assert.equal(
      await onDisk(),
      text.replace('Print labels', 'Print labels – all').replace('by phone', 'by phone – now'),
    );
  });

  it('refuse what the encoding of the file has no characters for', async () => {
    const emoji = '# Plan\n\n- \u2705 One\n- \ud83d\udea7 Two\n';
    await begin(emoji);
    await vscode.workspace.openTextDocument(roadmap, { encoding: 'windows1252' });
    await (await activate()).settled();
    await run(commands.setStatus, task('one'), 'blocked');
    assert.equal(await onDisk(), emoji);
  });

  it('change a roadmap in YAML, and keep its comments, quotes and layout', async () => {
    const plan =
      '# Ours\ntitle: "Shelf"\ntasks:\n  - title: \'Import\'   # first\n    status: todo\n  - {title: Scan, status: done}\n';
    roadmap = place(`.roadmap/edited-${number}.yaml`);
    await begin(plan);
    await run(commands.setStatus, task('import'), 'done');
    assert.equal(await onDisk(), plan.replace('status: todo', 'status: done'));
    await run(commands.setStatus, task('scan'), 'doing');
    assert.equal(
      await onDisk(),
      plan.replace('status: todo', 'status: done').replace('Scan, status: done', 'Scan, status: in-progress'),
    );
    await remove(place('.roadmap'));
  });

  it('archive into the file that the configuration names, in one step', async () => {
    await begin('# Plan\n\n- [ ] One\n- [x] Two\n  - [x] Three\n- [ ] Four\n');
    const archive = place(`docs/old-${number}.md`);
    const config = place('.roadmap/config.yaml');
    const archived = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(archive));
    try {
      await write(config, `archive: docs/old-${number}.md\n`);
      await refreshed();
      await run(commands.archiveDone, { uri: roadmap.toString() });
      assert.equal(await onDisk(), '# Plan\n\n- [ ] One\n- [ ] Four\n');
      assert.equal(await archived(), '# Done\n\n- [x] Two\n  - [x] Three\n');
      await run(commands.setStatus, task('one'), 'done');
      await refreshed();
      await run(commands.archiveDone, { uri: roadmap.toString() });
      assert.equal(await onDisk(), '# Plan\n\n- [ ] Four\n');
      assert.equal(await archived(), '# Done\n\n- [x] Two\n  - [x] Three\n- [x] One\n');
    } finally {
      await closeEditors();
      await remove(archive, place('.roadmap'));
    }
  });
});
