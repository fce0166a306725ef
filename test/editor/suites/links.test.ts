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
  withSetting,
  write,
} from './workspace.js';

/** TODOs for tasks that are open and done, for one that is not there, and for none. */
const code = `package shelf

// TODO(RM-1): cover the 401 path
func Open() {}

// TODO(RM-4): say which paper
// FIXME(RM-99): lost
// TODO: tidy up
// @task RM-3
func Print() {}
`;

describeIn(oneFolder, 'what belongs to tasks', () => {
  // A directory of its own for each test: the editor keeps the text of a file for a while after it is gone.
  let directory: string;
  let roadmap: vscode.Uri;
  let source: vscode.Uri;
  let number = 0;

  async function begin(content = code, plan = numberedRoadmap): Promise<void> {
    await write(roadmap, plan);
    await write(source, content);
    await refreshed();
    await vscode.workspace.openTextDocument(source);
  }

  beforeEach(() => {
    directory = `shelf-${++number}`;
    source = place(`${directory}/shelf.go`);
    roadmap = place(`ROADMAP-linked-${number}.md`);
  });

  afterEach(async () => {
    await closeEditors();
    await removeCode(directory);
    await remove(roadmap);
  });

  after(emptyFolder);

  it('is found in every host, without a problem that is an error', async () => {
    await begin();
    await waitForLinks(
      'RM-1: DIR/shelf.go:3; RM-3: DIR/shelf.go:9; RM-4: DIR/shelf.go:6; none: DIR/shelf.go:8; RM-99?: DIR/shelf.go:7'.replaceAll(
        'DIR',
        directory,
      ),
      todosIn(directory),
    );
    const { problems } = (await activate()).links();
    assert.deepEqual(
      problems.filter(({ severity }) => severity !== 'info'),
      [],
    );
  });

  describe('in lenses', () => {
    it('is the task, above its TODO', async () => {
      await begin();
      assert.deepEqual(await lenses(source), [
        '3 ○ Cover the 401 path · Release · 0/2',
        '3 Mark done',
        '6 ● Choose the paper · Labels · 1/2',
        '6 Remove TODO',
        '7 RM-99: no such task',
        '9 ○ Print labels · Labels · 1/2',
      ]);
    });

    it('leads to the task', async () => {
      await begin();
      const [lens] = await lensesOf(source);
      assert.equal(lens!.command!.command, commands.goToTask);
      await execute(lens!);
      const { document, selection } = vscode.window.activeTextEditor!;
      assert.equal(document.uri.toString(), roadmap.toString());
      assert.equal(document.lineAt(selection.active.line).text, '- [ ] RM-1 Cover the 401 path');
    });

    it('marks the task as done, and takes the TODO out', async () => {
      await begin();
      const lens = (await lensesOf(source)).find(({ command }) => command!.title === 'Mark done');
      await execute(lens!);
      const [document, plan] = await Promise.all(
        [source, roadmap].map((uri) => vscode.workspace.openTextDocument(uri)),
      );
      assert.equal(document!.getText(), code.replace('// TODO(RM-1): cover the 401 path\n', ''));
      assert.equal(plan!.getText(), numberedRoadmap.replace('[ ] RM-1', '[x] RM-1'));
      await (await activate()).settled();
      assert.equal((await lenses(source))[0], '5 ● Choose the paper · Labels · 1/2');
    });

    it('is the number of TODOs, above a task', async () => {
      await begin(`${code}// TODO(RM-1): and the 403 path\n`);
      await vscode.workspace.openTextDocument(roadmap);
      const shown = (await lenses(roadmap)).map((one) => one.replace(/ · \d+ (?:commit|branch).*/, ''));
      assert.deepEqual(shown, ['5 2 TODOs', '10 1 TODO', '11 1 TODO']);
    });

    it('follows the plan', async () => {
      await begin('// TODO(RM-1): cover\n');
      await vscode.commands.executeCommand(commands.setStatus, { uri: roadmap.toString(), id: 'RM-2' }, 'done');
      await refreshed();
      assert.deepEqual(await lenses(source), ['1 ○ Cover the 401 path · Release · 1/2', '1 Mark done']);
    });

    it('can be asked for above TODOs without a task, too', async () => {
      await begin();
      await withSetting('roadmapLens.codeLens.unlinkedTodos', true, async () => {
        const onLine = (await lenses(source)).filter((one) => one.startsWith('8 '));
        assert.deepEqual(onLine, ['8 Link to task…', '8 Create task…']);
      });
    });

    it('can be turned off, for TODOs and for tasks', async () => {
      await begin('// TODO(RM-1): cover\n');
      await vscode.workspace.openTextDocument(roadmap);
      const counts = async () => [(await lenses(source)).length, (await lenses(roadmap)).length];
      assert.deepEqual(await counts(), [2, 1]);
      await withSetting('roadmapLens.codeLens.todos', false, async () => assert.deepEqual(await counts(), [0, 1]));
      await withSetting('roadmapLens.codeLens.tasks', false, async () => assert.deepEqual(await counts(), [2, 0]));
    });

    it('is nothing where there is no roadmap', async () => {
      await write(source, code);
      await refreshed();
      await vscode.workspace.openTextDocument(source);
      assert.deepEqual(await lenses(source), []);
    });
  });

  describe('in hovers', () => {
    const todo = new vscode.Position(2, 8);

    it('is shown on the id in a TODO: title, status, place and progress', async () => {
      await begin();
      const shown = textOf(await hoverOf(source, todo));
      for (const part of ['○ Cover the 401 path', 'RM-1', 'Release', '0/2', `${directory}/shelf.go:3`])
        assert.include(shown, part);
    });

    it('is shown on the title of a task, with its TODOs', async () => {
      await begin();
      await vscode.workspace.openTextDocument(roadmap);
      const shown = textOf(await hoverOf(roadmap, new vscode.Position(4, 14)));
      for (const part of ['○ Cover the 401 path', '0/2', `${directory}/shelf.go:3`, 'cover the 401 path'])
        assert.include(shown, part);
    });

    it('says of an id that there is no such task, and is not shown elsewhere', async () => {
      await begin();
      assert.match(textOf(await hoverOf(source, new vscode.Position(6, 11))), /No roadmap in scope has a task RM-99/);
      assert.equal(await hoverOf(source, new vscode.Position(3, 6)), undefined);
    });

    it('shows what stands in files as text, and has links to our commands alone', async () => {
      const evil = '[x](command:evil) **b** $(zap) <img src=x>';
      await begin(`// TODO(RM-1): ${evil}\n`, numberedRoadmap.replace('Cover the 401 path', `\`${evil}\``));
      const hover = await hoverOf(source, new vscode.Position(0, 8));
      assert.include(textOf(hover), `○ ${evil}`);
      assert.include(textOf(hover), `[${directory}/shelf.go:1] ${evil}`);
      for (const markdown of hover!) {
        assert.notEqual(markdown.supportHtml, true);
        assert.notEqual(markdown.supportThemeIcons, true);
        const allowed = typeof markdown.isTrusted === 'object' ? markdown.isTrusted.enabledCommands : [];
        assert.isNotEmpty(allowed);
        for (const command of allowed) assert.include(Object.values<string>(commands), command);
        const targets = [...markdown.value.matchAll(/[^\\]\]\(([^)?]{1,100})/g)].map(([, target]) => target!);
        assert.isNotEmpty(targets);
        for (const target of targets) assert.include(allowed, target.replace('command:', ''));
      }
    });
  });
});

/** The lenses of a file that are ours, in the order they stand in. */
async function lensesOf(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 1_000);
  return all
    .filter(({ command }) => command?.command.startsWith('roadmapLens.'))
    .sort((a, b) => a.range.start.line - b.range.start.line);
}

/** What the lenses of a file say, each behind the number of its line. */
async function lenses(uri: vscode.Uri): Promise<string[]> {
  return (await lensesOf(uri)).map(({ range, command }) => `${range.start.line + 1} ${command!.title}`);
}

/** Runs a lens as a click does. */
async function execute({ command }: vscode.CodeLens): Promise<void> {
  await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]));
}

/** What our hover at a place is made of; undefined where there is none. */
async function hoverOf(uri: vscode.Uri, at: vscode.Position): Promise<readonly vscode.MarkdownString[] | undefined> {
  const all = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  const contents = all.flatMap((hover) => hover.contents).filter((one) => one instanceof vscode.MarkdownString);
  return contents.length > 0 ? contents : undefined;
}

/** A hover as text: without the targets of links, and without the marks that keep text from being markup. */
function textOf(hover: readonly vscode.MarkdownString[] | undefined): string {
  return (hover ?? [])
    .map(({ value }) =>
      value
        .replace(/(?<!\\)\]\([^)]{1,1000}\)/g, ']')
        .replaceAll('&nbsp;', ' ')
        .replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
    )
    .join('\n');
}
