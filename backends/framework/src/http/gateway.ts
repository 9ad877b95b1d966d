import type { RequestHandler } from 'express';
import type { ConfigReader } from '@portico/config';
import { readEndpoints } from '../services/discovery/endpoints.ts';
import type { DiscoveryService } from '../services/discovery/discovery-service.ts';
import { createForwarding } from './forward-request.ts';
import type { Forwarding } from './forward-request.ts';

/** What `createGateway` takes. */
export interface GatewayOptions {
  readonly config: ConfigReader;
  readonly discovery: () => Promise<DiscoveryService>;
}

/** A gateway and the way to let go of its connections. */
export interface Gateway {
  readonly handler: RequestHandler;
  end(): void;
}

/**
 * With `discovery.gateway: true` passes `/api/<pluginId>` on to where `discovery.endpoints` finds a plugin that does not run
 * here, for deployments of several processes without a front door. Stands behind the plugins of this process.
 */
export function createGateway({ config, discovery }: GatewayOptions): Gateway {
  const forwardings = new Map<string, Forwarding>();

  function isElsewhere(pluginId: string): boolean {
    if (!(config.getOptionalBoolean('discovery.gateway') ?? false)) return false;
    const endpoints = readEndpoints(config);
    return (endpoints.of(pluginId) ?? endpoints.ofOthers(pluginId)) !== undefined;
  }

  function forwardingTo(pluginId: string): Forwarding {
    const known = forwardings.get(pluginId);
    if (known) return known;
    const made = createForwarding({ pluginId, target: async () => (await discovery()).getBaseUrl(pluginId) });
    forwardings.set(pluginId, made);
    return made;
  }

  return {
    handler(request, response, next) {
      const pluginId = String(request.params.pluginId);
      return isElsewhere(pluginId) ? forwardingTo(pluginId).handler(request, response, next) : next();
    },
    end: () => forwardings.forEach(forwarding => forwarding.end()),
  };
}
