import { assert } from 'chai';
import * as vscode from 'vscode';
import expected from '../../fixtures/check.json';
import { checkFiles, foundInFiles } from '../../support/checkContract.js';
import { commands } from '../../../src/extension/commands.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { codes, emptyFolder, place, problemsOf, refreshed, waitForProblems, withSetting, write } from './workspace.js';

describeIn(oneFolder, 'the check', () => {
  const roadmap = place('ROADMAP.md');
  const code = place('src/quay.ts');

  beforeEach(async () => {
    for (const [path, content] of Object.entries(checkFiles)) await write(place(path), content);
    await refreshed();
    // A file that was open lately has its former text until VS Code hears of the new one, and it may miss that.
    for (const [path, content] of Object.entries(checkFiles)) await rereadIfStale(place(path), content);
    await sameAsCommandLine();
  });

  afterEach(emptyFolder);

  /** Has VS Code read a file again whose document is another than what was written. */
  async function rereadIfStale(uri: vscode.Uri, content: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document || document.getText() === content) return;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }

  /** The actions that a person is offered at the first problem of a code. */
  async function actionsAt(uri: vscode.Uri, problem: string): Promise<readonly vscode.CodeAction[]> {
    const found = await problemsOf(uri, (all) => all.some((one) => one.code === problem));
    const { range } = found.find((one) => one.code === problem)!;
    await vscode.workspace.openTextDocument(uri);
    const kind = vscode.CodeActionKind.QuickFix.value;
    return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
  }

  /** Takes the action with this title at the first problem of a code. */
  async function take(uri: vscode.Uri, problem: string, title: string): Promise<void> {
    const actions = await actionsAt(uri, problem);
    const { command } = actions.find((action) => action.title === title) ?? {};
    assert.ok(command, `${title} among ${actions.map((action) => action.title).join(', ')}`);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  }

  const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  const sameAsCommandLine = () =>
    waitForProblems(JSON.stringify(expected, null, 2), (found) => JSON.stringify(foundInFiles(found), null, 2));

  it('says what the command line says, with the same codes and places', sameAsCommandLine);

  it('shows it in the Problems panel, with the places it is about', async () => {
    const own = expected.filter(({ path }) => path === 'src/quay.ts');
    const shown = await problemsOf(code, codes(...own.map((problem) => problem.code)));
    assert.deepEqual(
      shown.map((one) => [one.range.start.line + 1, one.range.start.character + 1, one.message]),
      own.map(({ line, column, message }) => [line, column, message]),
    );
    const isDone = ({ code: own }: vscode.Diagnostic) => own === 'done-with-todos';
    const done = (await problemsOf(roadmap, (all) => all.some(isDone))).find(isDone);
    assert.deepEqual(
      done?.relatedInformation?.map(({ location, message }) => [location.uri.path.endsWith('src/quay.ts'), message]),
      [[true, 'TODO still here']],
    );
  });

  it('mends a TODO by its light bulb, and the problem goes', async () => {
    await take(code, 'former-id', 'Write HB-2');
    assert.include(await textOf(code), '/* FIXME(HB-2): by alias */');
    await problemsOf(code, codes('closed-task', 'unknown-task'));
  });

  it('mends a task by the light bulb of a TODO', async () => {
    await take(code, 'closed-task', 'Open "Build the quay" again');
    assert.include(await textOf(roadmap), '- [ ] HB-1 Build the quay\r\n');
    await problemsOf(code, codes('former-id', 'unknown-task'));
  });

  it('removes a TODO that is left', async () => {
    await take(code, 'closed-task', 'Remove this TODO');
    assert.notInclude(await textOf(code), 'still here');
  });

  it('silences a problem of a line by its light bulb', async () => {
    await take(code, 'unknown-task', 'Ignore unknown-task on this line');
    assert.include(await textOf(code), '// roadmap-lens-ignore-next-line unknown-task\n// TODO(HB-99): nowhere\n');
    await problemsOf(code, codes('closed-task', 'former-id'));
    await take(roadmap, 'done-before-dependency', 'Ignore done-before-dependency on this line');
    assert.include(
      await textOf(roadmap),
      '- [x] HB-3 Paint it (depends on HB-2) <!-- roadmap-lens-ignore done-before-dependency -->\r\n',
    );
  });

  it('makes all safe fixes of a file at once', async () => {
    await problemsOf(roadmap, (all) => all.some((one) => one.code === 'mojibake'));
    await vscode.commands.executeCommand(commands.fixAll, { uri: roadmap.toString() });
    const text = await textOf(roadmap);
    assert.include(text, '- [x] HB-4 Sweep it\r\n');
    assert.include(text, 'HB-6 Open it ✅\r\n');
    assert.equal(text.split('\r\n').length, checkFiles['ROADMAP.md']!.split('\r\n').length);
    await problemsOf(roadmap, (all) => !all.some((one) => one.code === 'mojibake' || one.code === 'parent-status'));
  });

  it('offers them as a source action, which a person may have run on saving', async () => {
    await problemsOf(roadmap, (all) => all.some((one) => one.code === 'mojibake'));
    const whole = new vscode.Range(0, 0, 99, 0);
    await vscode.workspace.openTextDocument(roadmap);
    const kind = vscode.CodeActionKind.SourceFixAll.value;
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      roadmap,
      whole,
      kind,
    );
    assert.deepEqual(
      found.map(({ title, kind: own }) => [title, own?.value]),
      [['Fix all problems of the roadmap', 'source.fixAll.roadmapLens']],
    );
  });

  it('is as severe as a person wants it, before what the configuration says', async () => {
    const severityOf = async (wanted: vscode.DiagnosticSeverity) =>
      problemsOf(code, (all) => all.some((one) => one.code === 'unknown-task' && one.severity === wanted));
    await severityOf(vscode.DiagnosticSeverity.Error);
    await withSetting('roadmapLens.problems.severity', { 'unknown-task': 'info', 'closed-task': 'off' }, async () => {
      await problemsOf(code, codes('former-id', 'unknown-task'));
      await severityOf(vscode.DiagnosticSeverity.Information);
    });
    await severityOf(vscode.DiagnosticSeverity.Error);
  });

  it('follows what is typed, in code and in the plan', async () => {
    await problemsOf(code, codes('closed-task', 'former-id', 'unknown-task'));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(code));
    await editor.edit((edit) => edit.replace(new vscode.Range(1, 8, 1, 13), 'HB-2'));
    await problemsOf(code, codes('closed-task', 'former-id'));
    await vscode.commands.executeCommand('undo');
    await problemsOf(code, codes('closed-task', 'former-id', 'unknown-task'));
  });
});
