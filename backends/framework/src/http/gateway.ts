import type { RequestHandler } from 'express';
import type { ConfigReader } from '@portico/config';
import { readEndpoints } from '../services/discovery/endpoints.ts';
import type { DiscoveryService } from '../services/discovery/discovery-service.ts';
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
  const forwardings = new Map<string, Promise<Forwarding>>();

  function isElsewhere(pluginId: string): boolean {
    if (!(config.getOptionalBoolean('discovery.gateway') ?? false)) return false;
    const endpoints = readEndpoints(config);
    return (endpoints.of(pluginId) ?? endpoints.ofOthers(pluginId)) !== undefined;
  }

  async function make(pluginId: string): Promise<Forwarding> {
    const { createForwarding } = await import('./forward-request.ts');
    return createForwarding({ pluginId, target: async () => (await discovery()).getBaseUrl(pluginId) });
  }

  function forwardingTo(pluginId: string): Promise<Forwarding> {
    const known = forwardings.get(pluginId) ?? make(pluginId);
    forwardings.set(pluginId, known);
    return known;
  }

  return {
    async handler(request, response, next) {
      const pluginId = String(request.params.pluginId);
      if (!isElsewhere(pluginId)) return next();
      return (await forwardingTo(pluginId)).handler(request, response, next);
    },
    end: () => forwardings.forEach(forwarding => void forwarding.then(made => made.end())),
  };
}
