import type { HttpAuthService } from '@portico/backend-framework';
import express from 'express';
import type { Router } from 'express';
import { retentionReport } from '../retention/retention-report.ts';
import type { RetentionRules } from '../retention/retention-report.ts';
import type { Sweeping } from '../retention/sweeping.ts';

/** What the router needs. */
export interface UpkeepRouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly sweeping: Sweeping;
  readonly rules: RetentionRules;
}

/** What operators look at, below `/api/registry`. */
export function createUpkeepRouter({ httpAuth, sweeping, rules }: UpkeepRouterOptions): Router {
  const router = express.Router();
  router.get('/retention', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    const { remote } = request.query;
    response.setHeader('Cache-Control', 'no-store');
    response.json(retentionReport(await sweeping.plan(), rules, typeof remote === 'string' ? remote : undefined));
  });
  return router;
}
