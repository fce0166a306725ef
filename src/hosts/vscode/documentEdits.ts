import * as vscode from 'vscode';
import type { TextEdit } from '../../core/model/edit.js';

/** Why a document is not changed, in one sentence; empty where the person gave it up. */
export class NotEdited extends Error {}

/** Milliseconds in which VS Code takes in what another program has written. */
const untilReloaded = 5_000;

/**
 * Opens a file to edit it. Refused are files that cannot be written, that are gone, or whose text on disk is another than
 * that of their unchanged editor; a file with mixed line ends is asked about, as VS Code makes them all alike on saving.
 */
export async function openToEdit(uri: vscode.Uri, name: string): Promise<vscode.TextDocument> {
  await checkWritable(uri, name);
  const document = await vscode.workspace.openTextDocument(uri);
  if (isReadonlyBySetting(document)) throw new NotEdited(readOnly(name));
  // What stands in an editor unsaved is the person's: they save it, and are asked by VS Code about what others wrote.
  if (document.isDirty) return document;
  const onDisk = await read(document);
  if (hasMixedLineEnds(onDisk) && !(await confirmLineEnds(document, name))) throw new NotEdited('');
  if (!(await isUpToDate(document, onDisk))) {
    throw new NotEdited(
      vscode.l10n.t(
        '{0} has just been changed by another program: try again when its editor shows the new text.',
        name,
      ),
    );
  }
  return document;
}

/** Edits for a document as it was at a version. */
export interface DocumentEdits {
  readonly document: vscode.TextDocument;
  readonly edits: readonly TextEdit[];
  readonly version: number;
  /** What they are, where a preview lists them by that. */
  readonly label?: string;
}

/** A file that is made with edits. */
export interface CreatedFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly label?: string;
}

/** Edits as VS Code has them. With `preview`, one of their files, it shows them before it makes them. */
export function workspaceEdit(
  all: readonly DocumentEdits[],
  created?: CreatedFile,
  preview?: vscode.Uri,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const metadata = (label: string | undefined) =>
    label === undefined ? undefined : { label, needsConfirmation: false };
  // What needs confirmation is shown, but not ticked: were it the edits themselves, *Apply* would make none of them. This
  // makes a file that is there, which is nothing, and no row of the preview.
  if (preview) edit.createFile(preview, { ignoreIfExists: true }, { label: preview.path, needsConfirmation: true });
  if (created) {
    const contents = new TextEncoder().encode(created.text);
    edit.createFile(created.uri, { contents }, metadata(created.label));
  }
  for (const { document, edits, label } of all) {
    for (const { span, newText } of edits) {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      edit.replace(document.uri, range, newText, metadata(label));
    }
  }
  return edit;
}

/** Whether the documents of edits have other texts by now than those the edits were made for. */
export function isStale(all: readonly DocumentEdits[]): boolean {
  return all.some(({ document, version }) => document.version !== version);
}

/**
 * Makes edits in documents whose texts they were made for, as one step to undo, and a file that is not there yet with them;
 * with `preview` once the person has seen and confirmed them. Documents without unsaved changes are saved afterwards. False
 * where nothing was changed: a text has changed meanwhile, or the person gave it up.
 */
export async function applyTextEdits(
  all: readonly DocumentEdits[],
  created?: CreatedFile,
  preview?: vscode.Uri,
): Promise<boolean> {
  if (isStale(all)) return false;
  const clean = all.filter(({ document }) => !document.isDirty);
  // VS Code compares the version that the edits are for with the editor's own, and changes nothing where they differ.
  if (!(await vscode.workspace.applyEdit(workspaceEdit(all, created, preview)))) return false;
  for (const { document } of clean) {
    if (!document.isDirty || (await document.save())) continue;
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} was changed, but could not be saved: save it in its editor.',
        vscode.workspace.asRelativePath(document.uri),
      ),
    );
  }
  return true;
}

/** Whether a file of this encoding can hold the text; Unicode holds any. */
export async function canEncode(text: string, { encoding }: vscode.TextDocument): Promise<boolean> {
  if (/^utf/i.test(encoding)) return true;
  const bytes = await vscode.workspace.encode(text, { encoding });
  return (await vscode.workspace.decode(bytes, { encoding })) === text;
}

/** Whether something is at a place, whatever it is. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

async function checkWritable(uri: vscode.Uri, name: string): Promise<void> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw new NotEdited(readOnly(name));
  let stat: vscode.FileStat;
  try {
    stat = await vscode.workspace.fs.stat(uri);
  } catch {
    throw new NotEdited(vscode.l10n.t('{0} is not there any more, or cannot be reached: refresh the roadmaps.', name));
  }
  if (stat.permissions !== undefined && stat.permissions & vscode.FilePermission.Readonly)
    throw new NotEdited(readOnly(name));
}

function readOnly(name: string): string {
  return vscode.l10n.t('{0} is read-only: make it writable to change it.', name);
}

/** Whether the person has declared the file read-only, by `files.readonlyInclude` and `files.readonlyExclude`. */
function isReadonlyBySetting(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('files', document.uri);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const matches = (key: string) =>
    Object.entries(settings.get<Record<string, boolean>>(key, {})).some(([glob, on]) => {
      const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
      return on && vscode.languages.match({ pattern }, document) > 0;
    });
  return matches('readonlyInclude') && !matches('readonlyExclude');
}

/** The text on disk, decoded as the document is, with the line ends that stand there. */
async function read({ uri, encoding }: vscode.TextDocument): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return (await vscode.workspace.decode(bytes, { encoding })).replace(/^\ufeff/, '');
}

function hasMixedLineEnds(text: string): boolean {
  return new Set(text.match(/\r\n|\r|\n/g)).size > 1;
}

/** Whether the document shows what is on disk; waits for VS Code to take in what was written there. */
async function isUpToDate(document: vscode.TextDocument, onDisk: string): Promise<boolean> {
  const wanted = onDisk.replaceAll(/\r\n?/g, '\n');
  const same = () =>
    document
      .getText()
      .replace(/^\ufeff/, '')
      .replaceAll(/\r\n?/g, '\n') === wanted;
  if (same()) return true;
  return new Promise((resolve) => {
    const finish = (answer: boolean) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(same()), untilReloaded);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && same()) finish(true);
    });
  });
}

async function confirmLineEnds({ eol }: vscode.TextDocument, name: string): Promise<boolean> {
  const change = vscode.l10n.t('Change All the Same');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} has mixed line ends.', name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'VS Code makes them all {0} when it saves the file, so that more lines change than the one meant. The command line changes that line alone.',
        eol === vscode.EndOfLine.LF ? 'LF' : 'CRLF',
      ),
    },
    change,
  );
  return answer === change;
}
