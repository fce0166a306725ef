import * as vscode from 'vscode';
import type { TodoFile } from '../core/model/todo.js';
import type { PlacedTodo } from '../core/views/activity.js';
import type { TodoFilter } from '../core/views/todoTree.js';
import type { LineAuthor, LineRange, Repository } from '../workspace/ports.js';
import type { Store } from '../workspace/store.js';
import type { Activity } from './activity.js';
import { pathBelow } from '../workspace/uriPath.js';

/** Which TODOs are shown; all where nothing is chosen. */
export interface TodoFilterChoice {
  /** Only those whose line the person wrote. */
  readonly mine?: boolean;
  /** Only those that were added on the branch one works on. */
  readonly branch?: boolean;
  /** Only those older than so many days. */
  readonly days?: number;
}

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice: TodoFilterChoice;
}

const ages: readonly number[] = [30, 90, 365];

/** Asks which TODOs to show, with the present choice ticked; undefined where it was given up. */
export async function pickTodoFilter(current: TodoFilterChoice): Promise<TodoFilterChoice | undefined> {
  const items: ChoiceItem[] = [
    {
      label: vscode.l10n.t('Mine'),
      detail: vscode.l10n.t('Lines that you wrote, committed or not'),
      picked: current.mine === true,
      choice: { mine: true },
    },
    {
      label: vscode.l10n.t('This branch'),
      detail: vscode.l10n.t('Added since this branch left the default one'),
      picked: current.branch === true,
      choice: { branch: true },
    },
    ...ages.map((days) => ({
      label: vscode.l10n.t('Older than {0} days', days),
      picked: current.days === days,
      choice: { days },
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Filter TODOs'),
    placeHolder: vscode.l10n.t('What to show; nothing ticked shows everything'),
  });
  return picked && (Object.assign({}, ...picked.map(({ choice }) => choice)) as TodoFilterChoice);
}

/** `mine, this branch`; empty where nothing is chosen. */
export function sayTodoFilter({ mine, branch, days }: TodoFilterChoice): string {
  return [
    ...(mine ? [vscode.l10n.t({ message: 'mine', comment: 'TODOs that the person wrote' })] : []),
    ...(branch ? [vscode.l10n.t('this branch')] : []),
    ...(days === undefined ? [] : [vscode.l10n.t('older than {0} days', days)]),
  ].join(', ');
}

/** So many files are asked about at a time. */
const concurrency = 4;
const secondsOfDay = 86_400;

interface Blamed {
  readonly key: string;
  readonly lines: ReadonlyMap<number, LineAuthor>;
  readonly problem?: string;
}

/** What a filter lets through. */
export interface TodoFiltering {
  readonly passes: TodoFilter;
  /** Why it may let through too much or too little. */
  readonly missing?: string;
}

/** Asks the history who wrote TODOs and when; what was asked is kept until the file or what is checked out changes. */
export class TodoAuthors {
  private readonly blamed = new Map<string, Blamed>();
  private readonly addedLines = new Map<
    Repository,
    { readonly key: readonly unknown[]; readonly lines: ReturnType<Repository['addedLines']> }
  >();

  constructor(
    private readonly store: Store,
    private readonly activity: Activity,
  ) {}

  /** What a choice lets through. */
  async filter(choice: TodoFilterChoice): Promise<TodoFiltering> {
    const { mine, branch, days } = choice;
    if (!mine && !branch && days === undefined) return { passes: () => true };
    const { folders } = this.store.snapshot;
    const repositories = new Map(folders.map((folder) => [folder.uri, this.activity.repositoryOf(folder)]));
    if (![...repositories.values()].some((repository) => repository))
      return { passes: () => true, missing: vscode.l10n.t('Nothing is filtered: the history is unavailable here.') };
    const all = [
      ...(branch ? [await this.onBranch(repositories)] : []),
      ...(mine || days !== undefined ? [await this.byAuthor(repositories, choice)] : []),
    ];
    const missing = all.flatMap((one) => one.missing ?? [])[0];
    return { passes: (todo) => all.every(({ passes }) => passes(todo)), ...(missing === undefined ? {} : { missing }) };
  }

  private async onBranch(repositories: Repositories): Promise<TodoFiltering> {
    const added = new Map<Repository, ReadonlyMap<string, readonly LineRange[]>>();
    const problems: string[] = [];
    for (const repository of new Set(repositories.values())) {
      if (!repository) continue;
      const base = await repository.defaultBranch();
      if (base === undefined) {
        problems.push(vscode.l10n.t('No default branch was found to compare with, such as main.'));
        continue;
      }
      const { value, problems: wrong } = await this.added(repository, base);
      problems.push(...wrong.map(({ message }) => message));
      added.set(repository, value);
    }
    const passes: TodoFilter = ({ file, range }) => {
      const repository = repositories.get(file.folder.uri);
      const ranges = repository && added.get(repository)?.get(pathIn(repository, file) ?? '');
      return ranges?.some(({ start, end }) => start <= range.end.line && range.start.line < end) ?? false;
    };
    return { passes, ...missingOf(problems) };
  }

  /** Lines that were added, asked again only where TODOs or what is checked out have changed. */
  private async added(repository: Repository, base: string): ReturnType<Repository['addedLines']> {
    const { todos, histories } = this.store.snapshot;
    const key = [base, todos.files, histories];
    const known = this.addedLines.get(repository);
    if (known && known.key.every((part, index) => part === key[index])) return known.lines;
    const lines = repository.addedLines(base);
    this.addedLines.set(repository, { key, lines });
    return lines;
  }

  private async byAuthor(repositories: Repositories, { mine, days }: TodoFilterChoice): Promise<TodoFiltering> {
    const emails = new Map<Repository, string | undefined>();
    for (const repository of repositories.values())
      if (repository && mine) emails.set(repository, await repository.userEmail());
    const files = [...this.store.snapshot.todos.files.values()];
    const authors = new Map<string, Blamed>();
    for (let at = 0; at < files.length; at += concurrency) {
      const some = files.slice(at, at + concurrency);
      const blamed = await Promise.all(some.map((file) => this.blame(file, repositories.get(file.folder.uri))));
      some.forEach((file, index) => authors.set(file.uri, blamed[index]!));
    }
    const oldest = Date.now() / 1000 - (days ?? 0) * secondsOfDay;
    const passes: TodoFilter = ({ file, range }: PlacedTodo) => {
      const repository = repositories.get(file.folder.uri);
      const blamed = authors.get(file.uri);
      if (!repository || !blamed || blamed.problem !== undefined) return false;
      const author = blamed.lines.get(range.start.line);
      // A line that is not committed is the person's own, and new.
      if (!author) return days === undefined;
      const byPerson = !mine || author.email.toLowerCase() === emails.get(repository)?.toLowerCase();
      return byPerson && (days === undefined || author.time < oldest);
    };
    const noEmail = mine && [...emails.values()].includes(undefined);
    return {
      passes,
      ...missingOf([
        ...[...authors.values()].flatMap(({ problem }) => problem ?? []),
        ...(noEmail ? [vscode.l10n.t('git does not know who you are: set user.email.')] : []),
      ]),
    };
  }

  /** Who wrote the lines of a file's TODOs; kept while the file on disk and what is checked out are the same. */
  private async blame(file: TodoFile, repository: Repository | undefined): Promise<Blamed> {
    const path = repository && pathIn(repository, file);
    if (!repository || path === undefined) return { key: '', lines: new Map() };
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.uri);
    const lines = [...new Set(file.places.map(({ range }) => range.start.line))];
    const { total, commits } = this.store.snapshot.histories.find(({ uri }) => uri === file.folder.uri) ?? {};
    const key = JSON.stringify([total, commits?.[0]?.hash, lines, file.todos.map(({ text }) => text)]);
    const known = this.blamed.get(file.uri);
    // git speaks of the file on disk: while it differs from its editor, what was known before counts.
    if (known && (known.key === key || document?.isDirty)) return known;
    const { value, problems } = await repository.blame(path, lines);
    const [problem] = problems;
    const blamed = { key, lines: value, ...(problem ? { problem: problem.message } : {}) };
    if (!problem && !document?.isDirty) this.blamed.set(file.uri, blamed);
    return blamed;
  }
}

type Repositories = ReadonlyMap<string, Repository | undefined>;

function missingOf([first]: readonly string[]): { missing?: string } {
  return first === undefined ? {} : { missing: first };
}

/** The path of a file in its repository. */
function pathIn({ root }: Repository, { uri }: TodoFile): string | undefined {
  return pathBelow(vscode.Uri.parse(root), vscode.Uri.parse(uri));
}
