import * as vscode from 'vscode';
import { roadmapLenses, todoLenses, type Lens } from '../../core/views/lenses.js';
import { countCommits } from '../../core/views/ages.js';
import { activityOf } from '../../core/views/activity.js';
import { statusOf } from '../../core/progress/counts.js';
import { commands, type TaskArgument, type TodoArgument } from '../commands.js';
import { onDidChangeSetting, setting } from '../config.js';
import type { Feature, FeatureContext } from '../feature.js';
import { SteadyLines, type OnLine } from '../steadyLenses.js';

/** Milliseconds without typing after which lenses come and go again. */
const pause = 1_000;

/** A lens on its line, as VS Code's are made of it. */
interface LineLens extends OnLine {
  readonly command: vscode.Command;
}

/** Above TODOs: the task they belong to. Above tasks: what belongs to them. */
export const codeLenses: Feature = {
  id: 'codeLenses',
  start(context) {
    const provider = new LensProvider(context);
    return vscode.Disposable.from(provider, vscode.languages.registerCodeLensProvider({ pattern: '**/*' }, provider));
  },
};

class LensProvider implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changes.event;
  private readonly steady = new Map<string, SteadyLines<LineLens>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly context: FeatureContext) {
    const fire = () => this.changes.fire();
    this.disposables = [
      this.changes,
      context.store.onDidChange(fire),
      ...(['codeLens.todos', 'codeLens.unlinkedTodos', 'codeLens.tasks'] as const).map((key) =>
        onDidChangeSetting(key, fire),
      ),
      vscode.workspace.onDidChangeTextDocument((event) => this.typed(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())),
    ];
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const uri = document.uri.toString();
    const fresh = [...this.ofTodos(uri), ...this.ofTasks(uri, document)];
    const steady = this.steady.get(uri);
    if (!steady && fresh.length === 0) return [];
    const kept = steady ?? new SteadyLines<LineLens>();
    this.steady.set(uri, kept);
    return kept
      .take(fresh)
      .map(({ line, command }) => new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command));
  }

  private ofTodos(uri: string): LineLens[] {
    const { snapshot } = this.context.store;
    const file = snapshot.todos.files.get(uri);
    if (!file || !setting('codeLens.todos') || snapshot.roadmaps.length === 0) return [];
    return todoLenses(snapshot, file, setting('codeLens.unlinkedTodos')).flatMap((lens) => this.linesOf(uri, lens));
  }

  private linesOf(uri: string, lens: Lens): LineLens[] {
    const { range, index, title } = lens;
    const { line } = range.start;
    const todo: TodoArgument = { uri, index };
    const link = { title, command: commands.linkTodo, arguments: [todo] };
    if (lens.kind !== 'task') {
      const create = { title: vscode.l10n.t('Create task…'), command: commands.createTaskFromTodo, arguments: [todo] };
      return [link, ...(lens.kind === 'unlinked' ? [create] : [])].map((command) => ({ line, command }));
    }
    const { file, task } = lens.target;
    const named: TaskArgument = { uri: file.uri, id: task.id };
    const { commits } = activityOf(this.context.store.snapshot, file.uri, task.id);
    const status = statusOf(task);
    const finish = status === 'done' ? vscode.l10n.t('Remove TODO') : vscode.l10n.t('Mark done');
    const actions: vscode.Command[] = [
      { title, command: commands.goToTask, arguments: [named] },
      // Code that says what it implements is no work to be done.
      ...(this.isTodo(uri, index) ? [{ title: finish, command: commands.finishTodo, arguments: [todo, named] }] : []),
      ...(commits.length > 0
        ? [{ title: countCommits(commits.length), command: commands.showActivity, arguments: [named] }]
        : []),
    ];
    return actions.map((command) => ({ line, command }));
  }

  private isTodo(uri: string, index: number): boolean {
    return this.context.store.snapshot.todos.files.get(uri)?.todos[index]?.tag !== '@task';
  }

  private ofTasks(uri: string, document: vscode.TextDocument): LineLens[] {
    const { snapshot } = this.context.store;
    const file = snapshot.roadmaps.find((roadmap) => roadmap.uri === uri);
    if (!file || !setting('codeLens.tasks')) return [];
    return roadmapLenses(snapshot, file, Date.now() / 1000).map(({ task, title }) => ({
      line: Math.min(file.lines.lineAt(task.titleSpan.start), document.lineCount - 1),
      command: { title, command: commands.showActivity, arguments: [{ uri, id: task.id } satisfies TaskArgument] },
    }));
  }

  private typed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const steady = this.steady.get(uri);
    const isActive = vscode.window.activeTextEditor?.document === document;
    // Where nobody types (a save, a command, another program) and where something is taken back, the new is shown at once.
    if (!steady || contentChanges.length === 0 || !isActive || reason !== undefined) return;
    steady.type(
      contentChanges.map(({ range, text }) => ({
        startLine: range.start.line,
        startCharacter: range.start.character,
        endLine: range.end.line,
        newBreaks: text.split(/\r\n|\r|\n/).length - 1,
      })),
    );
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        steady.pause();
        this.changes.fire();
      }, pause),
    );
  }

  private forget(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.steady.delete(uri);
  }
}
