import * as vscode from 'vscode';
import { planIgnore, type IgnoredDocument } from '../core/checks/planIgnore.js';
import { meaning } from '../core/config/meaning.js';
import { roadmapChanges, safeFixes } from '../core/checks/safeFixes.js';
import type { EditResult } from '../core/model/edit.js';
import type { FixEdit } from '../core/model/problem.js';
import { groupsOf, tasksOf, type Roadmap } from '../core/model/roadmap.js';
import { configOf } from '../core/model/snapshot.js';
import { defaultTags } from '../core/model/todo.js';
import { readTodos } from '../core/references/readTodos.js';
import { todoTags } from '../core/references/todos.js';
import { placeTodo } from '../core/views/activity.js';
import { applyTextEdits, NotEdited, openToEdit } from '../hosts/vscode/documentEdits.js';
import { parseOptions } from '../workspace/facts.js';
import { formatOf } from '../core/formats/index.js';
import type { IgnoreArgument } from './commands.js';
import type { FeatureContext } from './feature.js';
import { alwaysChanging, checkEncoding, tellNotEdited } from './notEdited.js';
import { toRange } from './register.js';
import { changeTodo } from './todoEditor.js';
import { todoSyntaxOf } from './todoSyntax.js';

/** Makes fixes, each planned on the texts as they are; what cannot be done is told to the person in one sentence. */
export async function applyFixes({ store, editor }: FeatureContext, edits: readonly FixEdit[]): Promise<void> {
  const { snapshot } = store;
  for (const file of snapshot.roadmaps) {
    const changes = roadmapChanges(edits, file.uri);
    if (changes.length > 0) await editor.change(file, changes, { possible: true });
  }
  for (const edit of edits) {
    if (edit.kind === 'todo') {
      const placed = placeTodo(snapshot, edit);
      if (placed) await changeTodo(placed, edit.change);
      else tellChanged();
    }
    if (edit.kind === 'text') await tellNotEdited(() => replaceText(edit));
  }
}

/** Makes all safe fixes of a file. */
export async function fixAll(context: FeatureContext, uri: string): Promise<void> {
  const problems = context.findings.of(uri)?.problems ?? [];
  const edits = safeFixes(problems);
  if (edits.length > 0) return applyFixes(context, edits);
  const none =
    problems.length === 0
      ? vscode.l10n.t('Nothing is wrong here.')
      : vscode.l10n.t('What is wrong here needs somebody to look at it: see the light bulb of each problem.');
  void vscode.window.showInformationMessage(none);
}

/** Writes the comment that silences a problem of a line. */
export async function ignoreProblem({ store }: FeatureContext, { uri, line, code }: IgnoreArgument): Promise<void> {
  await tellNotEdited(async () => {
    const roadmap = store.snapshot.roadmaps.find((file) => file.uri === uri);
    const path = roadmap?.path ?? vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
    const document = await openToEdit(vscode.Uri.parse(uri), path);
    const isConfig = store.snapshot.configs.some((file) => file.uri === uri);
    const kind = isConfig
      ? await configKind()
      : roadmap
        ? await roadmapKind(path, document, configOf(store.snapshot, roadmap.folder))
        : codeKind(document);
    if (!kind)
      throw new NotEdited(vscode.l10n.t('{0} has no comments that could say this: set its severity instead.', path));
    await write(document, path, planIgnore({ text: document.getText(), ...kind }, line, code));
  });
}

async function roadmapKind(
  path: string,
  document: vscode.TextDocument,
  config: Parameters<typeof parseOptions>[2],
): Promise<Pick<IgnoredDocument, 'kind' | 'reads'> | undefined> {
  const format = formatOf(path);
  if (!format || /\.json$/i.test(path)) return undefined;
  const read = await format.load(false);
  const options = parseOptions(path, { text: document.getText() }, config);
  const kind = format.id === 'markdown' ? 'markdown' : 'yaml';
  return { kind, reads: (text) => sayPlan(read(text, options).value) };
}

async function configKind(): Promise<Pick<IgnoredDocument, 'kind' | 'reads'>> {
  const { readConfig } = await import('../core/config/readConfig.js');
  return { kind: 'yaml', reads: (text) => meaning(readConfig(text).value) };
}

/** What a plan says, wherever it stands. */
function sayPlan(roadmap: Roadmap): string {
  const groups = [...groupsOf(roadmap)].map(({ group, depth }) => [depth, group.kind, group.id, group.title]);
  return JSON.stringify([groups, [...tasksOf(roadmap)].map(({ id, title, status }) => [id, title, status])]);
}

function codeKind(document: vscode.TextDocument): Pick<IgnoredDocument, 'kind' | 'reads'> | undefined {
  const kind = todoSyntaxOf(document);
  const tags = todoTags(defaultTags);
  return kind && { kind, reads: (text) => JSON.stringify(readTodos(text, kind, tags).todos) };
}

async function replaceText({ uri, range, from, to }: Extract<FixEdit, { kind: 'text' }>): Promise<void> {
  const document = await openToEdit(vscode.Uri.parse(uri), vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
  const place = toRange(range);
  if (document.getText(place) !== from) return tellChanged();
  const span = { start: document.offsetAt(place.start), end: document.offsetAt(place.end) };
  const text = document.getText();
  const next = text.slice(0, span.start) + to + text.slice(span.end);
  await write(document, document.fileName, { ok: true, edits: [{ span, newText: to }], inverse: [], text: next });
}

async function write(document: vscode.TextDocument, path: string, planned: EditResult): Promise<void> {
  if (!planned.ok) throw new NotEdited(planned.message);
  const { version } = document;
  await checkEncoding(document, path, planned.edits);
  if (!(await applyTextEdits([{ document, edits: planned.edits, version }]))) throw alwaysChanging(path);
}

function tellChanged(): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('This has been changed meanwhile: look at it and try again.'));
}
