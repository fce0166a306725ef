import * as vscode from 'vscode';
import { Checker } from '../core/checks/checker.js';
import type { FileProblems } from '../core/model/problem.js';
import type { Folder } from '../core/model/snapshot.js';
import { checkJson, type CheckJson } from '../core/views/checkJson.js';
import type { Store } from '../workspace/store.js';
import { setting } from './config.js';
import type { Measures } from './measures.js';
import { today } from './today.js';

/** Checks what is known, by the settings of the person. A chunk of its own: see `Findings`. */
export class Checking {
  private readonly checker = new Checker();

  constructor(
    private readonly store: Store,
    private readonly measures: Measures,
  ) {}

  check(): readonly FileProblems[] {
    const severities = ({ uri }: Folder) =>
      new Map(Object.entries(setting('problems.severity', vscode.Uri.parse(uri))));
    const metrics = this.measures.measuring?.results();
    return this.checker.check(this.store.snapshot, { today: today(), severities, metrics });
  }

  /** What `roadmap-lens check --json` prints in the folder of these files. */
  json(files: readonly FileProblems[]): CheckJson {
    const { roadmaps, configs, todos } = this.store.snapshot;
    const paths = new Map([...todos.files.values(), ...roadmaps, ...configs].map(({ uri, path }) => [uri, path]));
    return checkJson(files, (uri) => paths.get(uri) ?? uri);
  }
}
