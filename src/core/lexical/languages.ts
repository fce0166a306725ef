import { approximate } from './approximate.js';
import { Syntax } from './syntax.js';
import { languages } from './table/index.js';
import type { Language } from './table/language.js';

/** Names of all languages of the table, for docs and tests. */
export const languageNames: readonly string[] = languages.map(({ name }) => name);

const syntaxes = new Map<Language, Syntax>();
const byEnding = index(({ endings }) => endings);
const byFile = index(({ files }) => files ?? []);
const byInterpreter = index(({ interpreters }) => interpreters ?? []);
const byId = index(({ ids }) => ids);
const byName = index(({ name }) => [name]);

/**
 * The syntax of a file: by its name (`Dockerfile`, `.bashrc`), its ending, else by `#!` of its first line. Endings that two
 * languages share are told apart by the first line, if it is given. `undefined` for unknown ones, and for prose.
 */
export function syntaxOf(path: string, firstLine = ''): Syntax | undefined {
  const name = fileName(path);
  const file = byFile.get(name) ?? variant(name);
  if (file) return syntax(file);
  const shared = ambiguous[name.slice(name.lastIndexOf('.') + 1)]?.find(({ signs }) => signs.test(firstLine));
  if (shared) return syntax(byName.get(shared.name));
  // The longest ending counts: `blade.php`. A dot at the start of a name begins no ending, unless the name is nothing else.
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const found = byEnding.get(name.slice(dot + 1));
    if (found) return syntax(found);
  }
  return mayHaveShebang(path) ? syntax(byInterpreter.get(interpreter(firstLine))) : undefined;
}

/** Whether the name alone leaves the language open, so that the first line may tell: it has no ending. */
export function mayHaveShebang(path: string): boolean {
  const name = fileName(path);
  return name !== '' && name.indexOf('.', 1) < 0 && !byFile.has(name) && !variant(name) && !prose.has(name);
}

/** The syntax of a VS Code language id (`typescriptreact`, `shellscript`): for open documents whose name says nothing. */
export function syntaxOfLanguageId(id: string): Syntax | undefined {
  return syntax(byId.get(id.toLowerCase()));
}

/** Comment marks, as language configurations of VS Code name them. */
export interface CommentMarks {
  readonly line?: string;
  readonly block?: readonly [open: string, close: string];
}

/** A syntax from comment marks alone. How strings look is unknown, so some comments may stand in strings. */
export function approximateSyntax(marks: CommentMarks): Syntax {
  return approximate(marks.line, marks.block);
}

/** Names that need no first line to know that they are text for people. */
const prose = new Set(['license', 'licence', 'copying', 'notice', 'readme', 'changelog', 'changes', 'authors', 'news']);

/** Endings that two languages share, with what the first line of the rarer one looks like. */
const ambiguous: Readonly<Record<string, readonly { readonly name: string; readonly signs: RegExp }[]>> = {
  m: [{ name: 'MATLAB', signs: /^\s*(?:%|function\b|classdef\b|#!.*octave)/ }],
  pl: [{ name: 'Prolog', signs: /^\s*(?:%|:-|#!.*(?:swipl|prolog))/ }],
  t: [],
  cls: [
    { name: 'Visual Basic', signs: /^VERSION \d/ },
    { name: 'Java', signs: /^\s*(?:\/\*|\/\/|public\b|global\b|@)/ },
  ],
  v: [{ name: 'OCaml', signs: /^\s*(?:\(\*|Require\b|From\b)/ }],
  fs: [{ name: 'C', signs: /^\s*(?:#version|precision\b)/ }],
  h: [],
};

/** `Dockerfile.dev`, `Makefile.am`. */
function variant(name: string): Language | undefined {
  return /^(?:dockerfile|containerfile|makefile|jenkinsfile)(?=\.)/.test(name)
    ? byFile.get(name.slice(0, name.indexOf('.')))
    : undefined;
}

/** What `#!` names, without folder, version and `env`. */
function interpreter(line: string): string {
  const words = /^\ufeff?#!\s*(.{0,200})/.exec(line)?.[1]?.split(/\s+/) ?? [];
  const program = (word = '') => word.slice(word.lastIndexOf('/') + 1).toLowerCase();
  const named =
    program(words[0]) === 'env'
      ? words.slice(1).find((word) => !word.startsWith('-') && !word.includes('='))
      : words[0];
  return program(named)
    .replace(/[\d.-]+$/, '')
    .replace(/\.exe$/, '');
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
}

function syntax(language: Language | undefined): Syntax | undefined {
  if (!language) return undefined;
  let known = syntaxes.get(language);
  if (!known) {
    known = new Syntax(language.rules);
    syntaxes.set(language, known);
  }
  return known;
}

/** The languages by what they are called; the first counts that claims a name. */
function index(keys: (language: Language) => readonly string[]): ReadonlyMap<string, Language> {
  const found = new Map<string, Language>();
  for (const language of languages) for (const key of keys(language)) if (!found.has(key)) found.set(key, language);
  return found;
}
