import { createServiceFactory, policyClientRef } from '@portico/backend-framework';
import type { PolicyClient, PolicyDecision, PolicyQuestion, Principal, ServiceFactory } from '@portico/backend-framework';

/** Decides in a test: `ALLOW`, `DENY`, or undefined for what the mock would say. */
export type MockPolicy = (question: PolicyQuestion, principal: Principal) => PolicyDecision['result'] | undefined;

const everybody = /\.(read|validate|analyze)$|^catalog\.entity\.refresh$/;

function decide({ permission, resourceRef, conditional }: PolicyQuestion, principal: Principal): PolicyDecision {
  if (principal.type === 'none') return { result: 'DENY' };
  const { name, resourceType } = permission;
  if (principal.roles.includes('portal-admin') || everybody.test(name)) return { result: 'ALLOW' };
  if (!principal.roles.includes('remote-publisher') || !name.startsWith('registry.')) return { result: 'DENY' };
  if (name === 'registry.remote.register') return { result: 'ALLOW' };
  if (!resourceType || (!conditional && resourceRef === undefined)) return { result: 'DENY' };
  const claims = principal.type === 'user' ? principal.ownershipEntityRefs : [principal.subject];
  return { result: 'CONDITIONAL', pluginId: 'registry', resourceType, conditions: { rule: 'IS_OWNER', params: { claims } } };
}

/**
 * A policy without the permission plugin: the role `portal-admin` may do everything, `remote-publisher` may publish what it
 * owns, everybody may read.
 */
export function mockPolicyFactory(policy: MockPolicy = () => undefined): ServiceFactory {
  return createServiceFactory({
    service: policyClientRef,
    deps: {},
    factory: (): PolicyClient => ({
      ask: async (questions, { principal }) =>
        questions.map(question => {
          const result = policy(question, principal);
          return result === 'ALLOW' || result === 'DENY' ? { result } : decide(question, principal);
        }),
    }),
  });
}
