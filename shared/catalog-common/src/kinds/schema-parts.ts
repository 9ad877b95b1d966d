/** A JSON Schema, as far as the kinds need it. */
export type KindSchema = Readonly<Record<string, unknown>>;

export const text = { type: 'string', minLength: 1 };
export const texts = { type: 'array', items: text };

/** The schema of a spec: its required properties, then the optional ones. Further properties are allowed. */
export function specOf(required: Record<string, unknown>, optional: Record<string, unknown> = {}): KindSchema {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}
