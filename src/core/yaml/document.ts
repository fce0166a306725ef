import * as l10n from '@vscode/l10n';
import {
  CST,
  isMap,
  isScalar,
  Lexer,
  parseAllDocuments,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import type { Problem, ProblemCode } from '../model/problem.js';

/** What a kind of YAML file is told apart by. */
export interface YamlKind {
  /** The code of what is no valid YAML. */
  readonly syntax: ProblemCode;
  /** Longest text that is read, in UTF-16 code units. */
  readonly longest: number;
  /** What is said of a longer one. */
  readonly tooLong: () => string;
}

/** A YAML document as far as it could be parsed; absent where the text is refused as a whole. */
export interface ParsedYaml {
  readonly document?: Document.Parsed;
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML 1.2, of which JSON is a part. What is no valid YAML is a problem with its place; the rest can be read.
 * Linear in the text's length: keys that stand twice are looked for here, because the library compares every key with
 * every other.
 */
export function parseYaml(text: string, kind: YamlKind): ParsedYaml {
  const refusal = refuse(text, kind);
  if (refusal) return { problems: [refusal] };
  const document = parseDocument(broken(text), { prettyErrors: false, uniqueKeys: false, keepSourceTokens: true });
  return { document, problems: firstOf(problemsOf(document, text, kind)) };
}

/** The documents of a text, or the problem for which it is refused as a whole. */
export type ParsedDocuments =
  | { readonly documents: readonly (ParsedYaml & { readonly document: Document.Parsed })[] }
  | { readonly refusal: Problem };

/** Parses each of the documents of a text like `parseYaml`, with the problems of each. */
export function parseDocuments(text: string, kind: YamlKind): ParsedDocuments {
  const refusal = refuse(text, kind);
  if (refusal) return { refusal };
  const parsed = parseAllDocuments(broken(text), { prettyErrors: false, uniqueKeys: false, keepSourceTokens: true });
  const documents = Array.isArray(parsed) ? (parsed as Document.Parsed[]) : [];
  return {
    documents: documents.map((document) => ({ document, problems: firstOf(problemsOf(document, text, kind)) })),
  };
}

function refuse(text: string, kind: YamlKind): Problem | undefined {
  const message = text.length > kind.longest ? kind.tooLong() : tooDeep(text);
  return message === undefined
    ? undefined
    : { code: kind.syntax, severity: 'error', message, span: { start: 0, end: text.length } };
}

/** The library breaks lines at \n and \r\n alone. */
function broken(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

function problemsOf(document: Document.Parsed, text: string, kind: YamlKind): Problem[] {
  const problems: Problem[] = [];
  const report = (message: string, [start, end]: readonly [number, number]) => {
    const span = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
    problems.push({ code: kind.syntax, severity: 'error', message, span });
  };
  for (const error of [...document.errors, ...document.warnings]) report(explain(error), error.pos);
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = nameOf(key);
        if (!seen.has(name)) seen.add(name);
        else if (isScalar(key) && key.range) {
          report(l10n.t('"{0}" stands twice among these keys, which must be unique: remove one of them.', name), [
            key.range[0],
            key.range[1],
          ]);
        }
      }
    },
  });
  return problems;
}

/** More are of no use to anybody: after a mistake in the beginning the rest of a file may be one. */
const mostProblems = 50;

function firstOf(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostProblems) return problems;
  const last = problems[mostProblems - 1]!;
  const rest = problems.length - mostProblems + 1;
  const message = l10n.t('From here on {0} more places are no valid YAML: mend those before first.', rest);
  return [...problems.slice(0, mostProblems - 1), { ...last, message }];
}

/** A key as it is written; empty for one that is no scalar. */
export function nameOf(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

/** The pairs of a map by their keys, the first of each. */
export function pairsOf(map: YAMLMap): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const name = nameOf(pair.key);
    if (!pairs.has(name)) pairs.set(name, pair);
  }
  return pairs;
}

/** Whether a document holds nothing: no text, comments alone, or `~`. */
export function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/** The map a document is, if it is one. */
export function rootMap({ contents }: Document): YAMLMap | undefined {
  return isMap(contents) ? contents : undefined;
}

const deepest = 50;

/**
 * Why a text is nested too deeply. The library reads nested values by recursion, and near the end of the call stack the
 * process may abort rather than throw: depth is bounded before, by the tokens that can open a value.
 */
function tooDeep(text: string): string | undefined {
  let brackets = 0;
  let markers = 0;
  let lineStart = true;
  let content = false;
  let indentation = 0;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = content ? 'content' : CST.tokenType(token);
    // A scalar's own characters are a token of their own, whatever they look like.
    content = type === 'scalar';
    const blank = type === 'newline' || type === 'comment' || type === 'space';
    if (indentation > 4 * deepest && !blank) return sayNested();
    if (type === 'newline') {
      markers = 0;
      indentation = 0;
      lineStart = true;
      continue;
    }
    if (type === 'space' && lineStart && brackets === 0) indentation = token.length;
    else if (!blank) indentation = 0;
    lineStart = false;
    if (type === 'flow-seq-start' || type === 'flow-map-start') brackets++;
    else if ((type === 'flow-seq-end' || type === 'flow-map-end') && brackets > 0) brackets--;
    else if (type === 'flow-error-end') brackets = 0;
    else if (brackets === 0 && isMarker(type)) markers++;
    if (brackets > deepest || markers > 2 * deepest) return sayNested();
  }
  return undefined;
}

function sayNested(): string {
  return l10n.t('This YAML is nested too deeply to be read: write it with fewer levels.');
}

function isMarker(type: string | null): boolean {
  return type === 'seq-item-ind' || type === 'map-value-ind' || type === 'explicit-key-ind';
}

/** The mistakes people make most have words of their own; for the others the library's must do, which are English. */
function explain({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  switch (code) {
    case 'BAD_SCALAR_START':
      return l10n.t('A text cannot begin with this character: put it in quotes.');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return l10n.t('A text with a colon and a blank in it is read as a key: put it in quotes.');
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t('This line is no key with a value: give it a colon, or put a text of several lines in quotes.');
    case 'MULTIPLE_DOCS':
      return l10n.t('This file holds several documents: only the first one counts.');
    case 'TAB_AS_INDENT':
      return l10n.t('A tab cannot indent a line: use blanks.');
    case 'MISSING_CHAR':
      return l10n.t('A quotation mark, bracket or colon is missing here: add it.');
    default:
  }
  if (message.startsWith('Block scalar header includes extra')) {
    return l10n.t('A text that begins with > or | must stand in quotes: put it in quotes.');
  }
  // The library quotes the text, which the problem's place shows better.
  const first = message.split('\n', 1)[0]!.replace(/:? ".*$|[.:]$/, '');
  return l10n.t({
    message: 'This is no valid YAML: {0}. The part that can be read counts.',
    args: [first],
    comment: '{0} is what the YAML parser says, in English',
  });
}
