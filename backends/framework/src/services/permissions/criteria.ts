import { createError, frameworkErrors } from '@portico/errors';
import type { PermissionCriteria } from './permission.ts';
import type { PermissionResourceType, PermissionRule } from './permissions-registry-service.ts';

const deepest = 16;

function ruleOf(type: PermissionResourceType, name: string): PermissionRule {
  const found =
    type.rules.find(rule => rule.name === name) ??
    (name === 'IS_OWNER' ? type.rules.find(rule => rule.name.endsWith('_OWNER')) : undefined);
  if (found) return found;
  const known = type.rules.map(rule => rule.name).join(', ') || 'none';
  throw createError(frameworkErrors.PERMISSION_RULE_UNKNOWN, { type: type.resourceType, known, rule: name });
}

function fits(criteria: PermissionCriteria, subject: { type: PermissionResourceType; resource: unknown }, depth: number): boolean {
  if (depth > deepest) throw createError(frameworkErrors.PERMISSION_RULE_UNKNOWN, { type: subject.type.resourceType, known: 'none this deep', rule: 'more' });
  if ('allOf' in criteria) return criteria.allOf.every(one => fits(one, subject, depth + 1));
  if ('anyOf' in criteria) return criteria.anyOf.some(one => fits(one, subject, depth + 1));
  if ('not' in criteria) return !fits(criteria.not, subject, depth + 1);
  return ruleOf(subject.type, criteria.rule).apply(subject.resource, criteria.params ?? {});
}

/**
 * Applies conditions to things by name. One that is not there fits nothing.
 *
 * @throws FRAMEWORK_PERMISSION_RULE_UNKNOWN for a rule that the plugin does not declare
 */
export async function applyCriteria(
  type: PermissionResourceType,
  items: readonly { readonly resourceRef: string; readonly conditions: PermissionCriteria }[],
): Promise<boolean[]> {
  const refs = [...new Set(items.map(item => item.resourceRef))];
  const found = await type.getResources(refs);
  const byRef = new Map(refs.map((ref, index) => [ref, found[index]]));
  return items.map(({ resourceRef, conditions }) => {
    const resource = byRef.get(resourceRef);
    return resource !== undefined && fits(conditions, { type, resource }, 0);
  });
}
