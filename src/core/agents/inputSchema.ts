/** The part of JSON Schema (draft 2020-12) that the tools' inputs need. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

export type PropertySchema = {
  readonly description: string;
} & (
  | { readonly type: 'string'; readonly enum?: readonly string[]; readonly minLength?: number }
  | { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | {
      readonly type: 'array';
      readonly items: { readonly type: 'string' };
      readonly minItems?: number;
      readonly maxItems?: number;
    }
);

/** What is wrong with an input, as a sentence that says what is wanted instead; `undefined` when it fits. */
export function inputProblem(schema: InputSchema, input: unknown): string | undefined {
  const names = Object.keys(schema.properties).join(', ');
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return `The arguments must be an object with ${names}.`;
  for (const name of schema.required ?? [])
    if ((input as Record<string, unknown>)[name] === undefined) return `“${name}” is missing.`;
  for (const [name, value] of Object.entries(input)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (!property) return `There is no argument “${name}”; there are ${names}.`;
    const problem = value === undefined ? undefined : valueProblem(property, value);
    if (problem) return `“${name}” must be ${problem}.`;
  }
  return undefined;
}

function valueProblem(schema: PropertySchema, value: unknown): string | undefined {
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return 'a string';
      if (schema.enum && !schema.enum.includes(value)) return `one of ${schema.enum.join(', ')}`;
      return value.length < (schema.minLength ?? 0) ? 'a string that is not empty' : undefined;
    case 'integer': {
      const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
      const fits = Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
      return fits ? undefined : `a whole number from ${minimum} to ${maximum}`;
    }
    case 'array': {
      const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
      if (!Array.isArray(value) || value.some(item => typeof item !== 'string')) return 'an array of strings';
      if (value.length < minItems) return `an array of at least ${minItems}`;
      return value.length > maxItems ? `an array of at most ${maxItems}` : undefined;
    }
  }
}
