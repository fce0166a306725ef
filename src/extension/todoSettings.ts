import * as vscode from 'vscode';
import type { LanguageMarks } from '../hosts/vscode/languageMarks.js';
import type { TodoSettings } from '../workspace/todoRules.js';
import { setting } from './config.js';

/** What VS Code's settings say of how TODOs are looked for. */
export function todoSettingsOf(marks: LanguageMarks): TodoSettings {
  return {
    tags: () => setting('todos.tags'),
    exclude(folder) {
      const scope = vscode.Uri.parse(folder.uri);
      const globs = (section: string) => {
        const set = vscode.workspace.getConfiguration(section, scope).get<Record<string, unknown>>('exclude', {});
        // Conditions on siblings (`{ "when": … }`) are for what is made of a source, which has its TODOs itself.
        return Object.entries(set).flatMap(([glob, on]) => (on === false ? [] : [glob]));
      };
      return [...globs('files'), ...globs('search'), ...setting('todos.exclude', scope)];
    },
    inText: () => setting('todos.inText'),
    maxFiles: () => setting('todos.maxFiles'),
    approximate: (path) => marks.syntaxOf(path),
  };
}
