import type { Editor } from '../formats/format.js';
import type { Roadmap } from '../model/roadmap.js';

/**
 * What proposes edits of a format, loaded with the first edit; undefined for formats that are only read. Apart from the
 * formats themselves, so that what only reads holds nothing of it.
 */
export async function editorOf(format: Roadmap['format']): Promise<Editor | undefined> {
  return format === 'markdown' ? (await import('../formats/markdown/edit/editMarkdown.js')).editMarkdown : undefined;
}
