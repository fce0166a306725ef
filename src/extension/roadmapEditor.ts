import * as vscode from 'vscode';
import { emptyConfig } from '../core/model/config.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import type { Change, EditResult, PlannedEdit, TextEdit, Wish } from '../core/model/edit.js';
import { tasksOf, type Roadmap } from '../core/model/roadmap.js';
import type { RoadmapFile } from '../core/model/snapshot.js';
import { applyTextEdits, canEncode, NotEdited, openToEdit } from '../hosts/vscode/documentEdits.js';
import type * as Editing from '../workspace/editing.js';
import type { Store } from '../workspace/store.js';

/** What was changed. */
export interface Made extends PlannedEdit {
  readonly file: RoadmapFile;
}

/** How often a change is planned anew because the text changed meanwhile. */
const attempts = 5;

/**
 * Makes changes in roadmaps: each as the text edits that the core plans for the text as it is in VS Code, unsaved changes
 * included, one after the other. What cannot be done is told to the person in one sentence.
 */
export class RoadmapEditor {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: Store) {}

  /**
   * Makes the changes of one roadmap as one step to undo; all of them, or none. Resolves to what was done, or to undefined
   * where nothing was. Tasks are those of `file`, as the person saw it: where one has become another meanwhile, nothing is
   * done.
   */
  async change(file: RoadmapFile, changes: readonly Change[]): Promise<Made | undefined> {
    const { roadmap } = file;
    if (!roadmap || changes.length === 0) return undefined;
    const expected = titlesOf(roadmap, changes);
    return this.inTurn(() =>
      this.make(file, ({ planEdits }, document) => {
        const present = titlesOf(document.roadmap, changes);
        for (const [id, title] of expected) {
          if (present.get(id) === title) continue;
          throw new NotEdited(
            vscode.l10n.t('"{0}" has been changed meanwhile, so nothing was done: look at it and try again.', title),
          );
        }
        return planEdits(document, changes);
      }),
    );
  }

  /** Fulfils a wish for all tasks that it fits, as one step to undo; tells the person for which it could not. */
  async fulfil(file: RoadmapFile, wish: Wish): Promise<Made | undefined> {
    const made = await this.inTurn(() => this.make(file, ({ planWish }, document) => planWish(document, wish)));
    const [first, ...others] = made?.left ?? [];
    if (first !== undefined) {
      void vscode.window.showWarningMessage(
        others.length === 0
          ? vscode.l10n.t('"{0}" was left as it is: no way was found to write this there.', first)
          : vscode.l10n.t(
              '"{0}" and {1} more were left as they are: no way was found to write this there.',
              first,
              others.length,
            ),
      );
    }
    return made;
  }

  /** Takes back what was done, where the text has not been changed since. */
  async takeBack({ file, inverse, text }: Made): Promise<void> {
    await this.inTurn(async () => {
      const document = await openToEdit(vscode.Uri.parse(file.uri), file.path);
      const { version } = document;
      if (document.getText() === text && (await applyTextEdits(document, inverse, version))) return;
      throw new NotEdited(vscode.l10n.t('{0} has been changed since: undo in its editor, step by step.', file.path));
    });
  }

  /** Runs one after the other: what a person does quickly is planned on what came of it before. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const run = this.last.then(work);
    this.last = run.catch(() => undefined);
    try {
      return await run;
    } catch (error) {
      if (!(error instanceof NotEdited)) throw error;
      if (error.message) void vscode.window.showWarningMessage(error.message);
      return undefined;
    }
  }

  private async make(
    file: RoadmapFile,
    plan: (editing: typeof Editing, document: EditedDocument) => EditResult,
  ): Promise<Made | undefined> {
    // Loaded with the first change.
    const editing = await import('../workspace/editing.js');
    const { configs } = this.store.snapshot;
    const config = configs.find(({ folder }) => folder.uri === file.folder.uri)?.config ?? emptyConfig;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const document = await openToEdit(vscode.Uri.parse(file.uri), file.path);
      const { version, encoding } = document;
      const text = document.getText();
      const foreign = /^utf/i.test(encoding) ? {} : { encoding };
      // A file in the store that no one names is read by its shape as one that is named.
      const opened = await editing.openForEdit(file.path, { text, ...foreign }, config, true);
      if (!opened)
        throw new NotEdited(vscode.l10n.t('{0} is of a kind that is only read: edit it by hand.', file.path));
      const planned = plan(editing, opened);
      if (!planned.ok) {
        if (planned.code !== 'unchanged') throw new NotEdited(planned.message);
        vscode.window.setStatusBarMessage(planned.message, 3000);
        return undefined;
      }
      if (!(await canEncode(inserted(planned.edits), document)))
        throw new NotEdited(
          vscode.l10n.t(
            'The encoding of {0} ({1}) lacks a character of this: save it as UTF-8 first.',
            file.path,
            encoding,
          ),
        );
      if (await applyTextEdits(document, planned.edits, version)) return { ...planned, file };
    }
    throw new NotEdited(vscode.l10n.t('{0} is being changed all the time: try again when it is not.', file.path));
  }
}

function inserted(edits: readonly TextEdit[]): string {
  return edits.map(({ newText }) => newText).join('\n');
}

/** The titles of the tasks that changes name, by id: another task may have a derived id later. */
function titlesOf(roadmap: Roadmap, changes: readonly Change[]): Map<string, string> {
  const wanted = new Set(changes.flatMap(taskIds));
  const found = new Map<string, string>();
  for (const task of tasksOf(roadmap)) if (wanted.has(task.id)) found.set(task.id, task.title);
  return found;
}

/** The ids of tasks that a change names. */
function taskIds(change: Change): readonly string[] {
  switch (change.kind) {
    case 'set':
      return [change.task];
    case 'move':
    case 'remove':
      return change.tasks;
    case 'add':
      return 'after' in change.place ? [change.place.after] : 'under' in change.place ? [change.place.under] : [];
    default:
      return [];
  }
}
