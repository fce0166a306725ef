import type { Editor } from '../formats/format.js';
import type { Roadmap } from '../model/roadmap.js';

/**
 * What proposes edits of a format, loaded with the first edit. Apart from the
 * formats themselves, so that what only reads holds nothing of it.
 */
export async function editorOf(format: Roadmap['format']): Promise<Editor> {
  return format === 'markdown'
    ? (await import('../formats/markdown/edit/editMarkdown.js')).editMarkdown
    : (await import('../formats/yaml/edit/editYaml.js')).editYaml;
}
