import * as z from 'zod/mini';
import { configSchema } from '../core/config/schema.js';
import { roadmapSchema } from '../core/formats/yaml/schema.js';

/** A JSON Schema, draft 7: https://json-schema.org/draft-07 */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schemas of the files people write, by file name. The build writes them; nothing loads this at run time. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return { 'config.schema.json': toJson(configSchema), 'roadmap.schema.json': toJson(roadmapSchema) };
}

function toJson(schema: z.ZodMiniType): JsonSchema {
  // `input`: what a person writes, where everything that has a default may be left out.
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => mergeTypes(jsonSchema),
  });
}

type Branch = Record<string, unknown>;

/**
 * Writes `anyOf` of simple types as one: `"type": ["string", "null"]`. Editors then say "expected a text" and show the
 * description once. Patterns and items only speak of values of their own type, so nothing changes for the others.
 */
function mergeTypes(schema: Branch): void {
  const branches = schema['anyOf'];
  if (!Array.isArray(branches)) return;
  const inner = (branches as Branch[]).filter(
    (branch) => !('anyOf' in branch || '$ref' in branch || 'oneOf' in branch),
  );
  if (inner.length !== branches.length) return;
  const types = inner.flatMap(({ type }) => type as string | string[]);
  if (types.includes(undefined as never) || new Set(types).size !== types.length) return;
  const rest = Object.assign({}, ...inner) as Branch;
  delete schema['anyOf'];
  Object.assign(schema, rest, { type: types });
  if (Array.isArray(schema['enum']) && types.includes('null')) schema['enum'] = [...schema['enum'], null];
}
