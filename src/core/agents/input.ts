/**
 * What a tool takes, and what it answers with, as JSON Schema (https://json-schema.org/draft/2020-12): as much of it as the tools use. Objects that
 * are taken have no other properties than those named.
 */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
}

export type ValueSchema = (
  | { readonly type: 'string'; readonly enum?: readonly string[] }
  | { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'array'; readonly items?: ValueSchema }
  | ObjectSchema
) & { readonly description?: string };

/** UTF-16 code units that a text may have: more than any title, path or id has. */
const longest = 1_000;

/** A text in one line: control characters end lines, halves of a surrogate pair cannot be written. */
const unwritable = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** What is wrong with the arguments of a tool, in one sentence that says what to do; undefined where nothing is. */
export function checkInput({ properties = {}, required = [] }: ObjectSchema, input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return 'The arguments have to be an object with names and values.';
  const known = Object.keys(properties);
  for (const name of Object.keys(input)) {
    if (known.includes(name)) continue;
    const taken = known.length === 0 ? 'none' : known.join(', ');
    return `There is no argument "${name.slice(0, 40)}": those are ${taken}.`;
  }
  for (const name of required) {
    if (!Object.hasOwn(input, name) || (input as Record<string, unknown>)[name] === undefined)
      return `The argument ${name} is missing: give it.`;
  }
  for (const [name, value] of Object.entries(input)) {
    const problem = value === undefined ? undefined : checkValue(name, properties[name]!, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkValue(name: string, schema: ValueSchema, value: unknown): string | undefined {
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return `${name} has to be a text.`;
      if (value.length > longest) return `${name} is too long: give at most ${longest} characters.`;
      if (unwritable.test(value)) return `${name} has to be one line of plain text, without control characters.`;
      if (schema.enum && !schema.enum.includes(value)) return `${name} has to be one of ${schema.enum.join(', ')}.`;
      return undefined;
    case 'integer': {
      const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
      return fits ? undefined : `${name} has to be a whole number from ${minimum} to ${maximum}.`;
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${name} has to be true or false.`;
    default:
      return `${name} cannot be given.`;
  }
}
