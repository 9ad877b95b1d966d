import { createShapeTest, parseShape, snapshotRemoteSchema } from '@portico/contracts';
import type { RemoteOutline, SnapshotRemote } from '@portico/contracts';
import { createError, loaderErrors } from '@portico/errors';

/** A remote as the shell knows it. */
export interface KnownRemote extends SnapshotRemote {
  /** Only what routes and navigation need is known of it so far. */
  readonly outline?: true;
}

/** A snapshot whose remotes all have the right shape. Those that had not are in it as refused. */
export interface KnownSnapshot {
  readonly revision: number;
  readonly remotes: readonly KnownRemote[];
  /** Whether remotes are in it of which only the outlines are known. */
  readonly outlined?: true;
  /** Whether this portal lets testers make remotes fail. */
  readonly chaos?: true;
}

const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' && value ? value : otherwise);

/** The routes of a remote that is otherwise unreadable, so that its pages can say what is wrong. */
function readableRoutes(raw: Record<string, unknown>): SnapshotRemote['routes'] {
  const routes = Array.isArray(raw['routes']) ? raw['routes'] : [];
  return routes.filter(isObject).flatMap(route => {
    const path = textOf(route['path'], '');
    return path.startsWith('/') ? [{ path, extension: textOf(route['extension'], 'unknown') }] : [];
  });
}

const isRemote = createShapeTest(snapshotRemoteSchema);

/** Nothing of what is not known yet is loaded. */
const fromOutline = ({ id, version, title, routes, navigation }: RemoteOutline): KnownRemote => ({
  id,
  version,
  title,
  entry: { url: '/', type: 'script', global: id },
  module: './plugin',
  routes,
  navigation,
  extensions: [],
  status: 'ok',
  outline: true,
});

/** Only whether the shell can go on with it: there can be a thousand before the first page, and soon they come whole and are looked at closely. */
const isOutline = ({ id, title, routes, navigation }: RemoteOutline): boolean =>
  isText(id) && isText(title) && routes.every(({ path }) => isText(path)) && navigation.every(entry => isText(entry.path) && isText(entry.title));

function outlinesIn(value: unknown): KnownRemote[] {
  try {
    return Array.isArray(value) ? (value as RemoteOutline[]).filter(isOutline).map(fromOutline) : [];
  } catch {
    return [];
  }
}

function parseRemote(raw: unknown): SnapshotRemote[] {
  if (isRemote(raw)) return [raw];
  const result = parseShape(snapshotRemoteSchema, raw);
  if (result.ok) return [result.value];
  if (!isObject(raw) || typeof raw['id'] !== 'string') return [];
  const fault = result.faults[0];
  const error = createError(loaderErrors.REMOTE_SHAPE, {
    path: fault?.path || 'the entry',
    expected: fault?.expected ?? 'readable',
    received: fault?.received ?? 'something else',
  });
  return [
    {
      id: raw['id'],
      version: textOf(raw['version'], 'unknown'),
      title: textOf(raw['title'], raw['id']),
      entry: { url: '/', type: 'script', global: raw['id'] },
      module: './plugin',
      routes: readableRoutes(raw),
      navigation: [],
      extensions: [],
      status: 'refused',
      reason: { code: error.code, message: error.message, fix: error.fix },
    },
  ];
}

/**
 * Checks what the registry sent. A remote that has the wrong shape is refused alone; of two remotes with one id the
 * first counts.
 *
 * @throws ANSWER_SHAPE when the whole is no snapshot
 */
export function parseSnapshot(value: unknown, url: string): KnownSnapshot {
  if (!isObject(value) || typeof value['revision'] !== 'number' || !Array.isArray(value['remotes'])) {
    throw createError(loaderErrors.ANSWER_SHAPE, { url, expected: '{ revision, remotes }', received: typeof value });
  }
  const outlines = outlinesIn(value['outlines']);
  const remotes = new Map<string, KnownRemote>();
  for (const remote of [...value['remotes'].flatMap(parseRemote), ...outlines]) if (!remotes.has(remote.id)) remotes.set(remote.id, remote);
  return { revision: value['revision'], remotes: [...remotes.values()], ...(outlines.length ? { outlined: true } : {}), ...(value['chaos'] === true ? { chaos: true } : {}) };
}
