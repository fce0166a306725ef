import type { Format } from './format.js';
import { markdown } from './markdown/index.js';
import { yaml } from './yaml/index.js';

/** Every format that is read, in the order in which they are asked. */
export const formats: readonly Format[] = [markdown, yaml];

/** The format that reads files of this name. */
export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}
