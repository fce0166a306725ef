import * as vscode from 'vscode';
import { approximateSyntax, syntaxOf } from '../../core/lexical/languages.js';
import type { Syntax } from '../../core/lexical/syntax.js';
import type { Log } from '../../workspace/ports.js';

/** What an extension says of a language in its package.json. */
interface Contributed {
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly configuration?: string;
}

/** At most so many bytes of a language configuration are read, and so many configurations. */
const maxBytes = 200_000;
const maxConfigurations = 200;

/**
 * Comment marks of the languages that installed extensions contribute, for those that the table of the core does not know.
 * VS Code keeps no rules for their strings, so what is found by them is approximate.
 */
export class LanguageMarks {
  private readonly byEnding = new Map<string, Syntax>();

  constructor(private readonly log: Log) {}

  /** Reads the configurations of languages that are not in the table; whether there are more than before. */
  async load(): Promise<boolean> {
    const before = this.byEnding.size;
    let count = 0;
    for (const { extensionUri, packageJSON } of vscode.extensions.all) {
      const { contributes } = (packageJSON ?? {}) as { contributes?: { languages?: unknown } };
      const languages = Array.isArray(contributes?.languages) ? (contributes.languages as Contributed[]) : [];
      for (const { extensions = [], filenames = [], configuration } of languages) {
        if (typeof configuration !== 'string') continue;
        const names = [...listOf(extensions), ...listOf(filenames)].filter(
          (name) => syntaxOf(`x${name}`) === undefined,
        );
        const unknown = names.filter((name) => !this.byEnding.has(name.toLowerCase()));
        if (unknown.length === 0 || ++count > maxConfigurations) continue;
        const syntax = await this.read(vscode.Uri.joinPath(extensionUri, configuration));
        if (syntax) for (const name of unknown) this.byEnding.set(name.toLowerCase(), syntax);
      }
    }
    return this.byEnding.size > before;
  }

  /** The syntax of a file by its name or its ending. */
  syntaxOf(path: string): Syntax | undefined {
    if (this.byEnding.size === 0) return undefined;
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const dot = name.lastIndexOf('.');
    return this.byEnding.get(name) ?? (dot < 0 ? undefined : this.byEnding.get(name.slice(dot)));
  }

  private async read(uri: vscode.Uri): Promise<Syntax | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > maxBytes) return undefined;
      return marksOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    } catch (error) {
      this.log.info(`The comment marks in ${uri.path} could not be read: ${String(error)}`);
      return undefined;
    }
  }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/**
 * The comment marks of a language configuration. It is JSON with comments and trailing commas, of which only the value of
 * `comments` is looked for: https://code.visualstudio.com/api/language-extensions/language-configuration-guide
 */
function marksOf(text: string): Syntax | undefined {
  const block =
    /"blockComment"\s{0,20}:\s{0,20}\[\s{0,20}"((?:[^"\\\n]|\\.){1,20})"\s{0,20},\s{0,20}"((?:[^"\\\n]|\\.){1,20})"/.exec(
      text,
    );
  const line = /"lineComment"\s{0,20}:\s{0,20}(?:\{\s{0,40}"comment"\s{0,20}:\s{0,20})?"((?:[^"\\\n]|\\.){1,20})"/.exec(
    text,
  );
  if (!block && !line) return undefined;
  return approximateSyntax({
    ...(line ? { line: unescape(line[1]!) } : {}),
    ...(block ? { block: [unescape(block[1]!), unescape(block[2]!)] as const } : {}),
  });
}

function unescape(text: string): string {
  return JSON.parse(`"${text}"`) as string;
}
