import type { AuthService, ConditionalDecision, DiscoveryService, LoggerService } from '@portico/backend-framework';
import { messageOf } from '@portico/errors';

/** A thing with the conditions that decide about it. */
export interface ConditionalItem {
  readonly id: string;
  readonly resourceRef: string;
  readonly decision: ConditionalDecision;
}

/** What `createConditionsClient` takes. */
export interface ConditionsClientOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
}

/** Lets the plugins that own things apply conditions to them. Ids of those that fit. */
export type ApplyConditions = (items: readonly ConditionalItem[]) => Promise<ReadonlySet<string>>;

const timeLimitMs = 3_000;

/** Asks over the wire. A plugin that does not answer has nothing that fits. */
export function createConditionsClient({ auth, discovery, logger }: ConditionsClientOptions): ApplyConditions {
  async function ask(pluginId: string, items: readonly ConditionalItem[]): Promise<string[]> {
    const { token } = await auth.getPluginRequestToken({ targetPluginId: pluginId });
    const body = items.map(({ id, resourceRef, decision }) => ({
      id,
      resourceRef,
      resourceType: decision.resourceType,
      conditions: decision.conditions,
    }));
    const url = `${await discovery.getBaseUrl(pluginId)}/.well-known/backstage/permissions/apply-conditions`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items: body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeLimitMs),
    });
    if (!response.ok) {
      logger.warn(`The plugin ${pluginId} could not apply conditions: status ${response.status}`);
      return [];
    }
    const answer = (await response.json()) as { items: readonly { id: string; result: string }[] };
    return answer.items.filter(({ result }) => result === 'ALLOW').map(({ id }) => id);
  }

  return async items => {
    const plugins = [...new Set(items.map(({ decision }) => decision.pluginId))];
    const answers = plugins.map(async pluginId => {
      const ofPlugin = items.filter(({ decision }) => decision.pluginId === pluginId);
      return ask(pluginId, ofPlugin).catch((thrown: unknown) => {
        logger.warn(`The plugin ${pluginId} could not apply conditions: ${messageOf(thrown)}`);
        return [];
      });
    });
    return new Set((await Promise.all(answers)).flat());
  };
}
