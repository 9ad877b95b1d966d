import { registrationRequestSchema } from '@portico/contracts';
import type { RegistrationRequest } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { RemoteSwitches } from '../model/remote-record.ts';
import type { Registration } from '../remotes/registration.ts';
import { readBody } from './read-body.ts';
import { readPublisherKey } from '../signing/publisher-key.ts';

/** What somebody wants to register. */
export interface WantedRegistration {
  readonly registration: Registration;
  /** What is decided about the remote from the beginning. */
  readonly switches: RemoteSwitches;
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function kindOf({ url, live }: RegistrationRequest): Registration['kind'] {
  if (url === undefined) return 'published';
  return live ? 'live' : 'mirror';
}

/**
 * Reads the body of `POST /remotes` and `POST /preflight`.
 *
 * @throws REGISTRY_BODY_INVALID with a detail for each fault, REGISTRY_KEY_INVALID
 */
export function readRegistrationRequest(body: unknown): WantedRegistration {
  const request = readBody(registrationRequestSchema, body);
  const { id, url, route, title, type, global, owner, publishers, publisherKey } = request;
  if (id === undefined && url === undefined) {
    throw createError(registryErrors.BODY_INVALID, { reason: 'at the body: neither "url" nor "id"' });
  }
  const registration: Registration = {
    origin: 'call',
    kind: kindOf(request),
    // Until the manifest has told its own id.
    id: id ?? 'new-remote',
    ...(id === undefined ? {} : { expectedId: id }),
    location: url ?? '',
    ...defined({ route, title, type, global }),
  };
  if (publisherKey !== undefined) readPublisherKey(publisherKey);
  return { registration, switches: defined({ owner, publishers, publisherKey }) };
}
