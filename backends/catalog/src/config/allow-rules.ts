import { matchesGlob } from 'node:path';
import type { Entity, JsonObject, JsonValue } from '@portico/plugin-catalog-common';

/** A kind, and within it perhaps one `spec.type`, that a location may bring into the catalog. Both lower-case. */
export interface AllowRule {
  readonly kind: string;
  readonly type?: string;
}

/** What is allowed where nothing is configured, as in Backstage. */
export const defaultAllow: readonly AllowRule[] = [{ kind: 'component' }, { kind: 'api' }, { kind: 'location' }];

/** Reads the value of an `allow` key: kinds, or objects with `kind` and `spec.type`. */
export function parseAllow(value: JsonValue | undefined): AllowRule[] {
  if (!Array.isArray(value)) return [];
  return (value as JsonValue[]).flatMap(item => {
    if (typeof item === 'string') return [{ kind: item.toLowerCase() }];
    const rule = item as JsonObject;
    const type = rule['spec.type'] ?? (rule['spec'] as JsonObject | undefined)?.['type'];
    if (typeof rule['kind'] !== 'string') return [];
    return [{ kind: rule['kind'].toLowerCase(), ...(typeof type === 'string' ? { type: type.toLowerCase() } : {}) }];
  });
}

/** Reads `rules`: those that hold for a location (all that name no locations, or name this one). */
export function parseRules(rules: JsonValue | undefined, location: { type: string; target: string }): AllowRule[] {
  if (!Array.isArray(rules)) return [];
  return (rules as JsonObject[]).flatMap(rule => {
    const locations = rule['locations'] as readonly JsonObject[] | undefined;
    const holds = !locations || locations.some(one => matchesLocation(one, location));
    return holds ? parseAllow(rule['allow']) : [];
  });
}

function matchesLocation(wanted: JsonObject, location: { type: string; target: string }): boolean {
  const { type, exact, pattern } = wanted;
  if (type !== undefined && type !== location.type) return false;
  if (typeof exact === 'string' && exact !== location.target) return false;
  return typeof pattern !== 'string' || matchesGlob(location.target, pattern);
}

/** True when one of the rules lets the entity in. */
export function isAllowed(entity: Entity, rules: readonly AllowRule[]): boolean {
  const kind = entity.kind.toLowerCase();
  const type = String(entity.spec?.['type'] ?? '').toLowerCase();
  return rules.some(rule => rule.kind === kind && (rule.type === undefined || rule.type === type));
}
