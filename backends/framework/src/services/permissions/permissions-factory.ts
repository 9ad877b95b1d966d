import { createServiceFactory } from '../../wiring/service-ref.ts';
import type { Credentials, ServicePrincipal } from '../auth/credentials.ts';
import { coreServices } from '../core-services.ts';
import { eventHubRef } from '../internal-services.ts';
import { applyCriteria } from './criteria.ts';
import { createDecisionCache } from './decision-cache.ts';
import { permissionDeclarationsRef } from './permission-declarations.ts';
import type { AuthorizeRequest, Permission, PermissionDecision, PermissionsService, PolicyDecision } from './permission.ts';
import { permissionPolicyTopic, policyClientRef } from './policy-client.ts';
import type { PolicyQuestion } from './policy-client.ts';

const allow: PermissionDecision = { result: 'ALLOW' };
const deny: PermissionDecision = { result: 'DENY' };

/** Programs about which nobody needs to be asked; undefined for the others. */
function decideAlone({ subject, restriction }: ServicePrincipal, { name, attributes }: Permission): PermissionDecision | undefined {
  if (subject.startsWith('plugin:')) return allow;
  if (!restriction) return undefined;
  const { permissionNames, actions } = restriction;
  const named = permissionNames?.includes(name) ?? true;
  const acts = actions === undefined || (attributes.action !== undefined && actions.includes(attributes.action));
  return named && acts ? allow : deny;
}

/** Decisions of the permission plugin; conditions on things of this plugin are applied here. */
export const permissionsFactory = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    client: policyClientRef,
    declarations: permissionDeclarationsRef,
    hub: eventHubRef,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
  },
  createRootContext: ({ hub }) => {
    const caches = new Set<() => void>();
    hub.subscribe(permissionPolicyTopic, () => caches.forEach(clear => clear()));
    return { caches };
  },
  factory({ client, declarations, logger, plugin }, { caches }): PermissionsService {
    const cache = createDecisionCache();
    caches.add(cache.clear);
    const { resourceTypes } = declarations.of(plugin.id);

    async function ask(questions: readonly PolicyQuestion[], credentials: Credentials): Promise<PolicyDecision[]> {
      const { principal } = credentials;
      if (principal.type === 'none') return questions.map(() => deny);
      const known = questions.map(question => {
        const alone = principal.type === 'service' ? decideAlone(principal, question.permission) : undefined;
        return alone ?? cache.get(principal, question);
      });
      const open = questions.filter((_question, index) => known[index] === undefined);
      const answers = open.length > 0 ? await client.ask(open, credentials) : [];
      open.forEach((question, index) => cache.set(principal, question, answers[index] ?? deny));
      return questions.map((question, index) => known[index] ?? answers[open.indexOf(question)] ?? deny);
    }

    async function resolve(request: AuthorizeRequest, decision: PolicyDecision): Promise<PermissionDecision> {
      if (decision.result !== 'CONDITIONAL') return { result: decision.result };
      const type = resourceTypes.get(decision.resourceType);
      if (!type || request.resourceRef === undefined) return deny;
      try {
        const [fits] = await applyCriteria(type, [{ resourceRef: request.resourceRef, conditions: decision.conditions }]);
        return fits ? allow : deny;
      } catch (thrown) {
        logger.error(`Conditions on ${request.permission.name} could not be applied; denied`, thrown as Error);
        return deny;
      }
    }

    return {
      async authorize(requests, { credentials }) {
        const questions = requests.map(request => ({ ...request, conditional: resourceTypes.has(request.permission.resourceType ?? '') }));
        const decisions = await ask(questions, credentials);
        return Promise.all(requests.map((request, index) => resolve(request, decisions[index] ?? deny)));
      },
      authorizeConditional: (requests, { credentials }) =>
        ask(
          requests.map(({ permission }) => ({ permission, conditional: true })),
          credentials,
        ),
    };
  },
});
