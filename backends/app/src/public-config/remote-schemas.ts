import type { AuthService, DiscoveryService } from '@portico/backend-framework';
import type { JsonSchema } from '@portico/config';
import { parseShape } from '@portico/contracts';
import { appErrors, createError, messageOf } from '@portico/errors';
import * as v from 'valibot';

const answerSchema = v.object({ schemas: v.array(v.record(v.string(), v.unknown())) });
const limitMs = 5_000;

/** What `fetchRemoteSchemas` needs. */
export interface RemoteSchemasOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
}

/**
 * The configuration schemas of all registered remotes.
 *
 * @throws APP_SCHEMAS_UNREADABLE while the registry is away
 */
export async function fetchRemoteSchemas({ auth, discovery }: RemoteSchemasOptions): Promise<JsonSchema[]> {
  const unreadable = (reason: string, cause?: unknown) => createError(appErrors.SCHEMAS_UNREADABLE, { reason }, { cause });
  const { token } = await auth.getPluginRequestToken({ targetPluginId: 'registry' });
  const url = `${await discovery.getBaseUrl('registry')}/config-schemas`;
  const request = { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(limitMs) };
  const refuse = (thrown: unknown): never => {
    throw unreadable(messageOf(thrown), thrown);
  };
  const response = await fetch(url, request).catch(refuse);
  if (!response.ok) throw unreadable(`status ${response.status}`);
  const answer: unknown = await response.json().catch(refuse);
  const parsed = parseShape(answerSchema, answer);
  if (!parsed.ok) throw unreadable(parsed.faults[0]?.message ?? 'another shape');
  return parsed.value.schemas as JsonSchema[];
}
