import * as l10n from '@vscode/l10n';

/** A JSON text as a value, or why it is none. */
export type ParsedJson = { readonly value: unknown } | { readonly message: string };

/** Measurements lie less deep; what looks for them costs time by the depth. */
const deepest = 200;

/** Parses JSON (RFC 8259). A message says in which line it is no longer valid. */
export function parseJson(text: string): ParsedJson {
  if (depthOf(text) > deepest) {
    return { message: l10n.t('This JSON is nested more than {0} levels deep: have it written with fewer.', deepest) };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { message: sayBroken(text) };
  }
}

function sayBroken(text: string): string {
  const fault = faultOf(text);
  const { line, column } = placeOf(text, fault);
  return fault >= text.trimEnd().length
    ? l10n.t('This JSON ends too early, in line {0}: have its tool write it once more.', line)
    : l10n.t(
        'Line {0}, column {1}: this is no valid JSON. Mend it there, or have its tool write it once more.',
        line,
        column,
      );
}

/** Line and column, from 1, of an offset. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** A field of an object that may be anything. */
export function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Whether a value is keys with values. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) index = endOfString(text, index);
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
}

/** The offset of the quotation mark that ends a string, or the text's end. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return index;
    if (code === 0x5c) index++;
  }
  return text.length;
}

/**
 * Where a text stops being JSON. Engines say that in different words, and of short texts not at all, so it is looked for
 * once more, token by token; only in texts that are refused.
 */
function faultOf(text: string): number {
  const open: string[] = [];
  const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
  // `first`: a value, or the end of an empty list; `key` likewise in an object; `next`: a comma or an end.
  let expected = 'value' as 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'next';
  let index = 0;
  for (;;) {
    while (index < text.length && ' \t\r\n'.includes(text[index]!)) index++;
    const character = text[index];
    if (character === undefined) return text.length;
    const at = index;
    const isKey = expected === 'key' || expected === 'firstKey';
    const closes = character === ']' || character === '}';
    if (expected === 'next' || (closes && (expected === 'first' || expected === 'firstKey'))) {
      if (character === ',' && open.length > 0) expected = open.at(-1) === '}' ? 'key' : 'value';
      else if (character === open.at(-1)) {
        open.pop();
        expected = 'next';
      } else return at;
      index++;
    } else if (expected === 'colon') {
      if (character !== ':') return at;
      expected = 'value';
      index++;
    } else if (character === '"') {
      const end = endOfString(text, index);
      const fault = faultInString(text, index + 1, end);
      if (fault !== undefined) return fault;
      index = end + 1;
      expected = isKey ? 'colon' : 'next';
    } else if (isKey) return at;
    else if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'firstKey' : 'first';
      index++;
    } else {
      scalar.lastIndex = index;
      if (!scalar.test(text)) return at;
      index = scalar.lastIndex;
      expected = 'next';
    }
  }
}

function faultInString(text: string, start: number, end: number): number | undefined {
  for (let index = start; index < end; index++) {
    if (text.charCodeAt(index) < 0x20) return index;
    if (text[index] !== '\\') continue;
    const escape = text[index + 1];
    if (escape === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(index + 2, index + 6)) : !/["\\/bfnrt]/.test(escape ?? '')) {
      return index;
    }
    index++;
  }
  return end >= text.length ? text.length : undefined;
}
