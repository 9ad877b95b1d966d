import type { Request } from 'express';
import { isPorticoError } from '@portico/errors';
import { currentRequest } from '../../http/current-request.ts';
import { redactUrl } from '../../http/redact-url.ts';
import { requestIdOf } from '../../http/request-id.ts';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import type { Principal } from '../auth/credentials.ts';
import { coreServices } from '../core-services.ts';
import type { HttpAuthService } from '../http-auth/http-auth-service.ts';
import { metricsRegistryRef } from '../internal-services.ts';
import type { AuditEventOptions, AuditorService } from './auditor-service.ts';
import { readSeverityLevels } from './severity-levels.ts';

type Status = 'initiated' | 'succeeded' | 'failed';

function nameOf(principal: Principal): string | undefined {
  if (principal.type === 'user') return principal.userEntityRef;
  return principal.type === 'service' ? principal.subject : undefined;
}

async function actorOf(request: Request, httpAuth: HttpAuthService): Promise<string | undefined> {
  try {
    return nameOf((await httpAuth.credentials(request, { allow: ['user', 'service', 'none'] })).principal);
  } catch {
    // Whoever can't be known, such as a caller with a forged token, still leaves a line.
    return undefined;
  }
}

async function originOf(request: Request, httpAuth: HttpAuthService): Promise<Record<string, unknown>> {
  const actorId = await actorOf(request, httpAuth);
  const userAgent = request.headers['user-agent'];
  return {
    actor: { ...(actorId === undefined ? {} : { actorId }), ip: request.ip, ...(userAgent === undefined ? {} : { userAgent }) },
    request: { method: request.method, url: redactUrl(request.originalUrl) },
    ...(request.res ? { requestId: requestIdOf(request.res) } : {}),
  };
}

/** What is told of a fault: of a foreseen one its words, of another one its kind alone, since its text may hold anything. */
function errorOf(error: unknown): Record<string, unknown> {
  if (isPorticoError(error)) return { name: error.name, code: error.code, message: error.message };
  return { name: error instanceof Error ? error.name : typeof error };
}

/** Audit events as log lines with `isAuditEvent: true`, and as the metric `portico_audit_events_total`. */
export const auditorFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    httpAuth: coreServices.httpAuth,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    metrics: metricsRegistryRef,
    rootConfig: coreServices.rootConfig,
  },
  createRootContext: ({ metrics, rootConfig }) => ({
    levels: () => readSeverityLevels(rootConfig),
    events: metrics.createCounter({
      name: 'portico_audit_events_total',
      help: 'Audit events by plugin, event and what became of them',
      labelNames: ['plugin', 'event', 'status', 'severity'],
    }),
  }),
  factory({ httpAuth, logger, plugin }, { levels, events }): AuditorService {
    return {
      async createEvent({ eventId, severityLevel = 'low', request = currentRequest(), meta }: AuditEventOptions) {
        const origin = request ? await originOf(request, httpAuth) : { actor: { actorId: `plugin:${plugin.id}` } };
        const tell = (status: Status, more: Readonly<Record<string, unknown>> = {}): void => {
          const level = levels()[severityLevel];
          const fields = { isAuditEvent: true, eventId, severityLevel, status, ...origin, ...more };
          logger[level](`${plugin.id}.${eventId} ${status}`, fields);
          events.increase({ plugin: plugin.id, event: eventId, status, severity: severityLevel });
        };
        tell('initiated', meta ? { meta } : {});
        const merged = (more: Readonly<Record<string, unknown>> | undefined) => (meta || more ? { meta: { ...meta, ...more } } : {});
        return {
          success: async options => tell('succeeded', merged(options?.meta)),
          fail: async ({ error, meta: more }) => tell('failed', { ...merged(more), error: errorOf(error) }),
        };
      },
    };
  },
});
