import * as l10n from '@vscode/l10n';
import type { Format } from '../format.js';
import { namesOurSchema } from './recognise.js';

/** Roadmaps of our own shape, in YAML or JSON (`schema.ts`). What reads them is loaded with the first one. */
export const yaml: Format = {
  id: 'yaml',
  endings: ['.yaml', '.yml', '.json'],
  recognise: (text) => (namesOurSchema(text) ? 1 : 0),
  unrecognised: () => ({
    code: 'unknown-shape',
    severity: 'error',
    message: l10n.t(
      'Nothing in this file says that it is a roadmap in the shape that is read here: give it the key $schema with the value roadmap.schema.json, or put it into .roadmap/.',
    ),
  }),
  load: async () => (await import('./readYaml.js')).readYaml,
};
