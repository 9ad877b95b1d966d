import type { EntityRelation } from '@portico/plugin-catalog-common';

/** The known types in the order in which they are shown, with what they are called on the page of their source. */
const labels: Readonly<Record<string, string>> = {
  ownedBy: 'Owned by',
  partOf: 'Part of',
  providesApi: 'Provides API',
  consumesApi: 'Consumes API',
  dependsOn: 'Depends on',
  dependencyOf: 'Needed by',
  apiProvidedBy: 'Provided by',
  apiConsumedBy: 'Consumed by',
  hasPart: 'Parts',
  ownerOf: 'Owns',
  memberOf: 'Member of',
  hasMember: 'Members',
  childOf: 'Child of',
  parentOf: 'Parent of',
};

export interface RelationGroup {
  readonly type: string;
  readonly label: string;
  /** Entity refs, each once, in order. */
  readonly targets: readonly string[];
}

/** Relations by type: the known types first, then those of other plugins, whose names are taken apart into words. */
export function relationGroups(relations: readonly EntityRelation[]): readonly RelationGroup[] {
  const byType = Map.groupBy(relations, relation => relation.type);
  const known = Object.keys(labels).filter(type => byType.has(type));
  const others = [...byType.keys()].filter(type => !(type in labels)).sort();
  return [...known, ...others].map(type => ({
    type,
    label: wordsOfRelation(type),
    targets: [...new Set((byType.get(type) ?? []).map(relation => relation.targetRef))].sort(),
  }));
}

/** What a type of relation is called on the page of its source. */
export function wordsOfRelation(type: string): string {
  const label = labels[type];
  if (label !== undefined) return label;
  const words = type.replace(/([a-z])([A-Z])/g, (_whole, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
