import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { ObjectSchema } from '../core/agents/input.js';

/**
 * A schema as the protocol's library takes it (https://standardschema.dev). It lets every value through: what is wrong in arguments is said by the tools
 * themselves, in the same words everywhere.
 */
export function standardSchema<T>(schema: ObjectSchema): StandardSchemaWithJSON<T> {
  const json = () => ({ ...schema }) as Record<string, unknown>;
  return {
    '~standard': {
      version: 1,
      vendor: 'roadmap-lens',
      validate: (value) => ({ value: value as T }),
      jsonSchema: { input: json, output: json },
    },
  };
}
