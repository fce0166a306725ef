import { assert } from 'chai';
import * as vscode from 'vscode';
import { commands } from '../../../src/extension/commands.js';
import type { CheckJson } from '../../../src/core/views/checkJson.js';
import type { LinksJson, TodoJson } from '../../../src/core/views/linksJson.js';
import type { MetricsJson } from '../../../src/core/views/metricsJson.js';
import type { StatusJson } from '../../../src/core/views/statusSchema.js';
import type { Api } from '../../../src/extension/activate.js';

/** The extension under test, activated. */
export async function activate(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('roadmap-lens.roadmap-lens');
  assert.ok(extension, 'The extension is not installed.');
  return extension.activate();
}

/** A file of the workspace that is open, in the folder with this index. */
export function place(path: string, index = 0): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder, 'No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/**
 * Changes the folders of the window, and waits until VS Code has told of it: it shows at once what it has not made yet, and
 * refuses the next change until then.
 */
export async function updateFolders(
  start: number,
  deleted: number,
  ...added: readonly { readonly uri: vscode.Uri; readonly name?: string }[]
): Promise<void> {
  const expected = (vscode.workspace.workspaceFolders?.length ?? 0) - deleted + added.length;
  await new Promise<void>((resolve) => {
    const subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if ((vscode.workspace.workspaceFolders?.length ?? 0) !== expected) return;
      subscription.dispose();
      resolve();
    });
    assert.ok(vscode.workspace.updateWorkspaceFolders(start, deleted, ...added));
  });
}

/** Opens folders in a window that has none, and waits until they are there. */
export async function openFolders(...uris: readonly vscode.Uri[]): Promise<void> {
  await updateFolders(0, 0, ...uris.map((uri) => ({ uri })));
}

/** Reads everything again, as a person asks for it, whether or not file events have come. */
export async function refreshed(): Promise<void> {
  await activate();
  await vscode.commands.executeCommand(commands.refresh);
}

/** Waits until what is known reads like this, as text; what it reads like instead is said when the time is over. */
export async function waitForStatus(expected: string, read: (status: StatusJson) => string): Promise<void> {
  await waitUntil(expected, (api) => read(api.status()));
}

/** The same for what belongs to tasks. */
export async function waitForLinks(expected: string, read: (links: LinksJson) => string): Promise<void> {
  await waitUntil(expected, (api) => read(api.links()));
}

/** The same for what is measured. */
export async function waitForMetrics(
  expected: string,
  read: (metrics: MetricsJson | undefined) => string,
): Promise<void> {
  await waitUntil(expected, (api) => read(api.metrics()));
}

/** The same for what is wrong. */
export async function waitForProblems(expected: string, read: (problems: CheckJson) => string): Promise<void> {
  await waitUntil(expected, (api) => {
    const found = api.problems();
    return found ? read(found) : '';
  });
}

/** Says the TODOs below a directory in a line: `RM-1: src/a.go:2, src/b.go:1; none: src/a.go:4; RM-99?: src/c.go:1`. */
export function todosIn(directory: string): (links: LinksJson) => string {
  const say = (name: string, todos: readonly TodoJson[]) => {
    const own = todos.filter(({ path }) => path.startsWith(`${directory}/`));
    return own.length > 0 ? [`${name}: ${own.map(({ path, line }) => `${path}:${line}`).join(', ')}`] : [];
  };
  return ({ tasks, unlinked, unknown }) =>
    [
      ...tasks.flatMap(({ id, todos }) => say(id, todos)),
      ...say('none', unlinked.todos),
      ...unknown.flatMap(({ id, todo }) => say(`${id}?`, todo ? [todo] : [])),
    ].join('; ');
}

async function waitUntil(expected: string, read: (api: Api) => string): Promise<void> {
  const api = await activate();
  if (read(api) === expected) return;
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timeout);
      subscription.dispose();
      resolve();
    };
    const timeout = setTimeout(finish, 10_000);
    const subscription = api.onDidChange(() => {
      if (read(api) === expected) finish();
    });
  });
  assert.equal(read(api), expected);
}

/** Sets a setting of the person while something is done. */
export async function withSetting(name: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const set = (to: unknown) => vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Global);
  try {
    await set(value);
    await body();
  } finally {
    await set(undefined);
  }
}

/** Waits until these are the titles of the roadmaps. */
export async function waitForRoadmaps(...titles: readonly string[]): Promise<void> {
  await waitForStatus(titles.join(), ({ roadmaps }) => roadmaps.map(({ title }) => title).join());
}

/** Takes everything out of the folder but its repository, and waits until it is known. */
export async function emptyFolder(): Promise<void> {
  await closeEditors();
  const folder = place('');
  for (const [name] of await vscode.workspace.fs.readDirectory(folder))
    if (name !== '.git') await remove(vscode.Uri.joinPath(folder, name));
  await refreshed();
}

/** Waits for the problems of a file to be as `accept` wants them; what is there instead is said when the time is over. */
export async function problemsOf(
  uri: vscode.Uri,
  accept: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Roadmap Lens');
  if (accept(own())) return own();
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Not the problems that were waited for: ${JSON.stringify(own(), null, 2)}`));
    }, 15_000);
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((changed) => changed.toString() === uri.toString()) || !accept(own())) return;
      clearTimeout(timeout);
      subscription.dispose();
      resolve(own());
    });
  });
}

/** Whether there are exactly problems of these codes. */
export function codes(...expected: readonly string[]) {
  return (problems: readonly vscode.Diagnostic[]) =>
    JSON.stringify(problems.map(({ code }) => (typeof code === 'string' ? code : '')).sort()) ===
    JSON.stringify([...expected].sort());
}

/** Writes bytes or a text, as another program would. */
export async function write(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** Waits until VS Code has been told of all that was written to the folder: of one more file it hears after that. */
export async function untilTold(): Promise<void> {
  const last = place('last-written');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(place(''), 'last-written'));
  try {
    const told = new Promise((resolve) => {
      watcher.onDidCreate(resolve);
      watcher.onDidChange(resolve);
    });
    await write(last, '');
    await told;
  } finally {
    watcher.dispose();
    await remove(last);
  }
}

/** Takes files away again, those that are not there included. */
export async function remove(...uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    try {
      await vscode.workspace.fs.delete(uri, { recursive: true });
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
  }
}

/**
 * Takes a directory with code away. Its files are emptied first: a document may outlive its file for minutes, and what
 * stands in it counts.
 */
export async function removeCode(directory: string): Promise<void> {
  const uri = place(directory);
  for (const [name] of await vscode.workspace.fs.readDirectory(uri)) await write(vscode.Uri.joinPath(uri, name), '');
  await waitForLinks('', todosIn(directory));
  await remove(uri);
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
