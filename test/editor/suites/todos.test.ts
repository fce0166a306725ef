import { assert } from 'chai';
import * as vscode from 'vscode';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { numberedRoadmap } from './plan.js';
import {
  closeEditors,
  emptyFolder,
  place,
  refreshed,
  remove,
  todosIn,
  untilTold,
  waitForLinks,
  withSetting,
  write,
} from './workspace.js';

describeIn(oneFolder, 'TODOs', () => {
  // A directory of its own for each test: the editor keeps the text of a file for a while after it is gone.
  let directory: string;
  let roadmap: vscode.Uri;
  let number = 0;

  const file = (path: string) => place(`${directory}/${path}`);
  /** Waits for these TODOs, by their paths in the directory. */
  const found = (expected: string) =>
    waitForLinks(expected, (links) => todosIn(directory)(links).replaceAll(`${directory}/`, ''));
  const top = new vscode.Position(0, 0);

  beforeEach(async () => {
    directory = `todos-${++number}`;
    roadmap = place(`ROADMAP-todos-${number}.md`);
    await write(roadmap, numberedRoadmap);
    await write(file('a.go'), '// TODO(RM-1): cover\n');
    await refreshed();
    await found('RM-1: a.go:1');
  });

  afterEach(async () => {
    await closeEditors();
    await remove(roadmap, place(directory));
  });

  after(emptyFolder);

  describe('are kept up with', () => {
    it('while one types, and when one takes it back', async () => {
      const editor = await vscode.window.showTextDocument(file('a.go'));
      await editor.edit((edit) => edit.insert(top, '// TODO(RM-2): sign\n\n'));
      assert.equal(editor.document.isDirty, true);
      await found('RM-1: a.go:3; RM-2: a.go:1');
      await vscode.commands.executeCommand('undo');
      await found('RM-1: a.go:1');
    });

    it('when what was typed is saved, and when it is thrown away', async () => {
      const editor = await vscode.window.showTextDocument(file('a.go'));
      await editor.edit((edit) => edit.insert(top, '// TODO(RM-2): sign\n'));
      await editor.document.save();
      await found('RM-1: a.go:2; RM-2: a.go:1');
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 2, 0)));
      await found('');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await found('RM-1: a.go:2; RM-2: a.go:1');
    });

    it('when another program writes, makes and deletes files', async () => {
      await write(file('a.go'), '\n// TODO(RM-2): sign\n');
      await found('RM-2: a.go:2');
      await write(file('b.go'), '// TODO(RM-3): print\n');
      await found('RM-2: a.go:2; RM-3: b.go:1');
      await remove(file('a.go'));
      await found('RM-3: b.go:1');
    });

    it('when another program renames a directory, and deletes it', async () => {
      await write(file('api/b.go'), '// TODO(RM-2): sign\n');
      await found('RM-1: a.go:1; RM-2: api/b.go:1');
      await vscode.workspace.fs.rename(file('api'), file('server'));
      await found('RM-1: a.go:1; RM-2: server/b.go:1');
      await remove(file('server'));
      await found('RM-1: a.go:1');
    });

    it('when a directory is renamed in the explorer', async () => {
      await write(file('api/v1/b.go'), '// TODO(RM-2): sign\n');
      await found('RM-1: a.go:1; RM-2: api/v1/b.go:1');
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(file('api'), file('server'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      await found('RM-1: a.go:1; RM-2: server/v1/b.go:1');
    });

    it('when the plan changes: an id that comes, and one that goes', async () => {
      await write(file('a.go'), '// TODO(RM-1): cover\n// TODO(RM-5): pack\n');
      await found('RM-1: a.go:1; RM-5?: a.go:2');
      const editor = await vscode.window.showTextDocument(roadmap);
      const { text, range } = editor.document.lineAt(4);
      await editor.edit((edit) => edit.replace(range, text.replace('RM-1', 'RM-5')));
      assert.equal(editor.document.isDirty, true);
      await found('RM-5: a.go:2; RM-1?: a.go:1');
      await vscode.commands.executeCommand('undo');
      await found('RM-1: a.go:1; RM-5?: a.go:2');
    });

    it('when the roadmap goes and comes', async () => {
      await remove(roadmap);
      await found('none: a.go:1');
      await write(roadmap, numberedRoadmap);
      await found('RM-1: a.go:1');
    });

    it('when files are ignored, and when they are not any more', async () => {
      await write(file('.gitignore'), 'a.*\n');
      // What comes and goes before VS Code has told of it is never told of.
      await untilTold();
      await found('');
      await remove(file('.gitignore'));
      await found('RM-1: a.go:1');
    });
  });

  describe('are looked for by the settings, at once:', () => {
    it('roadmapLens.todos.tags', async () => {
      await write(file('b.go'), '// NOTE(RM-2): sign\n');
      await withSetting('roadmapLens.todos.tags', ['NOTE'], () => found('RM-2: b.go:1'));
      await found('RM-1: a.go:1');
    });

    it('roadmapLens.todos.exclude', async () => {
      await withSetting('roadmapLens.todos.exclude', [`${directory}/*.go`], () => found(''));
      await found('RM-1: a.go:1');
    });

    it('roadmapLens.todos.inText', async () => {
      await write(file('notes.md'), 'TODO(RM-2): sign\n');
      await withSetting('roadmapLens.todos.inText', true, () => found('RM-1: a.go:1; RM-2: notes.md:1'));
      await found('RM-1: a.go:1');
    });

    for (const name of ['files.exclude', 'search.exclude']) {
      it(name, async () => {
        await withSetting(name, { [`**/${directory}`]: true }, () => found(''));
        await found('RM-1: a.go:1');
      });
    }
  });
});
