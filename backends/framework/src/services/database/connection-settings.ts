import type { DatabaseClient } from './dialect.ts';

/** Connection settings in the words of the drivers. */
export type ConnectionObject = Readonly<Record<string, unknown>>;

function fromUrl(text: string): ConnectionObject {
  const url = new URL(text);
  const more = [...url.searchParams].map(([name, value]): [string, unknown] => [name, parsed(value)]);
  return {
    ...(url.hostname ? { host: url.hostname.replace(/^\[|\]$/g, '') } : {}),
    ...(url.port ? { port: Number(url.port) } : {}),
    ...(url.username ? { user: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(url.pathname.length > 1 ? { database: decodeURIComponent(url.pathname.slice(1)) } : {}),
    ...Object.fromEntries(more),
  };
}

/** A value of a query string: JSON where it is JSON, as the drivers read it. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function withoutUnset(settings: ConnectionObject): ConnectionObject {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/**
 * Connection settings as an object, whether they are written as one or as a URL; an object may hold a `connectionString`.
 *
 * @throws TypeError for a text that is no URL
 */
export async function connectionObject(client: DatabaseClient, written: unknown): Promise<ConnectionObject> {
  if (written === undefined || written === null) return {};
  if (typeof written === 'object') {
    const { connectionString, ...rest } = written as { connectionString?: unknown };
    return typeof connectionString === 'string' ? { ...(await connectionObject(client, connectionString)), ...rest } : rest;
  }
  const text = String(written);
  if (client !== 'pg') return fromUrl(text);
  const { parse } = await import('pg-connection-string');
  // A text that is not a URL would be taken for a path.
  new URL(text);
  const { port, ...rest } = parse(text);
  return withoutUnset({ ...rest, ...(port ? { port: Number(port) } : {}) });
}
