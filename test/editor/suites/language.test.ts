import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import {
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

const plan = `# Shelf Plan

## Release

- [ ] RM-1 Cover the 401 path
- [ ] RM-2 Sign the images (depends on RM-1)

## Labels

- [ ] Print the labels
- [x] RM-4 Choose the paper
`;

const code = `package shelf

// TODO(RM-1, ada): cover it
func Open() {} // @task print-the-labels

// TODO: later (RM-1)
var text = "TODO(RM-2)"
`;

describeIn(oneFolder, 'language features', () => {
  // A directory of its own for each test: the editor keeps the text of a file for a while after it is gone.
  let directory: string;
  let roadmap: vscode.Uri;
  let source: vscode.Uri;
  let number = 0;

  const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);
  const onDisk = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  /** The position of `mark` in a text, behind its first `into` characters. */
  function at(text: string, mark: string, into = 0): vscode.Position {
    const before = text.slice(0, text.indexOf(mark) + into).split('\n');
    assert.include(text, mark);
    return new vscode.Position(before.length - 1, before.at(-1)!.length);
  }

  async function begin(content = code): Promise<void> {
    await write(roadmap, plan);
    await write(source, content);
    await refreshed();
    await vscode.workspace.openTextDocument(roadmap);
    await vscode.window.showTextDocument(source);
    if (content === code)
      await waitForLinks(
        `RM-1: ${directory}/shelf.go:3, ${directory}/shelf.go:6; print-the-labels: ${directory}/shelf.go:4`,
        todosIn(directory),
      );
  }

  /** Places as text: `shelf.go:3 RM-1`. */
  async function say(uri: vscode.Uri, range: vscode.Range): Promise<string> {
    const document = await vscode.workspace.openTextDocument(uri);
    return `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${range.start.line + 1} ${document.getText(range)}`;
  }

  async function definitions(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
    const found = await run<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      position,
    );
    return Promise.all(
      found.map((one) =>
        'targetUri' in one ? say(one.targetUri, one.targetSelectionRange!) : say(one.uri, one.range),
      ),
    );
  }

  const name = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

  beforeEach(() => {
    directory = `language-${++number}`;
    source = place(`${directory}/shelf.go`);
    roadmap = place(`ROADMAP-language-${number}.md`);
  });

  afterEach(async () => {
    await closeEditors();
    await removeCode(directory);
    await remove(roadmap);
  });

  after(emptyFolder);

  it('go from a mention, and from what depends on a task, to its title', async () => {
    await begin();
    assert.deepEqual(await definitions(source, at(code, 'RM-1', 2)), [`${name(roadmap)}:5 Cover the 401 path`]);
    assert.deepEqual(await definitions(source, at(code, 'print-the', 2)), [`${name(roadmap)}:10 Print the labels`]);
    assert.deepEqual(await definitions(roadmap, at(plan, 'RM-1)', 2)), [`${name(roadmap)}:5 Cover the 401 path`]);
    assert.deepEqual(await definitions(source, at(code, 'TODO(RM-2)', 6)), []);
  });

  it('find all that names a task: from its title, and from a mention', async () => {
    await begin();
    const expected = [`${name(roadmap)}:5 RM-1`, `${name(roadmap)}:6 RM-1`, 'shelf.go:3 RM-1', 'shelf.go:6 RM-1'];
    for (const [uri, position] of [
      [roadmap, at(plan, 'Cover the', 2)],
      [source, at(code, '(RM-1)', 2)],
    ] as const) {
      const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', uri, position);
      const said = await Promise.all(found.map((one) => say(one.uri, one.range)));
      assert.deepEqual(said.sort(), [...expected].sort());
    }
  });

  it('highlight what names the same task in a file', async () => {
    await begin();
    const lines = async (uri: vscode.Uri, position: vscode.Position) =>
      (await run<vscode.DocumentHighlight[] | undefined>('vscode.executeDocumentHighlights', uri, position))?.map(
        ({ range, kind }) => `${range.start.line + 1} ${vscode.DocumentHighlightKind[kind!]}`,
      );
    assert.deepEqual(await lines(source, at(code, 'RM-1', 2)), ['3 Read', '6 Read']);
    assert.deepEqual(await lines(roadmap, at(plan, 'RM-1)', 2)), ['5 Write', '6 Read']);
  });

  it('link the mentions of code to the line of the task', async () => {
    await begin();
    const found = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', source, 10);
    const own = found.filter(({ target }) => target?.path === roadmap.path);
    assert.deepEqual(
      own.map(({ range, target }) => `${range.start.line + 1} ${target!.fragment}`),
      ['3 L5,12', '4 L10,7', '6 L5,12'],
    );
  });

  describe('complete ids', () => {
    async function offered(uri: vscode.Uri, position: vscode.Position, trigger?: string, resolve = 0) {
      const list = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        position,
        trigger,
        resolve,
      );
      return list.items.filter(({ kind, detail }) => kind === vscode.CompletionItemKind.Reference && detail);
    }
    const ids = (items: readonly vscode.CompletionItem[]) =>
      items.map(({ label }) => (typeof label === 'string' ? label : label.label));

    it('behind a tag in a comment: what is open first, by id and title', async () => {
      const text = 'package shelf\n\n// TODO(\nvar a = f("TODO(")\n';
      await begin(text);
      const items = await offered(source, at(text, 'TODO(', 5), '(', 5);
      assert.deepEqual(ids(items), ['RM-1', 'RM-2', 'print-the-labels', 'RM-4']);
      const [first] = items;
      assert.deepInclude(first, { detail: 'Cover the 401 path', filterText: 'RM-1 Cover the 401 path' });
      assert.deepInclude(first!.label as vscode.CompletionItemLabel, { description: '○ Release' });
      assert.include((first!.documentation as vscode.MarkdownString).value, 'Cover');
      assert.deepEqual(await offered(source, at(text, '"TODO(', 6), '('), []);
      assert.deepEqual(await offered(source, new vscode.Position(1, 0)), []);
    });

    it('behind @task, and @task itself', async () => {
      const text = '// @task RM\n// @\n';
      await begin(text);
      const [first] = await offered(source, at(text, 'RM', 2));
      assert.equal((first!.range as vscode.Range).start.character, 9);
      const { items } = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        source,
        at(text, '// @\n', 4),
        '@',
      );
      assert.ok(items.some(({ label }) => label === '@task'));
    });

    it('of other tasks, where one says what it depends on', async () => {
      await begin();
      const items = await offered(roadmap, at(plan, '(depends on RM-1', 12));
      assert.deepEqual(ids(items), ['RM-1', 'print-the-labels', 'RM-4']);
      assert.deepEqual(await offered(roadmap, at(plan, 'Cover the', 2)), []);
    });

    it('in the message of a commit', async () => {
      await begin();
      const message = place(`${directory}/message`);
      await write(message, 'Sign all\n\nRefs:\n');
      const opened = await vscode.workspace.openTextDocument(message);
      const known = await vscode.languages.getLanguages();
      // Its grammar comes with an extension that not every host has.
      if (!known.includes('git-commit')) return;
      const document = await vscode.languages.setTextDocumentLanguage(opened, 'git-commit');
      const items = await offered(document.uri, new vscode.Position(2, 5), ':');
      assert.deepEqual(ids(items), ['RM-1', 'RM-2', 'print-the-labels', 'RM-4']);
      assert.equal(items[0]!.insertText, ' RM-1');
    });
  });

  it('find tasks among the symbols of the workspace, by id and title', async function () {
    await begin();
    // Of a file system of the tests VS Code's own support of Markdown never answers, and all are waited for.
    if (place('').scheme === 'memfs') this.skip();
    const find = async (query: string) =>
      (await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query))
        // VS Code's own support of Markdown finds its headings.
        .filter(({ location, kind }) => location.uri.path === roadmap.path && kind === vscode.SymbolKind.Event)
        .map((symbol) => `${symbol.name} (${symbol.containerName})`);
    assert.deepEqual(await find('rm-2'), ['RM-2 Sign the images (Release)']);
    assert.deepEqual(await find('labl'), ['Print the labels (Labels)']);
  });

  describe('rename an id', () => {
    const renamed = {
      plan: plan.replaceAll('RM-1', 'RM-12'),
      code: code.replaceAll('RM-1', 'RM-12'),
    };
    // Other tests write config.yaml, and the editor keeps the text of a file for a while after it is gone.
    const config = () => place('.roadmap/config.yml');

    async function beginWithConfig(): Promise<void> {
      const text = 'idPrefix: RM\n';
      await write(config(), text);
      // It may show still what an earlier test has left.
      const { document } = await vscode.window.showTextDocument(config());
      await run('workbench.action.files.revert');
      assert.equal(document.getText(), text);
      await begin();
    }

    it('wherever it is named, and keep the old one as alias', async () => {
      await beginWithConfig();
      const edit = await run<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        source,
        at(code, 'RM-1', 2),
        'RM-12',
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      const text = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
      assert.equal(await text(source), renamed.code);
      assert.equal(await text(roadmap), renamed.plan);
      assert.equal(await text(config()), 'idPrefix: RM\naliases:\n  RM-1: RM-12\n');
      await vscode.workspace.saveAll();
    });

    it('by the command, once what it would change is seen: all is ticked, and saved where it was', async () => {
      await beginWithConfig();
      const ended = Promise.resolve(run(commands.renameTaskId, { uri: roadmap.toString(), id: 'RM-1' }, 'RM-12'));
      await untilEnded(ended, 'refactorPreview.apply');
      assert.equal(await onDisk(source), renamed.code);
      assert.equal(await onDisk(roadmap), renamed.plan);
      assert.equal(await onDisk(config()), 'idPrefix: RM\naliases:\n  RM-1: RM-12\n');
      await refreshed();
      await waitForLinks(
        `RM-12: ${directory}/shelf.go:3, ${directory}/shelf.go:6; print-the-labels: ${directory}/shelf.go:4`,
        todosIn(directory),
      );
    });

    it('by the command, and change nothing where the preview is discarded', async () => {
      await beginWithConfig();
      const ended = Promise.resolve(run(commands.renameTaskId, { uri: roadmap.toString(), id: 'RM-1' }, 'RM-12'));
      await untilEnded(ended, 'refactorPreview.discard');
      assert.equal(await onDisk(source), code);
      assert.equal(await onDisk(roadmap), plan);
    });

    it('of a task without one, from its mention', async () => {
      await beginWithConfig();
      const position = at(code, 'print-the', 2);
      const edit = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', source, position, 'RM-3');
      const said = await Promise.all(edit.entries().map(async ([uri, edits]) => `${name(uri)} ${edits.length}`));
      assert.deepEqual(said.sort(), [`${name(roadmap)} 1`, 'config.yml 1', 'shelf.go 1'].sort());
    });

    it('where the cursor is on one, and say so elsewhere', async () => {
      await begin();
      const prepared = await run<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        source,
        at(code, 'RM-1', 2),
      );
      assert.equal(prepared.placeholder, 'RM-1');
      assert.equal(await say(source, prepared.range), 'shelf.go:3 RM-1');
      for (const [position, id, expected] of [
        [at(code, 'cover it', 2), 'RM-12', /no task id here/],
        [at(code, 'RM-1', 2), 'RM-2', /is that of "Sign the images"/],
        [at(code, 'RM-1', 2), 'two words', /is no id/],
      ] as const) {
        const failed = await Promise.resolve(run('vscode.executeDocumentRenameProvider', source, position, id)).then(
          () => 'done',
          (error: Error) => error.message,
        );
        assert.match(failed, expected);
      }
      assert.equal(await onDisk(source), code);
    });
  });
});

/** Milliseconds after which an answer is given again: the preview may not have been there yet. */
const again = 300;

/** Answers a preview until the command that shows it has ended. */
async function untilEnded(command: Promise<unknown>, answer: string): Promise<void> {
  const ended = command.then(() => true);
  const pause = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), again));
  while (!(await Promise.race([ended, pause()]))) await vscode.commands.executeCommand(answer);
}
