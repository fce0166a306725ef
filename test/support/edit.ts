import { editMarkdown } from '../../src/core/formats/markdown/edit/editMarkdown.js';
import { editYaml } from '../../src/core/formats/yaml/edit/editYaml.js';
import { readYaml } from '../../src/core/formats/yaml/readYaml.js';
import { namesOurSchema } from '../../src/core/formats/yaml/recognise.js';
import { readShape } from '../../src/core/formats/yaml/shapes/readShape.js';
import { parseMarkdown } from '../../src/core/formats/markdown/parseMarkdown.js';
import { planEdits } from '../../src/core/edits/planEdits.js';
import type { EditedDocument } from '../../src/core/edits/planEdit.js';
import { planWish } from '../../src/core/edits/planWish.js';
import type { Change, EditResult, Wish } from '../../src/core/model/edit.js';

/** A Markdown text opened for editing. */
export function openMarkdown(text: string): EditedDocument {
  const options = { fallbackTitle: 'Plan' };
  const { value, problems } = parseMarkdown(text, options);
  return { text, roadmap: value, problems, options, read: parseMarkdown, edit: editMarkdown };
}

/** A text in YAML or JSON opened for editing: of our shape where it says so, else of any. */
export function openYaml(text: string): EditedDocument {
  const options = { fallbackTitle: 'Plan' };
  const read = namesOurSchema(text) ? readYaml : readShape;
  const { value, problems } = read(text, options);
  return { text, roadmap: value, problems, options, read, edit: editYaml };
}

/** The text after changes of YAML or JSON; what was refused, as its message. */
export function editedYaml(text: string, ...changes: readonly Change[]): string {
  const result = planEdits(openYaml(text), changes);
  return result.ok ? result.text : `refused: ${result.message}`;
}

export function plan(text: string, ...changes: readonly Change[]): EditResult {
  return planEdits(openMarkdown(text), changes);
}

/** The text after a wish; what was refused, as its message. */
export function wished(text: string, wish: Wish): string {
  const result = planWish(openMarkdown(text), wish);
  return result.ok ? result.text : `refused: ${result.message}`;
}

/** The text after changes; what was refused, as its message. */
export function edited(text: string, ...changes: readonly Change[]): string {
  const result = plan(text, ...changes);
  return result.ok ? result.text : `refused: ${result.message}`;
}
