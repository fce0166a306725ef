import type { Sourced } from '../../../model/roadmap.js';
import type { MapTree, Tree, TreePair } from '../../../yaml/tree.js';
import { idOfEntry } from './facts.js';
import { keyKind, titleOfKey } from './keys.js';
import { isTitleKey } from './titles.js';

/** Forms in which people write entries, told apart by what they hold. */

/** Whether a map holds tasks as a list. */
export function holdsTasks(tree: Tree): boolean {
  return tree.kind === 'map' && tree.pairs.some(({ key, value }) => value?.kind === 'list' && keyKind(key) === 'tasks');
}

/** `server: { forms: [a], pages: [b] }` is divided into parts by names of its own. */
export function hasPartsOnly({ pairs }: MapTree): boolean {
  const parts = pairs.filter(({ value }) => value);
  return (
    parts.length > 0 &&
    parts.every(({ key, value }) => value!.kind === 'list' && /^(?:unknown|stage)$/.test(keyKind(key)))
  );
}

/** Whether a list holds texts, some of which YAML takes for a key with a value. */
export function mostlyTexts(tree: Tree): boolean {
  if (tree.kind !== 'list') return false;
  const texts = tree.entries.filter(
    ({ value }) =>
      value?.kind === 'text' ||
      (value?.kind === 'map' &&
        value.pairs.length === 1 &&
        value.pairs[0]!.value?.kind !== 'list' &&
        value.pairs[0]!.value?.kind !== 'map' &&
        !isTitleKey(value.pairs[0]!.key)),
  );
  return texts.length * 2 > tree.entries.length;
}

/** What a key is called, with its place. */
export function nameOf({ key, keySpan }: TreePair): Sourced<string> {
  return { value: titleOfKey(key), span: keySpan };
}

/** `- search:` with its fields at the same column, as a slip of the space bar leaves it. */
export function lostTitle({ pairs: [first, ...others] }: MapTree): Sourced<string> | undefined {
  const lost = first && first.value === undefined && others.length > 0 && keyKind(first.key) !== 'field';
  return lost ? nameOf(first) : undefined;
}

/** An entry that has an id alone is called by it. */
export function idTitle(map: MapTree): Sourced<string> | undefined {
  const id = idOfEntry(map);
  return id && { value: titleOfKey(id.value), span: id.span };
}

/** Whether the entry of a bare list is a task with subtasks, not a part of the plan. */
export function hasSubtasks(map: MapTree): boolean {
  return map.pairs.some(
    ({ key, value }) => value?.kind === 'list' && /^(?:sub[ _-]?(?:tasks|items)|steps|checklist)$/i.test(key),
  );
}
