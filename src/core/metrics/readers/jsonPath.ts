import * as l10n from '@vscode/l10n';
import { exec, type JsonValue } from 'jsonpath-rfc9535';
import parseQuery from 'jsonpath-rfc9535/parser';
import { excerpt } from './problems.js';

/** The values a path names, or why it names none. */
export type Found = { readonly values: readonly unknown[] } | { readonly message: string };

const longest = 1_000;
/** So many selectors between brackets at most, over all: each may double what is found. */
const mostSelectors = 100;
const mostFound = 1_000_000;

/**
 * What a JSONPath (RFC 9535) names, in the document's order. A path whose cost could grow faster than the document times its
 * depth is refused: several `..`, functions that take a regular expression, and in filters anything but `@` and names.
 */
export function findByJsonPath(root: unknown, path: string): Found {
  if (path.length > longest) return { message: l10n.t('The JSONPath {0} is too long.', excerpt(path)) };
  let costly: boolean;
  try {
    costly = isCostly(parseQuery(path));
  } catch (error) {
    return { message: sayInvalid(path, error) };
  }
  if (costly) {
    return {
      message: l10n.t(
        'The JSONPath {0} could take very long: use ".." once at most, few selectors, and simple filters.',
        excerpt(path),
      ),
    };
  }
  const values: unknown[] = [];
  try {
    exec(root as JsonValue, path, (value) => {
      if (values.push(value) > mostFound) throw new Error('too many');
    });
  } catch {
    return { message: l10n.t('The JSONPath {0} could not be followed: name fewer values.', excerpt(path)) };
  }
  return { values };
}

function sayInvalid(path: string, error: unknown): string {
  const column = (error as { readonly location?: { readonly start?: { readonly column?: unknown } } }).location?.start
    ?.column;
  // The parser's own errors all say where.
  const at = typeof column === 'number' ? column : 1;
  return l10n.t('{0} is no valid JSONPath, at character {1}. An example: $.total.lines.pct', excerpt(path), at);
}

/** Looks through the syntax tree of a query, which is shallow because paths are short. */
function isCostly(query: unknown): boolean {
  let descents = 0;
  let selectors = 1;
  const look = (node: unknown, filtered: boolean): boolean => {
    if (Array.isArray(node)) return node.some((each) => look(each, filtered));
    if (typeof node !== 'object' || node === null) return false;
    const { type, name, selectors: several } = node as Readonly<Record<string, unknown>>;
    if (type === 'DescendantSegment' && (filtered || ++descents > 1)) return true;
    if (type === 'FunctionExpr' && (name === 'match' || name === 'search')) return true;
    // A query from the root within a filter looks through the document for every value that is filtered.
    if (filtered && type === 'JsonPathQuery' && hasWildcard(node)) return true;
    if (Array.isArray(several)) selectors *= several.length;
    if (selectors > mostSelectors) return true;
    return Object.values(node).some((each) => look(each, filtered || type === 'FilterSelector'));
  };
  return look(query, false);
}

function hasWildcard(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { type } = node as { readonly type?: unknown };
  return (
    type === 'WildcardSelector' ||
    type === 'SliceSelector' ||
    type === 'FilterSelector' ||
    Object.values(node).some(hasWildcard)
  );
}
