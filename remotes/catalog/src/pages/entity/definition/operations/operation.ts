/** One thing that an API lets its users do. */
export interface Operation {
  /** What kind of call, in upper case: GET, QUERY, SEND, RPC. */
  readonly verb: string;
  /** Path, field, channel or method. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly deprecated: boolean;
}

/** What a definition says: what it calls itself, and its operations in the order in which they stand there. */
export interface ApiOutline {
  readonly title?: string;
  readonly version?: string;
  /** Markdown. */
  readonly description?: string;
  readonly operations: readonly Operation[];
}

/** An object with names, as it comes out of a parser. */
export type Parsed = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one for anything else. */
export function parsedObject(value: unknown): Parsed {
  return typeof value === 'object' && value !== null ? (value as Parsed) : {};
}

/** The first line of the first value that is a text with something in it. */
export function firstLine(...values: readonly unknown[]): string {
  const words = values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
  return words?.trim().split('\n', 1)[0] ?? '';
}

/** The texts in the `info` of a definition. */
export function outlineInfo(document: Parsed): Omit<ApiOutline, 'operations'> {
  const { title, version, description } = parsedObject(document['info']);
  const named = { title, version: typeof version === 'number' ? String(version) : version, description };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => typeof value === 'string' && value !== ''));
}
