import type { Request, RequestHandler, Response } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { AuditorService, AuditSeverity } from './auditor-service.ts';

/** A route that changes something, and the event that a request to it is. */
export interface AuditedRoute {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in Express, with names after colons: `/remotes/:id`. */
  readonly path: string;
  /** Kebab case, noun first: `remote-register`. */
  readonly eventId: string;
  /** Default `medium`. */
  readonly severityLevel?: AuditSeverity;
}

const firstFailure = 400;

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
}

/**
 * Makes a handler that stands before a plugin's routes and tells of each request to one of these: that it came, and whether
 * it was carried out. What is in the path is told with it, under the names after the colons.
 */
export function auditRoutes(auditor: AuditorService, routes: readonly AuditedRoute[]): RequestHandler {
  const known = routes.map(route => ({ ...route, pattern: patternOf(route.path) }));

  async function begin({ eventId, pattern, severityLevel = 'medium' }: (typeof known)[number], request: Request, response: Response) {
    const meta = { ...pattern.exec(request.path)?.groups };
    const event = await auditor.createEvent({ eventId, severityLevel, request, meta });
    response.once('close', () => {
      const { statusCode } = response;
      const status = { meta: { status: statusCode } };
      // Who went away does not know the answer, which may well have been carried out.
      if (statusCode < firstFailure) void event.success(status);
      else void event.fail({ ...status, error: createError(frameworkErrors.AUDITED_REQUEST_FAILED, { status: statusCode }) });
    });
  }

  return (request, response, next) => {
    const route = known.find(({ method, pattern }) => method === request.method && pattern.test(request.path));
    return route ? begin(route, request, response).then(() => next()) : next();
  };
}
