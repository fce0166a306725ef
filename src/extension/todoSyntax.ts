import type * as vscode from 'vscode';
import { syntaxOf, syntaxOfLanguageId } from '../core/lexical/languages.js';
import type { TodoSyntax } from '../core/references/readTodos.js';

/** How a document is read for TODOs; undefined where its language is not known, or by its comment marks alone. */
export function todoSyntaxOf(document: vscode.TextDocument): TodoSyntax | undefined {
  const known = syntaxOf(document.uri.path, document.lineAt(0).text) ?? syntaxOfLanguageId(document.languageId);
  return known ?? (/^(?:markdown|plaintext)$/.test(document.languageId) ? 'prose' : undefined);
}
