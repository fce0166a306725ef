import * as vscode from 'vscode';
import type { FeatureContext } from './feature.js';
import { completeInCommit, completeInFile, resolveItem } from './idCompletion.js';
import { renameAt, renamedAt } from './renameTaskId.js';
import { startStatusDecorations } from './statusDecorations.js';
import { isCommitMessage } from './taskSymbol.js';
import { definitions, highlights, links, references, resolveLink, TaskLink, workspaceSymbols } from './taskLanguage.js';

export { renameTaskId } from './renameTaskId.js';

/** The message of a commit: the file that git opens, and the box of the Source Control view. */
const commitMessages: readonly vscode.DocumentFilter[] = [
  { language: 'git-commit' },
  { scheme: 'vscode-scm', language: 'scminput' },
];
const everywhere: vscode.DocumentSelector = { pattern: '**/*' };

/**
 * Registers what VS Code asks of symbols, for tasks: definition, references, highlights, links, completion, renaming and symbols of
 * the workspace; draws how tasks stand in their roadmaps. What renames is loaded with the first that is renamed.
 */
export function startLanguage(context: FeatureContext): vscode.Disposable {
  const { store } = context;
  const { languages } = vscode;
  const hasPlan = () => store.snapshot.roadmaps.length > 0;
  return vscode.Disposable.from(
    startStatusDecorations(context),
    whereTasksAreNamed(context, (files) => register(context, files)),
    languages.registerDocumentHighlightProvider(everywhere, {
      provideDocumentHighlights: (document, position) =>
        namesTasks(context, document) ? highlights(context, document, position) : undefined,
    }),
    languages.registerDocumentLinkProvider(everywhere, {
      provideDocumentLinks: (document) => links(context, document),
      resolveDocumentLink: (link) => (link instanceof TaskLink ? resolveLink(context, link) : link),
    }),
    // Never triggered by a blank, which is typed all the time.
    languages.registerCompletionItemProvider(
      everywhere,
      {
        provideCompletionItems: (document, position) =>
          hasPlan() && !isCommitMessage(document) ? completeInFile(context, document, position) : undefined,
        resolveCompletionItem: (item) => resolveItem(context, item),
      },
      '(',
      '[',
      '@',
    ),
    languages.registerCompletionItemProvider(
      [...commitMessages],
      {
        provideCompletionItems: (document, position, _, { triggerKind }) => {
          const asked = triggerKind === vscode.CompletionTriggerKind.Invoke;
          return hasPlan() ? completeInCommit(context, document, position, asked) : undefined;
        },
        resolveCompletionItem: (item) => resolveItem(context, item),
      },
      ':',
      '[',
      '(',
    ),
    languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: (query) => workspaceSymbols(context, query),
    }),
  );
}

function register(context: FeatureContext, files: vscode.DocumentFilter[]): vscode.Disposable {
  const { languages } = vscode;
  const selector = [...commitMessages, ...files];
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(selector, {
      provideDefinition: (document, position) => definitions(context, document, position),
    }),
    languages.registerReferenceProvider(selector, {
      provideReferences: (document, position, { includeDeclaration }) =>
        references(context, document, position, includeDeclaration),
    }),
    // A message of a commit names the task it is for: it is no place to rename it from.
    languages.registerRenameProvider(files, {
      // Elsewhere undefined rather than an error, which would speak for others that only answer `provideRenameEdits`.
      prepareRename: (document, position) => renamedAt(context, document, position),
      provideRenameEdits: (document, position, id) => renameAt(context, document, position, id),
    }),
  );
}

function namesTasks({ store: { snapshot } }: FeatureContext, { uri }: vscode.TextDocument): boolean {
  const name = uri.toString();
  return snapshot.todos.files.has(name) || snapshot.roadmaps.some((file) => file.uri === name);
}

/**
 * Keeps providers registered for the open files that name tasks, and for no others: VS Code shows *Go to Definition* and *Rename
 * Symbol* in the menu of every editor that somebody answers for.
 */
function whereTasksAreNamed(
  context: FeatureContext,
  register: (files: vscode.DocumentFilter[]) => vscode.Disposable,
): vscode.Disposable {
  let known = '';
  let registered = vscode.Disposable.from();
  const update = () => {
    const { snapshot } = context.store;
    const named = snapshot.roadmaps.length > 0;
    const files = named ? vscode.workspace.textDocuments.filter((document) => namesTasks(context, document)) : [];
    // A pattern that is the path itself is compared as it stands.
    const selector = files.map(({ uri }) => ({ scheme: uri.scheme, pattern: uri.fsPath }));
    const now = named ? JSON.stringify(selector) : '';
    if (now === known) return;
    known = now;
    registered.dispose();
    registered = named ? register(selector) : vscode.Disposable.from();
  };
  update();
  return vscode.Disposable.from(
    context.store.onDidChange(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(update),
    { dispose: () => registered.dispose() },
  );
}
