import { parseShape, pluginIdPattern } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import * as v from 'valibot';
import type { Registration } from '../remotes/registration.ts';

const shortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

const requestSchema = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.maxLength(63), v.regex(pluginIdPattern, 'Expected lower case words joined by hyphens'))),
  url: v.pipe(v.string(), v.maxLength(2000), v.url(), v.regex(/^https?:\/\//, 'Expected an http or https address')),
  route: v.optional(v.pipe(v.string(), v.regex(/^\//, 'Expected a path that starts with /'), v.maxLength(200))),
  title: v.optional(shortText),
  live: v.optional(v.boolean()),
  type: v.optional(v.picklist(['script', 'module'])),
  global: v.optional(shortText),
});

/**
 * Reads the body of `POST /remotes` and `POST /preflight`.
 *
 * @throws REGISTRY_BODY_INVALID with a detail for each fault
 */
export function readRegistrationRequest(body: unknown): Registration {
  const parsed = parseShape(requestSchema, body);
  if (!parsed.ok) {
    const lines = parsed.faults.map(fault => `at ${fault.path || 'the body'}: ${fault.message}`);
    throw createError(registryErrors.BODY_INVALID, { reason: lines.join('; ') });
  }
  const { id, url, live, route, title, type, global } = parsed.value;
  return {
    origin: 'call',
    kind: live ? 'live' : 'mirror',
    // Until the manifest has told its own id.
    id: id ?? 'new-remote',
    ...(id === undefined ? {} : { expectedId: id }),
    location: url,
    ...(route === undefined ? {} : { route }),
    ...(title === undefined ? {} : { title }),
    ...(type === undefined ? {} : { type }),
    ...(global === undefined ? {} : { global }),
  };
}
