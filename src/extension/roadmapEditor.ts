import * as vscode from 'vscode';
import type { MadeChange, WantedOf } from '../core/agents/runTool.js';
import { formatOf } from '../core/formats/index.js';
import type { EditedDocument } from '../core/edits/planEdit.js';
import type { Change, EditResult, PlannedEdit, Refusal, Wish } from '../core/model/edit.js';
import { tasksOf, type Roadmap, type Task } from '../core/model/roadmap.js';
import { configOf, type RoadmapFile } from '../core/model/snapshot.js';
import {
  applyTextEdits,
  exists,
  NotEdited,
  openToEdit,
  type CreatedFile,
  type DocumentEdits,
} from '../hosts/vscode/documentEdits.js';
import type * as Editing from '../workspace/editing.js';
import type { Store } from '../workspace/store.js';
import type { PlannedAliases } from './aliases.js';
import { alwaysChanging, checkEncoding, tellNotEdited } from './notEdited.js';
import { contexts } from './commands.js';

/** What was changed. */
export interface Made extends PlannedEdit {
  readonly file: RoadmapFile;
}

/** A roadmap as it stands in VS Code. */
export interface OpenedRoadmap {
  readonly opened: EditedDocument;
  readonly document: vscode.TextDocument;
  readonly version: number;
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
   * Makes the changes of one roadmap as one step to undo; all of them, or none, or with `possible` those that can be made. Resolves to what was done, or to undefined
   * where nothing was. Tasks are those of `file`, as the person saw it: where one has become another meanwhile, nothing is
   * done. Ids that tasks lose by it are recorded in the configuration with the same step.
   */
  async change(
    file: RoadmapFile,
    changes: readonly Change[],
    { possible = false }: { readonly possible?: boolean } = {},
  ): Promise<Made | undefined> {
    const { roadmap } = file;
    if (!roadmap || changes.length === 0) return undefined;
    const expected = titlesOf(roadmap, changes);
    const made = await this.inTurn(() =>
      this.make(file, changes, ({ planEdits, planPossible }, document) => {
        const present = titlesOf(document.roadmap, changes);
        for (const [id, title] of expected) {
          if (present.get(id) === title) continue;
          throw new NotEdited(
            vscode.l10n.t('"{0}" has been changed meanwhile, so nothing was done: look at it and try again.', title),
          );
        }
        return possible ? planPossible(document, changes).result : planEdits(document, changes);
      }),
    );
    if (made && changes.some((each) => each.kind === 'set' && each.field === 'status' && each.value === 'done'))
      void vscode.commands.executeCommand('setContext', contexts.hasTicked, true);
    return made;
  }

  /** Fulfils a wish for all tasks that it fits, as one step to undo; tells the person for which it could not. */
  async fulfil(file: RoadmapFile, wish: Wish): Promise<void> {
    const path = wish.kind === 'archive' ? configOf(this.store.snapshot, file.folder).archive : undefined;
    const made = await this.inTurn(() =>
      path === undefined
        ? this.make(file, [], ({ planWish }, document) => planWish(document, wish))
        : this.archive(file, path),
    );
    const [first, ...others] = made?.left ?? [];
    if (first === undefined) return;
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

  /**
   * Makes what an agent wants, planned on the text as it is, as one step to undo; with `dryRun` only plans it. What cannot be done is thrown as
   * `NotEdited`, for the agent and not for the person.
   */
  carryOut(file: RoadmapFile, wanted: WantedOf, dryRun: boolean): Promise<MadeChange> {
    return this.queue(async () => {
      const editing = await import('../workspace/editing.js');
      const config = configOf(this.store.snapshot, file.folder);
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const { opened, document, version } = await this.open(file, editing);
        const given = wanted(opened, config);
        const planned = 'ok' in given ? given : editing.planEdits(opened, given);
        if (!planned.ok) return { document: opened, planned };
        const { all, created } = await this.completed(
          file,
          { opened, document, version },
          planned,
          'ok' in given ? [] : given,
        );
        const [, aliases] = all;
        const also = aliases
          ? {
              path: vscode.workspace.asRelativePath(aliases.document.uri, false),
              text: aliases.document.getText(),
              edits: aliases.edits,
            }
          : created && {
              path: vscode.workspace.asRelativePath(created.uri, false),
              text: '',
              edits: [{ span: { start: 0, end: 0 }, newText: created.text }],
            };
        const made = { document: opened, planned, ...(also ? { also } : {}) };
        if (dryRun || (await applyTextEdits(all, created))) return made;
      }
      throw alwaysChanging(file.path);
    });
  }

  /** The change that gives a task the next free number of its roadmap, which numbers its tasks. */
  async numbering(file: RoadmapFile, task: Task): Promise<Change> {
    const { idPattern, numbering } = await import('../workspace/editing.js');
    const pattern = idPattern(file.roadmap!, undefined);
    if ('message' in pattern) throw new Error(pattern.message);
    return numbering(file.roadmap!, [task], pattern);
  }

  /** Takes back what was done, where the text has not been changed since. */
  async takeBack({ file, inverse, text }: Made): Promise<void> {
    await this.inTurn(async () => {
      const document = await openToEdit(vscode.Uri.parse(file.uri), file.path);
      const { version } = document;
      if (document.getText() === text && (await applyTextEdits([{ document, edits: inverse, version }]))) return;
      throw new NotEdited(vscode.l10n.t('{0} has been changed since: undo in its editor, step by step.', file.path));
    });
  }

  /** Runs one after the other: what a person does quickly is planned on what came of it before. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    return tellNotEdited(() => this.queue(work));
  }

  private queue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.last.then(work);
    this.last = run.catch(() => undefined);
    return run;
  }

  private async make(
    file: RoadmapFile,
    changes: readonly Change[],
    plan: (editing: typeof Editing, document: EditedDocument) => EditResult,
  ): Promise<Made | undefined> {
    // Loaded with the first change.
    const editing = await import('../workspace/editing.js');
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { opened, document, version } = await this.open(file, editing);
      const planned = plan(editing, opened);
      if (!planned.ok) return refused(planned);
      const { all, created } = await this.completed(file, { opened, document, version }, planned, changes);
      if (await applyTextEdits(all, created)) return { ...planned, file };
    }
    throw alwaysChanging(file.path);
  }

  /** The edits of a plan, with what records the ids that tasks lose by them. */
  private async completed(
    file: RoadmapFile,
    { opened, document, version }: OpenedRoadmap,
    planned: PlannedEdit,
    changes: readonly Change[],
  ): Promise<{ readonly all: readonly DocumentEdits[]; readonly created?: CreatedFile }> {
    const editing = await import('../workspace/editing.js');
    await checkEncoding(document, file.path, planned.edits);
    const former = editing.changesIds(changes) ? editing.formerIdsOf(opened, planned.text, changes) : [];
    const aliases: PlannedAliases =
      former.length > 0
        ? await (await import('./aliases.js')).planAliases(this.store.snapshot, file.folder, former)
        : {};
    const all = [{ document, edits: planned.edits, version }, ...(aliases.changed ? [aliases.changed] : [])];
    return { all, ...(aliases.created ? { created: aliases.created } : {}) };
  }

  /** Moves what is done to the file that the configuration names, made where it is not there. */
  private async archive(file: RoadmapFile, path: string): Promise<Made | undefined> {
    const editing = await import('../workspace/editing.js');
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(file.folder.uri), path);
    if (uri.toString() === file.uri || formatOf(path)?.id !== 'markdown')
      throw new NotEdited(
        vscode.l10n.t('"{0}" cannot be the archive: name another Markdown file in .roadmap/config.yaml.', path),
      );
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const target = (await exists(uri)) ? await openToEdit(uri, path) : undefined;
      const archive = target && { document: target, version: target.version, text: target.getText() };
      const { opened, document, version } = await this.open(file, editing);
      const planned = editing.planArchive(opened, archive?.text);
      if (!planned.ok) return refused(planned);
      const all: DocumentEdits[] = [{ document, edits: planned.roadmap.edits, version }];
      if (archive) {
        await checkEncoding(archive.document, path, planned.added);
        const end = archive.text.length;
        all.push({ ...archive, edits: [{ span: { start: end, end }, newText: planned.added }] });
      }
      if (await applyTextEdits(all, archive ? undefined : { uri, text: planned.added }))
        return { ...planned.roadmap, file };
    }
    throw alwaysChanging(file.path);
  }

  /** The roadmap as it stands in VS Code, with what edits it. Throws `NotEdited` where it cannot be changed. */
  async open(file: RoadmapFile, { openForEdit }: typeof Editing): Promise<OpenedRoadmap> {
    const document = await openToEdit(vscode.Uri.parse(file.uri), file.path);
    const { version, encoding } = document;
    const foreign = /^utf/i.test(encoding) ? {} : { encoding };
    // A file in the store that no one names is read by its shape as one that is named.
    const config = configOf(this.store.snapshot, file.folder);
    const opened = await openForEdit(file.path, { text: document.getText(), ...foreign }, config, true);
    return { opened, document, version };
  }
}

/** Says why nothing is done: quietly where it holds already. */
function refused({ code, message }: Refusal): undefined {
  if (code !== 'unchanged') throw new NotEdited(message);
  vscode.window.setStatusBarMessage(message, 3000);
  return undefined;
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
