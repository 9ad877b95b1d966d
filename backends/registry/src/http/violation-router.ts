import { createError, registryErrors } from '@portico/errors';
import express from 'express';
import type { Request, Router } from 'express';
import type { TakeReports } from '../violations/violations.ts';
import { createRequestWindow } from './request-window.ts';

/** Where browsers send reports: no session is needed, since also the page of the sign-in has a policy. */
export const reportPath = '/csp-reports';

/** Both forms; some browsers call them plain JSON. */
const types = ['application/csp-report', 'application/reports+json', 'application/json'];
/** A hundred reports with the policy of the page in each. */
const largestReport = '256kb';
/** All addresses together may send so many times what one may. */
const allOfOne = 20;

/** What taking reports takes. */
export interface ViolationRouterOptions {
  readonly takeReports: TakeReports;
  /** Requests of one address that are taken in a minute. */
  readonly reportsPerMinute: number;
}

/** Takes reports of browsers about the policy of the page, at a limited rate. */
export function createViolationRouter({ takeReports, reportsPerMinute }: ViolationRouterOptions): Router {
  const router = express.Router();
  const window = createRequestWindow({ perMinute: reportsPerMinute, ofAll: reportsPerMinute * allOfOne });
  const parse = express.json({ limit: largestReport, strict: true, type: types });
  router.post(
    reportPath,
    (request, response, next) => {
      const waitSeconds = window.take(request.ip ?? 'unknown');
      if (waitSeconds === 0) return next();
      response.setHeader('Retry-After', String(waitSeconds));
      throw createError(registryErrors.REPORTS_TOO_MANY, { limit: reportsPerMinute, seconds: waitSeconds });
    },
    parse,
    async (request: Request, response) => {
      const body = request.body as unknown;
      if (body === undefined) throw createError(registryErrors.REPORT_TYPE, { received: String(request.headers['content-type'] ?? 'none').slice(0, 100) });
      await takeReports(body);
      response.status(204).end();
    },
  );
  return router;
}
