import { mayHaveShebang, syntaxOf } from '../core/lexical/languages.js';
import type { Syntax } from '../core/lexical/syntax.js';
import type { Folder } from '../core/model/snapshot.js';
import type { TodoFile } from '../core/model/todo.js';
import { readIgnores } from '../core/references/ignores.js';
import { readTodos } from '../core/references/readTodos.js';
import { todoTags, type TodoTags } from '../core/references/todos.js';
import { compileExcludes, type Excludes } from './excludes.js';
import { IgnoredPaths } from './ignoredPaths.js';
import type { Files, SearchQuery } from './ports.js';

/** What the host's settings say; asked at each scan. */
export interface TodoSettings {
  /** What a TODO begins with. */
  tags(): readonly string[];
  /** Globs of what is not looked at. */
  exclude(folder: Folder): readonly string[];
  /** Whether TODOs count in Markdown and plain text, too. */
  inText(): boolean;
  /** How many files are read where nothing can search them. */
  maxFiles(): number;
  /** The syntax of a file that the table does not know, by the comment marks that an extension contributes. */
  approximate?(path: string): Syntax | undefined;
}

const textEndings = /\.(?:md|markdown|mdown|mkd|txt|text|adoc|rst)$/i;

/** How a folder is looked through, by the settings of one moment. Paths are relative to the folder, with `/`. */
export class TodoRules {
  private constructor(
    private readonly files: Files,
    private readonly folder: Folder,
    private readonly settings: TodoSettings,
    private readonly inText: boolean,
    /** Of what a setting leaves out. */
    private readonly globs: readonly string[],
    private readonly excludes: Excludes,
    private readonly ignored: IgnoredPaths,
    private readonly tags: TodoTags,
  ) {}

  static async of(files: Files, folder: Folder, settings: TodoSettings): Promise<TodoRules> {
    const globs = settings.exclude(folder);
    const excludes = await compileExcludes(globs);
    const ignored = new IgnoredPaths(files, folder);
    const tags = todoTags(settings.tags());
    return new TodoRules(files, folder, settings, settings.inText(), globs, excludes, ignored, tags);
  }

  /** Whether a setting leaves a path out. */
  excluded(path: string): boolean {
    return this.excludes.excludes(path);
  }

  /** Whether a setting, or git, leaves a path out. */
  async leftOut(path: string, isDirectory = false): Promise<boolean> {
    return this.excluded(path) || this.ignored.ignores(path, isDirectory);
  }

  /** Whether a file can hold TODOs: its name says so, or its first line may. */
  mayRead(path: string): 'name' | 'line' | false {
    if (textEndings.test(path)) return this.inText ? 'name' : false;
    if (syntaxOf(path) ?? this.settings.approximate?.(path)) return 'name';
    return mayHaveShebang(path) ? 'line' : false;
  }

  /** Whether a file is to be looked at, as far as its name and the settings say. */
  accepts(path: string): boolean {
    return this.mayRead(path) !== false && !this.excluded(path);
  }

  /** What is looked for in the folder. */
  get query(): SearchQuery {
    return { tags: this.tags.tags, exclude: this.globs, accepts: (path) => this.accepts(path) };
  }

  /** The TODOs of a file; undefined where it holds none. */
  async read(uri: string): Promise<TodoFile | undefined> {
    const { folder } = this;
    const path = this.files.relative(folder, uri);
    if (path === undefined || !this.mayRead(path)) return undefined;
    // A file that is gone, or no text, holds no TODOs: searches tell of such, and nobody asked for it by name.
    const { value } = await this.files.read(uri);
    if (!value || !this.tags.mayHold(value.text)) return undefined;
    const exact = exactSyntax(path, value.text);
    const syntax = exact ?? this.settings.approximate?.(path);
    if (!syntax) return undefined;
    const { todos, places } = readTodos(value.text, syntax, this.tags);
    if (todos.length === 0) return undefined;
    const ignores = readIgnores(value.text, syntax === 'prose');
    return { uri, folder, path, todos, places, approximate: exact === undefined, ...(ignores ? { ignores } : {}) };
  }
}

/** How comments look in a file, by its name and first line; undefined where our table does not know. */
export function exactSyntax(path: string, text: string): ReturnType<typeof syntaxOf> | 'prose' {
  return textEndings.test(path) ? 'prose' : syntaxOf(path, text.slice(0, 200).split(/\r?\n|\r/, 1)[0]);
}
