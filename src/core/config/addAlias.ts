import * as l10n from '@vscode/l10n';
import { isMap, isScalar, stringify, type Pair, type YAMLMap } from 'yaml';
import type { Config } from '../model/config.js';
import type { TextEdit } from '../model/edit.js';
import type { Span } from '../model/span.js';
import { idKey, type FormerId } from '../references/taskId.js';
import { applyEdits, composeEdits } from '../text/textEdits.js';
import { isEmpty, pairsOf, parseYaml, rootMap } from '../yaml/document.js';
import { isNothing, rangeOf } from '../yaml/nodes.js';
import { insertion, lineEnd, lineStart, sayBroken, stepOf, trimmedEnd } from './configText.js';
import { meaning } from './meaning.js';
import { configKind, readConfig } from './readConfig.js';

/** The edits of a configuration's text, in ascending order and none where it says so already, or why there are none. */
export type AddedAliases =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * Records former ids under `aliases` in the text of `.roadmap/config.yaml`, all or none, with line breaks, indentation and
 * quotes as the text has them, and every other character as it is. An alias that stands for another id is turned to the new
 * one, and the alias that a renaming there and back leaves is turned round; chains are left, as they are followed. What was
 * planned is read again: it is refused where it would say anything else.
 */
export function addAliases(text: string, former: readonly FormerId[]): AddedAliases {
  let edits: readonly TextEdit[] = [];
  let current = text;
  for (const one of former) {
    const before = readConfig(current);
    if (before.problems.some(({ code }) => code === 'config-syntax')) return { ok: false, message: sayBroken() };
    if (says(before.value, one) || idKey(one.old) === idKey(one.id)) continue;
    const edit = plan(current, one);
    const next = edit && applyEdits(current, [edit]);
    if (next === undefined || !isAsIntended(current, next, one)) return { ok: false, message: sayForm(one) };
    edits = composeEdits(text.length, edits, [edit!]);
    current = next;
  }
  return { ok: true, edits, text: current };
}

function says({ aliases }: Config, { old, id }: FormerId): boolean {
  return aliases.get(idKey(old)) === id;
}

function plan(text: string, { old, id }: FormerId): TextEdit | undefined {
  const { document } = parseYaml(text, configKind);
  const root = document && rootMap(document);
  if (!document || (!root && !isEmpty(document))) return undefined;
  const pair = root && pairsOf(root).get('aliases');
  const value: unknown = pair?.value;
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const line = entry(old, id);
  if (!pair || !root) {
    if (!root?.flow) {
      const lines = ['aliases:', stepOf(root, text) + line];
      return insertion(text, text.length, lines, eol);
    }
    const written = isQuoted(root) ? `"aliases": { ${quoted(old, id)} }` : `aliases: { ${line} }`;
    return intoBraces(root, written);
  }
  if (isNothing(value)) {
    if (root.flow) return undefined;
    const at = (rangeOf(pair.key)?.end ?? 0) + 1;
    return insertion(text, lineEnd(text, at), [stepOf(root, text) + line], eol);
  }
  if (!isMap(value)) return undefined;
  const written = isQuoted(value) ? quoted(old, id) : line;
  const known = pairOf(value, old) ?? turned(value, old, id);
  if (known) {
    const span = spanOf(known);
    return span && { span, newText: written };
  }
  if (value.flow) return intoBraces(value, written);
  const first = rangeOf(value)!.start;
  const indent = text.slice(lineStart(text, first), first);
  const last = value.items.at(-1);
  const end = last && (rangeOf(last.value)?.end ?? rangeOf(last.key)?.end);
  if (indent.trim() !== '' || indent === '' || end === undefined) return undefined;
  return insertion(text, lineEnd(text, trimmedEnd(text, end)), [indent + written], eol);
}

/** `RM-1: RM-12`, with the quotes that YAML asks for: `"1.2"` would else be a number. */
function entry(old: string, id: string): string {
  return stringify({ [old]: id }, { lineWidth: 0 }).trimEnd();
}

function quoted(old: string, id: string): string {
  return `${JSON.stringify(old)}: ${JSON.stringify(id)}`;
}

/** Whether keys stand between quotes, as in JSON. */
function isQuoted({ items: [first] }: YAMLMap): boolean {
  return isScalar(first?.key) && first.key.type === 'QUOTE_DOUBLE';
}

function intoBraces(map: YAMLMap, written: string): TextEdit | undefined {
  const last = map.items.at(-1);
  const at = last ? (rangeOf(last.value) ?? rangeOf(last.key))?.end : undefined;
  if (at !== undefined) return { span: { start: at, end: at }, newText: `, ${written}` };
  const span = rangeOf(map);
  return span && { span: { start: span.start + 1, end: span.start + 1 }, newText: ` ${written} ` };
}

function pairOf(map: YAMLMap, id: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && idKey(String(key.value)) === idKey(id));
}

/** The alias that says the opposite: the task was called so before. */
function turned(map: YAMLMap, old: string, id: string): Pair | undefined {
  const pair = pairOf(map, id);
  return pair && isScalar(pair.value) && idKey(String(pair.value.value)) === idKey(old) ? pair : undefined;
}

function spanOf({ key, value }: Pair): Span | undefined {
  const [first, last] = [rangeOf(key), rangeOf(value)];
  return first && last && { start: first.start, end: last.end };
}

/** Whether the new text says what the old one did and the alias, and raises no new problem. */
function isAsIntended(before: string, after: string, { old, id }: FormerId): boolean {
  const [was, is] = [readConfig(before), readConfig(after)];
  const expected = new Map(was.value.aliases);
  if (expected.get(idKey(id)) !== undefined && idKey(expected.get(idKey(id))!) === idKey(old))
    if (!expected.has(idKey(old))) expected.delete(idKey(id));
  expected.set(idKey(old), id);
  const ordered = (config: Config, aliases: ReadonlyMap<string, string>) =>
    meaning({ ...config, aliases: new Map([...aliases].sort(([a], [b]) => (a < b ? -1 : 1))) });
  return (
    ordered(was.value, expected) === ordered(is.value, is.value.aliases) && is.problems.length <= was.problems.length
  );
}

function sayForm({ old, id }: FormerId): string {
  return l10n.t(
    'The former id cannot be added to "aliases" in .roadmap/config.yaml as that is written: add {0} there by hand.',
    entry(old, id),
  );
}
