import type { Editing } from '../formats/format.js';
import type { Roadmap } from '../model/roadmap.js';

/**
 * What changes texts of a format, loaded with the first edit. Apart from the formats themselves, so that what only reads
 * holds nothing of it.
 */
export async function editingOf(format: Roadmap['format']): Promise<Editing> {
  if (format === 'yaml') return { edit: (await import('../formats/yaml/edit/editYaml.js')).editYaml };
  const { editMarkdown, liftTask } = await import('../formats/markdown/edit/editMarkdown.js');
  return { edit: editMarkdown, lift: liftTask };
}
