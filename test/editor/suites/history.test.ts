import { assert } from 'chai';
import * as vscode from 'vscode';
import type { LinksJson } from '../../../src/core/views/linksJson.js';
import { commands } from '../../../src/extension/commands.js';
import { describeIn } from './host.js';
import { numberedRoadmap } from './plan.js';
import { activate, closeEditors, emptyFolder, place, refreshed, waitForLinks, write } from './workspace.js';

/** Asked for in tests alone: some hosts have no folder. */
const roadmap = () => place('ROADMAP-history.md');

async function begin(): Promise<void> {
  // Ids of its own: the other suites have none of these commits.
  await write(roadmap(), numberedRoadmap.replaceAll('RM-', 'SM-'));
  await write(place('history/a.go'), '// TODO(SM-2): sign\n');
  await refreshed();
}

/** The commits of tasks in a line: `SM-1: SM-1 Begin; SM-2: Sign (closes); SM-3: Print (feat/sm-3-labels)`. */
function sayCommits({ tasks }: LinksJson): string {
  return tasks
    .flatMap(({ id, commits }) =>
      commits.map(({ subject, closes, branch }) => {
        const notes = [...(closes ? ['closes'] : []), ...(branch === undefined ? [] : [branch])];
        return `${id}: ${subject}${notes.map((note) => ` (${note})`).join('')}`;
      }),
    )
    .join('; ');
}

const onMain = 'SM-1: SM-1 Begin with the shelf; SM-2: Sign the images (closes)';

describeIn(['remote', 'installed'], 'history', () => {
  before(async function () {
    const entries = await vscode.workspace.fs.readDirectory(place(''));
    if (!entries.some(([name]) => name === '.git')) this.skip();
    await begin();
  });

  afterEach(closeEditors);
  after(emptyFolder);

  it('belongs to tasks: commits with what they close, and branches', async () => {
    await waitForLinks(`${onMain}; SM-3: Print on the label printer (SM-3) (feat/sm-3-labels)`, sayCommits);
    const { tasks, problems } = (await activate()).links();
    assert.deepEqual(tasks.find(({ id }) => id === 'SM-3')?.branches, ['feat/sm-3-labels']);
    assert.deepEqual(problems, []);
  });

  it('stands in the lenses of TODOs and tasks', async () => {
    const lenses = async (uri: vscode.Uri) => {
      await vscode.workspace.openTextDocument(uri);
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
      return all.map(({ command }) => command?.title ?? '').filter((title) => /commit/.test(title));
    };
    assert.deepEqual(await lenses(place('history/a.go')), ['1 commit']);
    const ofTasks = (await lenses(roadmap())).map((title) => title.replace(/ · [^·]* ago$/, ''));
    assert.deepEqual(ofTasks, ['1 commit', '1 TODO · 1 commit', '1 commit']);
  });

  it('is kept up with: commits that come, and commits that are taken back', async () => {
    const main = place('.git/refs/heads/main');
    const before = await vscode.workspace.fs.readFile(main);
    try {
      await write(main, await vscode.workspace.fs.readFile(place('.git/refs/heads/feat/sm-3-labels')));
      await waitForLinks(`${onMain}; SM-3: Print on the label printer (SM-3)`, sayCommits);
    } finally {
      await write(main, before);
    }
    await waitForLinks(`${onMain}; SM-3: Print on the label printer (SM-3) (feat/sm-3-labels)`, sayCommits);
  });

  it('shows what a commit changed', async () => {
    const { tasks } = (await activate()).links();
    const hash = tasks.find(({ id }) => id === 'SM-2')!.commits[0]!.hash;
    const folder = vscode.workspace.workspaceFolders![0]!.uri.toString();
    await vscode.commands.executeCommand(commands.openCommit, { folder, hash });
    assert.include(vscode.window.tabGroups.activeTabGroup.activeTab!.label, 'Sign the images');
    const texts = [`${hash}^`, hash].map(async (revision) => {
      const query = JSON.stringify({ folder, revision });
      const uri = vscode.Uri.from({ scheme: 'roadmap-lens-commit', path: '/shelf.go', query });
      return (await vscode.workspace.openTextDocument(uri)).getText();
    });
    assert.deepEqual(await Promise.all(texts), ['package shelf\n', 'package shelf\n\nfunc Sign() {}\n']);
  });
});

describeIn(['restricted', 'web', 'virtual', 'webVirtual'], 'history that cannot be read', () => {
  before(begin);
  after(emptyFolder);

  it('is said to be unavailable, and takes no TODO away', async () => {
    await waitForLinks('SM-2', ({ tasks }) => tasks.map(({ id }) => id).join());
    const { tasks, unlinked, problems } = (await activate()).links();
    assert.deepEqual([tasks[0]!.commits, unlinked.commits], [[], []]);
    assert.equal(tasks[0]!.todos.length, 1);
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['info'],
    );
    assert.match(problems[0]!.message, /^History is unavailable here|^This folder is not on this machine/);
  });

  it('is said in the hover of a task', async () => {
    await vscode.workspace.openTextDocument(roadmap());
    const at = new vscode.Position(5, 14);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', roadmap(), at);
    const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.match(text.join('\n').replaceAll('&nbsp;', ' '), /History is unavailable here|This folder is not on this/);
  });
});
