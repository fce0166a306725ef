import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { numberedRoadmap } from './plan.js';
import {
  activate,
  closeEditors,
  emptyFolder,
  place,
  refreshed,
  remove,
  removeCode,
  todosIn,
  waitForLinks,
  write,
} from './workspace.js';

describeIn(oneFolder, 'commands for TODOs', () => {
  // A directory of its own for each test: the editor keeps the text of a file for a while after it is gone.
  let directory: string;
  let roadmap: vscode.Uri;
  let source: vscode.Uri;
  let number = 0;

  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  const todo = (index: number, uri = source) => ({ uri: uri.toString(), index });
  const onDisk = async (uri: vscode.Uri) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));

  async function begin(code: string, plan = numberedRoadmap): Promise<void> {
    await write(roadmap, plan);
    await write(source, code);
    await refreshed();
  }

  /** Puts the cursor on a line, counted from 1. */
  async function cursorOn(uri: vscode.Uri, line: number): Promise<void> {
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    await vscode.window.showTextDocument(uri, { selection });
  }

  /** Where the cursor is: `b.go:2`. */
  function cursor(): string {
    const { document, selection } = vscode.window.activeTextEditor!;
    const { path } = document.uri;
    return `${path.slice(path.lastIndexOf('/') + 1)}:${selection.active.line + 1}`;
  }

  beforeEach(() => {
    directory = `commands-${++number}`;
    source = place(`${directory}/a.go`);
    roadmap = place(`ROADMAP-commands-${number}.md`);
  });

  afterEach(async () => {
    await closeEditors();
    await removeCode(directory);
    await remove(roadmap);
  });

  after(emptyFolder);

  const finished = '\ufeffpackage shelf\r\n\r\n// TODO(RM-1): cover\r\n// TODO: tidy up  \r\nfunc Open() {}\r\n';

  it('finish one: its task is marked, its comment taken out, and every other byte stays', async () => {
    const plan = numberedRoadmap.replaceAll('\n', '\r\n').replace('images', 'images  ');
    await begin(finished, plan);
    await run(commands.finishTodo, todo(0));
    assert.equal(await onDisk(roadmap), plan.replace('[ ] RM-1', '[x] RM-1'));
    assert.equal(await onDisk(source), finished.replace('// TODO(RM-1): cover\r\n', ''));
    await waitForLinks(`none: ${directory}/a.go:3`, todosIn(directory));
  });

  it('finish one as a step to undo in each of the two files', async () => {
    await begin('// TODO(RM-1): cover\nfunc Open() {}\n');
    await cursorOn(source, 1);
    await run(commands.finishTodo);
    const [code, plan] = await Promise.all([source, roadmap].map((uri) => vscode.workspace.openTextDocument(uri)));
    assert.equal(code!.getText(), 'func Open() {}\n');
    await run('undo');
    assert.equal(code!.getText(), '// TODO(RM-1): cover\nfunc Open() {}\n');
    assert.equal(plan!.getText(), numberedRoadmap.replace('[ ] RM-1', '[x] RM-1'));
    await vscode.window.showTextDocument(roadmap);
    await run('undo');
    assert.equal(plan!.getText(), numberedRoadmap);
    // Else the editor asks, when the tests close it.
    for (const document of [code!, plan!]) await document.save();
  });

  it('finish one of a task that is done: the roadmap stays as it is', async () => {
    await begin('func Open() {} // TODO(RM-4): say which paper\n');
    await run(commands.finishTodo, todo(0));
    assert.equal(await onDisk(source), 'func Open() {}\n');
    assert.equal(await onDisk(roadmap), numberedRoadmap);
  });

  it('finish one that is not saved, and leave it to the person to save', async () => {
    await begin('func Open() {}\n');
    const editor = await vscode.window.showTextDocument(source);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// TODO(RM-2): sign\n'));
    await run(commands.finishTodo, todo(0));
    assert.equal(editor.document.getText(), 'func Open() {}\n');
    assert.equal(editor.document.isDirty, true);
    assert.equal(await onDisk(source), 'func Open() {}\n');
    assert.equal(await onDisk(roadmap), numberedRoadmap.replace('[ ] RM-2', '[x] RM-2'));
  });

  it('link one to the task that is offered first', async () => {
    await begin('// TODO: cover the 401 path\n');
    await accepting(run(commands.linkTodo, todo(0)));
    assert.equal(await onDisk(source), '// TODO(RM-1): cover the 401 path\n');
    await waitForLinks(`RM-1: ${directory}/a.go:1`, todosIn(directory));
  });

  it('link one that names no such task: the id is replaced', async () => {
    await begin('// TODO(RM-99, ada): sign the images\n');
    await accepting(run(commands.linkTodo, todo(0)));
    assert.equal(await onDisk(source), '// TODO(RM-2, ada): sign the images\n');
  });

  it('make a task of one, with an id of its own', async () => {
    await begin('// TODO: Pack the books\n');
    await accepting(run(commands.createTaskFromTodo, todo(0)));
    assert.equal(await onDisk(source), '// TODO(RM-5): Pack the books\n');
    assert.match(await onDisk(roadmap), /^- \[ \] RM-5 Pack the books$/m);
    await (await activate()).settled();
    await waitForLinks(`RM-5: ${directory}/a.go:1`, todosIn(directory));
  });

  it('go to one, wherever it stands', async () => {
    await begin('\n\n// TODO: tidy up\n');
    await run(commands.openTodo, todo(0));
    assert.equal(cursor(), 'a.go:3');
  });

  it('go around those of a task, through all files, in both directions', async () => {
    await write(place(`${directory}/b.go`), '\n// TODO(RM-1): third\n// TODO(RM-2): another\n');
    await begin('// TODO(RM-1): first\n// TODO: none\n// FIXME(RM-1): second\n');
    await cursorOn(source, 1);
    const stops: string[] = [];
    for (let steps = 3; steps > 0; steps--) {
      await run(commands.nextTodo);
      stops.push(cursor());
    }
    for (let steps = 2; steps > 0; steps--) {
      await run(commands.previousTodo);
      stops.push(cursor());
    }
    assert.deepEqual(stops, ['a.go:3', 'b.go:2', 'a.go:1', 'b.go:2', 'a.go:3']);
  });

  it('go from a task to its first TODO', async () => {
    await begin('\n// TODO(RM-1): first\n');
    await cursorOn(roadmap, 5);
    await run(commands.nextTodo);
    assert.equal(cursor(), 'a.go:2');
  });
});

/** Milliseconds between attempts to accept a question. */
const again = 50;

/** Accepts what is offered, as Enter does, until a command has no more questions: nothing tells that one is shown. */
async function accepting(command: Thenable<unknown>): Promise<void> {
  const ended = Promise.resolve(command).then(() => true);
  const pause = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), again));
  do await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  while (!(await Promise.race([ended, pause()])));
}
