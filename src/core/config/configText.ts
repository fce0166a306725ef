import * as l10n from '@vscode/l10n';
import { isMap, type YAMLMap } from 'yaml';
import type { TextEdit } from '../model/edit.js';
import { rangeOf } from '../yaml/nodes.js';

/** What all that writes into the text of `.roadmap/config.yaml` needs. Offsets are 0-based UTF-16. */

/** Lines put in at an end of a line, or of the text. */
export function insertion(text: string, at: number, lines: readonly string[], eol: string): TextEdit {
  const start = lineStart(text, at);
  const body = lines.join(eol);
  // At the end of a text that ends in a line break, and in an empty one, a line begins already.
  const newText = start === at ? body + eol : eol + body;
  return { span: { start: at, end: at }, newText };
}

/** The indentation of one level: of the first value that has one, else two blanks. */
export function stepOf(root: YAMLMap | undefined, text: string): string {
  for (const { value } of root?.items ?? []) {
    if (!isMap(value) || value.flow) continue;
    const start = rangeOf(value)?.start ?? 0;
    const indent = text.slice(lineStart(text, start), start);
    if (/^ {1,8}$/.test(indent)) return indent;
  }
  return '  ';
}

/** Where the line of a place begins. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  return start;
}

/** Where the line of a place ends, before its break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text[end])) end++;
  return end;
}

/** The end of a value without the line breaks behind it, which blocks of text take in. */
export function trimmedEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  return end;
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** Says why nothing can be added to a text that is no YAML. */
export function sayBroken(): string {
  return l10n.t('.roadmap/config.yaml is no valid YAML, so that nothing can be added to it: mend it first.');
}
