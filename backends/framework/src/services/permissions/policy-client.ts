import { createError, frameworkErrors, messageOf } from '@portico/errors';
import { createServiceFactory, createServiceRef } from '../../wiring/service-ref.ts';
import type { Credentials } from '../auth/credentials.ts';
import { coreServices } from '../core-services.ts';
import type { AuthorizeRequest, PolicyDecision } from './permission.ts';

/** Topic on which the permission plugin tells that the policy has changed. */
export const permissionPolicyTopic = 'permission.policy';

/** A question to the policy. */
export interface PolicyQuestion extends AuthorizeRequest {
  /** True where conditions shall come back as such: the asker knows the thing itself. */
  readonly conditional: boolean;
}

/** Asks the policy; the answers are in the order of the questions. */
export interface PolicyClient {
  ask(questions: readonly PolicyQuestion[], credentials: Credentials): Promise<PolicyDecision[]>;
}

const timeLimitMs = 5_000;

/** Asks the permission plugin over the wire, in the name of the user; a program is described to it. */
export const policyClientRef = createServiceRef<PolicyClient>({
  id: 'core.policyClient',
  defaultFactory: service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }): PolicyClient => ({
        async ask(questions, credentials) {
          const { principal } = credentials;
          try {
            const { token } = await auth.getPluginRequestToken({ targetPluginId: 'permission', onBehalfOf: credentials });
            const response = await fetch(`${await discovery.getBaseUrl('permission')}/authorize`, {
              method: 'POST',
              headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
              body: JSON.stringify({
                items: questions.map((question, index) => ({ id: String(index), ...question })),
                ...(principal.type === 'service' ? { onBehalfOfService: { subject: principal.subject, roles: principal.roles } } : {}),
              }),
              redirect: 'error',
              signal: AbortSignal.timeout(timeLimitMs),
            });
            if (!response.ok) throw createError(frameworkErrors.PERMISSIONS_UNAVAILABLE, { received: `status ${response.status}` });
            const { items } = (await response.json()) as { items: (PolicyDecision & { id: string })[] };
            const byId = new Map<string, PolicyDecision>(items.map(({ id, ...decision }) => [id, decision]));
            return questions.map((_question, index) => byId.get(String(index)) ?? { result: 'DENY' });
          } catch (cause) {
            throw createError(frameworkErrors.PERMISSIONS_UNAVAILABLE, { received: messageOf(cause) }, { cause });
          }
        },
      }),
    }),
});
