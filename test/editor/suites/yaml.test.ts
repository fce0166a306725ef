import { assert } from 'chai';
import * as vscode from 'vscode';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { closeEditors, codes, emptyFolder, place, problemsOf, refreshed, remove, write } from './workspace.js';

describeIn(oneFolder, 'roadmaps in YAML and JSON', () => {
  before(refreshed);
  after(emptyFolder);

  afterEach(async () => {
    await closeEditors();
    await remove(place('.roadmap'));
  });

  it('come with their directory, say what is wrong in its place, and go', async () => {
    const plan = place('.roadmap/plan.yaml');
    await write(plan, 'title: Plan\ntasks:\n  - title: Write it down\n    priorty: high\n');
    const [problem] = await problemsOf(plan, codes('unknown-key'));
    const { start, end } = problem!.range;
    assert.deepEqual([start.line, start.character, end.line, end.character], [3, 4, 3, 11]);
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Warning);
    const editor = await vscode.window.showTextDocument(plan);
    await editor.edit((edit) => edit.replace(problem!.range, 'priority'));
    await problemsOf(plan, codes());
    await editor.edit((edit) => edit.replace(new vscode.Range(3, 14, 3, 18), 'High'));
    await problemsOf(plan, codes('roadmap-value'));
    await remove(place('.roadmap'));
    await closeEditors();
    await problemsOf(plan, codes());
  });

  it('are explained by the editor, by the schema of the extension', async () => {
    const plan = place('.roadmap/help.json');
    await write(plan, '{\n  "titel": "Plan",\n  "tasks": [{ "title": "Write it down", "priority": "high" }]\n}\n');
    const document = await vscode.workspace.openTextDocument(plan);
    await vscode.window.showTextDocument(document);
    // Ours, and the one of the editor's own support for JSON.
    await problemsOf(plan, codes('unknown-key'));
    const messages = await messagesOf(plan);
    assert.ok(
      messages.some((message) => /titel is not allowed/.test(message)),
      messages.join('\n'),
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      plan,
      new vscode.Position(2, 45),
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(words.join('\n'), /How much it matters/);
  });
});

/** What others than this extension say about a file, as soon as they say something. */
async function messagesOf(uri: vscode.Uri): Promise<string[]> {
  const others = () =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source !== 'Roadmap Lens')
      .map(({ message }) => message);
  if (others().length > 0) return others();
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      subscription.dispose();
      reject(new Error('Nobody else says anything about the file.'));
    }, 15_000);
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (others().length === 0) return;
      clearTimeout(timeout);
      subscription.dispose();
      resolve(others());
    });
  });
}
