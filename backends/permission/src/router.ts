import type { HttpAuthService, PolicyDecision, ServicePrincipal, UserPrincipal } from '@portico/backend-framework';
import { createError, permissionErrors } from '@portico/errors';
import { Router, json } from 'express';
import type { Request } from 'express';
import * as v from 'valibot';
import type { ApplyConditions, ConditionalItem } from './apply-conditions.ts';
import { authorizeBody, rolesBody } from './authorize-body.ts';
import type { AuthorizeBody } from './authorize-body.ts';
import type { Policy, PolicySubject } from './policy/policy.ts';

/** What the router answers with. */
export interface PermissionRouterOptions {
  /** The policy as it is now. */
  readonly policy: () => Policy;
  readonly httpAuth: HttpAuthService;
  readonly applyConditions: ApplyConditions;
}

const longestBody = '512kb';

function parseBody<S extends v.GenericSchema>(schema: S, request: Request): v.InferOutput<S> {
  const result = v.safeParse(schema, request.body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw createError(permissionErrors.BODY_INVALID, { path: v.getDotPath(issue) ?? 'the body', reason: issue.message });
}

function subjectOf(principal: UserPrincipal | ServicePrincipal, body: AuthorizeBody): PolicySubject | 'everything' {
  if (principal.type === 'user') return { names: principal.ownershipEntityRefs, grantedRoles: principal.grantedRoles ?? [] };
  if (!principal.subject.startsWith('plugin:')) return { names: [principal.subject], grantedRoles: principal.roles };
  const { onBehalfOfService } = body;
  if (!onBehalfOfService || onBehalfOfService.subject === principal.subject) return 'everything';
  return { names: [onBehalfOfService.subject], grantedRoles: onBehalfOfService.roles };
}

type Item = AuthorizeBody['items'][number];
type Decided = readonly [item: Item, decision: PolicyDecision];

function waitsForConditions([{ id, resourceRef, conditional }, decision]: Decided): ConditionalItem[] {
  if (decision.result !== 'CONDITIONAL' || conditional || resourceRef === undefined) return [];
  return [{ id, resourceRef, decision }];
}

/** `/api/permission`: decisions in batches, in the published shape of Backstage. */
export function createPermissionRouter({ policy, httpAuth, applyConditions }: PermissionRouterOptions): Router {
  const router = Router();
  router.use(json({ limit: longestBody }));

  router.post('/authorize', async (request, response) => {
    const { principal } = await httpAuth.credentials(request);
    const body = parseBody(authorizeBody, request);
    const subject = subjectOf(principal, body);
    const { decide } = policy();
    const decided = body.items.map((item): Decided => {
      const { name, resourceType } = item.permission;
      const permission = { name, attributes: {}, ...(resourceType === undefined ? {} : { resourceType }) };
      return [item, subject === 'everything' ? { result: 'ALLOW' } : decide(permission, subject)];
    });
    const waiting = decided.flatMap(waitsForConditions);
    const fitting = waiting.length > 0 ? await applyConditions(waiting) : new Set<string>();
    const items = decided.map(([{ id, conditional }, decision]) => {
      if (decision.result !== 'CONDITIONAL' || conditional) return { id, ...decision };
      return { id, result: fitting.has(id) ? 'ALLOW' : 'DENY' };
    });
    response.json({ items });
  });

  // For the sign-in: names of roles to show.
  router.post('/roles', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const { names } = parseBody(rolesBody, request);
    response.json({ roles: policy().rolesOf({ names, grantedRoles: [] }) });
  });

  return router;
}
