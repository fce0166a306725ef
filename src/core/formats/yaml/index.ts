import type { Format } from '../format.js';
import { namesOurSchema } from './recognise.js';

/**
 * Roadmaps in YAML or JSON, of our own shape (`schema.ts`) or somebody else's (`shapes/`). What reads them is loaded with
 * the first one.
 */
export const yaml: Format = {
  id: 'yaml',
  endings: ['.yaml', '.yml', '.json'],
  recognise: (text) => (namesOurSchema(text) ? 1 : 0),
  anyShape: true,
  load: async (anyShape) =>
    anyShape ? (await import('./shapes/readShape.js')).readShape : (await import('./readYaml.js')).readYaml,
};
