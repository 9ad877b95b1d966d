import type { HttpAuthService } from '@portico/backend-framework';
import type { Impact } from '@portico/contracts';
import express from 'express';
import type { Request, Router } from 'express';
import type { Caller } from '../access/access.ts';
import type { Visibility } from '../access/visibility.ts';
import { retentionReport } from '../retention/retention-report.ts';
import type { RetentionRules } from '../retention/retention-report.ts';
import type { Sweeping } from '../retention/sweeping.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { readViolations } from '../store/violation-store.ts';
import { createAnswering } from './answering.ts';
import { json } from './requests.ts';

/** What the router needs. */
export interface UpkeepRouterOptions {
  readonly httpAuth: HttpAuthService;
  readonly sweeping: Sweeping;
  /** Says who would break if the shell offered something else. */
  impact(body: unknown): Promise<Impact>;
  readonly visibility: Visibility;
  readonly database: RegistryDatabase;
  readonly rules: RetentionRules;
}

/** What operators look at, below `/api/registry`. */
export function createUpkeepRouter({ httpAuth, sweeping, impact, visibility, database, rules }: UpkeepRouterOptions): Router {
  const router = express.Router();
  const { answer } = createAnswering(httpAuth);

  /** Without what is about remotes that the caller may not know of. */
  async function knownTo<T extends { readonly remote?: string | undefined }>(caller: Caller, items: readonly T[]): Promise<T[]> {
    const hidden = await visibility.hiddenFrom(caller);
    return items.filter(({ remote = '' }) => !hidden.has(remote));
  }
  const remoteOf = ({ query: { remote } }: Request): string | undefined => (typeof remote === 'string' ? remote : undefined);

  router.get(
    '/retention',
    answer(async (request, caller) => {
      const plan = await sweeping.plan();
      return retentionReport({ ...plan, remotes: await knownTo(caller, plan.remotes) }, rules, remoteOf(request));
    }),
  );
  router.post(
    '/impact',
    json,
    answer(async (request, caller) => {
      const hidden = await visibility.hiddenFrom(caller);
      const { remotes, ...told } = await impact(request.body);
      return { ...told, remotes: remotes.filter(({ id }) => !hidden.has(id)) };
    }),
  );
  router.get(
    '/violations',
    answer(async (request, caller) => ({ violations: await knownTo(caller, await readViolations(database.knex, remoteOf(request))) })),
  );
  return router;
}
