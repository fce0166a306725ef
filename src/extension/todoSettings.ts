import * as vscode from 'vscode';
import type { LanguageMarks } from '../hosts/vscode/languageMarks.js';
import type { TodoSettings } from '../workspace/todoRules.js';
import { setting } from './config.js';

/** What VS Code's settings say of how TODOs are looked for. */
export function todoSettingsOf(marks: LanguageMarks): TodoSettings {
  return {
    tags: () => setting('todos.tags'),
    exclude: (folder) => todoExcludes(vscode.Uri.parse(folder.uri)),
    inText: () => setting('todos.inText'),
    maxFiles: () => setting('todos.maxFiles'),
    approximate: (path) => marks.syntaxOf(path),
  };
}

/** Globs of what is not looked at in a folder: what VS Code hides or does not search, and what the person names. */
export function todoExcludes(folder: vscode.Uri): readonly string[] {
  const globs = (section: string) => {
    const set = vscode.workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude', {});
    // Conditions on siblings (`{ "when": … }`) are for what is made of a source, which has its TODOs itself.
    return Object.entries(set).flatMap(([glob, on]) => (on === false ? [] : [glob]));
  };
  return [...globs('files'), ...globs('search'), ...setting('todos.exclude', folder)];
}
