import type { Entity } from '@portico/plugin-catalog-common';

type EntityParts = Omit<Partial<Entity>, 'metadata'> & { readonly metadata?: Partial<Entity['metadata']> };

/** An entity with what a test needs of it. */
export function entity(kind: string, name: string, more: EntityParts = {}): Entity {
  return { apiVersion: 'backstage.io/v1alpha1', kind, ...more, metadata: { name, ...more.metadata } };
}

/** The catalog of a small shop. */
export const shopEntities: readonly Entity[] = [
  entity('Component', 'web.shop', {
    metadata: {
      title: 'Our Shop',
      description: 'Sells things',
      tags: ['react', 'typescript', 'web', 'seo'],
      links: [
        { url: 'https://shop.example.com', title: 'Production' },
        { url: 'javascript:alert(1)', title: 'Evil' },
      ],
    },
    spec: { type: 'website', lifecycle: 'production', owner: 'team-web', system: 'shop' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-web' },
      { type: 'partOf', targetRef: 'system:default/shop' },
      { type: 'dependsOn', targetRef: 'resource:default/db' },
      { type: 'watchedOver', targetRef: 'user:default/ann' },
    ],
  }),
  entity('Component', 'cart', { spec: { type: 'service', lifecycle: 'experimental', owner: 'user:ann' } }),
  entity('API', 'orders', { spec: { type: 'openapi', lifecycle: 'production', owner: 'team-web' } }),
  entity('Group', 'team-web', { spec: { type: 'team', profile: { displayName: 'Web', email: 'web@example.com' } } }),
  ...Array.from({ length: 24 }, (_, index) =>
    entity('Resource', `queue-${String(index + 1).padStart(2, '0')}`, { spec: { type: 'queue', owner: 'team-web' } }),
  ),
];
