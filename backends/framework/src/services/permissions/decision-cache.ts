import type { Principal } from '../auth/credentials.ts';
import type { PolicyQuestion } from './policy-client.ts';
import type { PolicyDecision } from './permission.ts';

const keepMs = 5_000;
const entryLimit = 5_000;

/** Remembers what the policy said. */
export interface DecisionCache {
  get(principal: Principal, question: PolicyQuestion): PolicyDecision | undefined;
  set(principal: Principal, question: PolicyQuestion, decision: PolicyDecision): void;
  clear(): void;
}

function keyOf(principal: Principal, { permission, resourceRef = '', conditional }: PolicyQuestion): string {
  const asked = [permission.name, permission.resourceType ?? '', resourceRef, conditional];
  if (principal.type === 'user') {
    const { userEntityRef, ownershipEntityRefs, grantedRoles = [] } = principal;
    return JSON.stringify([userEntityRef, ownershipEntityRefs, grantedRoles, ...asked]);
  }
  return JSON.stringify(principal.type === 'service' ? [principal.subject, principal.roles, ...asked] : asked);
}

/** Holds answers for 5 s, at most 5,000. */
export function createDecisionCache(): DecisionCache {
  const entries = new Map<string, { decision: PolicyDecision; until: number }>();
  return {
    get(principal, question) {
      const entry = entries.get(keyOf(principal, question));
      return entry && entry.until > performance.now() ? entry.decision : undefined;
    },
    set(principal, question, decision) {
      if (entries.size >= entryLimit) entries.clear();
      entries.set(keyOf(principal, question), { decision, until: performance.now() + keepMs });
    },
    clear: () => entries.clear(),
  };
}
