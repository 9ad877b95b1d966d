import type { HttpAuthService } from '@portico/backend-framework';
import type { Impact } from '@portico/contracts';
import express from 'express';
import type { Router } from 'express';
import { retentionReport } from '../retention/retention-report.ts';
import type { RetentionRules } from '../retention/retention-report.ts';
import type { Sweeping } from '../retention/sweeping.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { readViolations } from '../store/violation-store.ts';
import { json } from './requests.ts';

/** What the router needs. */
export interface UpkeepRouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly sweeping: Sweeping;
  /** Says who would break if the shell offered something else. */
  impact(body: unknown): Promise<Impact>;
  readonly database: RegistryDatabase;
  readonly rules: RetentionRules;
}

/** What operators look at, below `/api/registry`. */
export function createUpkeepRouter({ httpAuth, sweeping, impact, database, rules }: UpkeepRouterOptions): Router {
  const router = express.Router();
  router.get('/retention', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    const { remote } = request.query;
    response.setHeader('Cache-Control', 'no-store');
    response.json(retentionReport(await sweeping.plan(), rules, typeof remote === 'string' ? remote : undefined));
  });
  router.post('/impact', json, async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(await impact(request.body));
  });
  router.get('/violations', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    const { remote } = request.query;
    response.setHeader('Cache-Control', 'no-store');
    response.json({ violations: await readViolations(database.knex, typeof remote === 'string' ? remote : undefined) });
  });
  return router;
}
