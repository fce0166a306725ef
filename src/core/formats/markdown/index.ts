import type { Format } from '../format.js';
import { recogniseMarkdown } from './recognise.js';

/**
 * Roadmaps in Markdown (CommonMark with GFM tables and check boxes). What reads them is loaded with the first one, so
 * that the extension has started before.
 */
export const markdown: Format = {
  id: 'markdown',
  endings: ['.md', '.markdown', '.mdown', '.mkd'],
  recognise: recogniseMarkdown,
  load: async () => (await import('./parseMarkdown.js')).parseMarkdown,
};
