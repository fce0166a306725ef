import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { describeIn } from './host.js';
import { numberedRoadmap } from './plan.js';
import {
  activate,
  closeEditors,
  codes,
  emptyFolder,
  place,
  problemsOf,
  refreshed,
  waitForLinks,
  withSetting,
  write,
} from './workspace.js';

/** Asked for in tests alone: some hosts have no folder. */
const roadmap = () => place('ROADMAP-work.md');
const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
const task = (id: string) => ({ uri: roadmap().toString(), id });
const text = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(place(path)));
const present = async () => (await text('.git/HEAD')).trim().replace('ref: refs/heads/', '');

/** Statuses by id: `SM-1 doing, SM-2 todo`. */
async function statuses(): Promise<string> {
  const document = await vscode.workspace.openTextDocument(roadmap());
  const marks = [...document.getText().matchAll(/^- \[(.)\] (SM-\d)(.*)$/gm)];
  return marks.map(([, mark, id, rest]) => `${id}${mark}${rest!.includes('🚧') ? '🚧' : ''}`).join(' ');
}

async function begin(): Promise<void> {
  await write(roadmap(), numberedRoadmap.replaceAll('RM-', 'SM-'));
  await write(place('work/a.go'), '// TODO(SM-2): sign\n');
  // As it is committed: nothing has changed.
  await write(place('shelf.go'), 'package shelf\n\nfunc Sign() {}\n');
  await refreshed();
}

describeIn(['remote', 'installed'], 'work on a task', () => {
  const kept = new Map<string, Uint8Array>();
  const made = 'SM-1-cover-the-401-path';

  before(async function () {
    const entries = await vscode.workspace.fs.readDirectory(place(''));
    if (!entries.some(([name]) => name === '.git')) this.skip();
    for (const path of ['.git/HEAD', '.git/index']) kept.set(path, await vscode.workspace.fs.readFile(place(path)));
    await begin();
    await waitForLinks('SM-3: feat/sm-3-labels', ({ tasks }) =>
      tasks.flatMap(({ id, branches }) => branches.map((branch) => `${id}: ${branch}`)).join(),
    );
  });

  afterEach(closeEditors);

  after(async () => {
    for (const [path, bytes] of kept) await write(place(path), bytes);
    await vscode.workspace.fs.delete(place(`.git/refs/heads/${made}`));
    await emptyFolder();
  });

  it('begins on a new branch, with the task in progress', async () => {
    await run(commands.startWork, task('SM-1'));
    assert.equal(await present(), made);
    assert.equal(await text(`.git/refs/heads/${made}`), await text('.git/refs/heads/main'));
    assert.match(await statuses(), /^SM-1(?! ).* SM-2  SM-3  SM-4x$/);
  });

  it('goes on where the branch is checked out already', async () => {
    const before = await statuses();
    await run(commands.startWork, task('sm-1'));
    assert.deepEqual([await present(), await statuses()], [made, before]);
  });

  it('goes on in a branch that is there for the task', async () => {
    await run(commands.startWork, task('SM-3'));
    assert.equal(await present(), 'feat/sm-3-labels');
    assert.equal(await text('shelf.go'), 'package shelf\n\nfunc Print() {}\n');
    assert.match(await statuses(), /SM-3(?! )/);
  });

  it('makes no branch where the person wants none', async () => {
    await withSetting('roadmapLens.work.branch', '', () => run(commands.startWork, task('SM-2')) as Promise<void>);
    assert.equal(await present(), 'feat/sm-3-labels');
    assert.match(await statuses(), /SM-2(?! )/);
  });

  it('ends with the task done, and the branch as it is', async () => {
    // Nothing of it is left to be listed.
    await write(place('work/a.go'), '');
    await waitForLinks('', ({ tasks }) => tasks.flatMap(({ todos }) => todos.map(({ path }) => path)).join());
    await run(commands.finishWork);
    assert.match(await statuses(), /SM-2x/);
    assert.equal(await present(), 'feat/sm-3-labels');
  });

  it('ends without a change of the task when it is stopped', async () => {
    await run(commands.startWork, task('SM-3'));
    const before = await statuses();
    await run(commands.stopWork);
    await run(commands.finishWork);
    assert.equal(await statuses(), before);
  });

  it('is named in the commit box', async () => {
    interface Git {
      readonly repositories: readonly { readonly inputBox: { value: string } }[];
      readonly onDidOpenRepository: vscode.Event<void>;
    }
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git');
    const git = (await extension!.activate()).getAPI(1);
    while (git.repositories.length === 0) {
      await new Promise<void>((resolve) => {
        const subscription = git.onDidOpenRepository(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
    const box = git.repositories[0]!.inputBox;
    box.value = 'feat: print';
    // The task of the branch.
    await run(commands.insertReference);
    assert.equal(box.value, 'feat: print\n\nTask: SM-3');
    await run(commands.insertReference);
    assert.equal(box.value, 'feat: print\n\nTask: SM-3');
    // The active one goes before it.
    await withSetting('roadmapLens.work.branch', '', () => run(commands.startWork, task('SM-1')) as Promise<void>);
    box.value = 'feat: print';
    await withSetting(
      'roadmapLens.work.commitReference',
      'subject',
      () => run(commands.insertReference) as Promise<void>,
    );
    assert.equal(box.value, 'feat: SM-1 print');
    await run(commands.stopWork);
    box.value = '';
  });

  describe('in the file that git opens for a message', () => {
    const message = () => place('.git/COMMIT_EDITMSG');
    const remarks =
      "\n# Please enter the commit message for your changes. Lines starting\n# with '#' will be ignored\n";

    it('is named by the command', async () => {
      await write(message(), `Print${remarks}`);
      const { document } = await vscode.window.showTextDocument(message());
      assert.equal(document.languageId, 'git-commit');
      await run(commands.insertReference);
      assert.equal(document.getText(), `Print\n\nTask: SM-3${remarks}`);
    });

    it('is missed where the setting asks for it, and put in by the fix', async () => {
      await write(message(), remarks);
      const { document } = await vscode.window.showTextDocument(message());
      await withSetting('roadmapLens.work.checkCommitMessage', true, async () => {
        const type = async (words: string) => {
          const edit = new vscode.WorkspaceEdit();
          edit.insert(document.uri, new vscode.Position(0, 0), words);
          await vscode.workspace.applyEdit(edit);
        };
        await type('Print');
        const [problem] = await problemsOf(message(), codes('missing-reference'));
        assert.equal(problem!.severity, vscode.DiagnosticSeverity.Information);
        assert.match(
          problem!.message,
          /^The branch is for SM-3 Print labels, but the message names no task: insert its id\.$/,
        );
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          message(),
          problem!.range,
        );
        const fix = actions.find(({ title }) => title === 'Insert Task: SM-3')!;
        await vscode.workspace.applyEdit(fix.edit!);
        await problemsOf(message(), codes());
        assert.equal(document.getText(), `Print\n\nTask: SM-3${remarks}`);
        await run('undo');
        await problemsOf(message(), codes('missing-reference'));
      });
      await problemsOf(message(), codes());
      await run('workbench.action.files.revert');
    });
  });
});

describeIn(['restricted', 'web', 'virtual', 'webVirtual'], 'work on a task where git cannot be asked', () => {
  before(begin);
  after(emptyFolder);

  it('begins without a branch, and ends with the task done', async () => {
    const repository = (await vscode.workspace.fs.readDirectory(place(''))).some(([name]) => name === '.git');
    const before = repository ? await present() : '';
    await run(commands.startWork, task('SM-1'));
    assert.match(await statuses(), /^SM-1(?! ).* SM-2 /);
    await run(commands.finishWork);
    assert.match(await statuses(), /^SM-1x SM-2 /);
    assert.equal(repository ? await present() : '', before);
  });

  it('says that there is no commit box', async () => {
    await activate();
    // A person is told, and nothing is asked for.
    await run(commands.insertReference);
  });
});
