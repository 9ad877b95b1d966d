/** Kind of thing that conditions on entities are about. */
export const catalogEntityResourceType = 'catalog-entity';

/** What not everybody may do in the catalog; names as in Backstage. */
export const catalogPermissions = {
  entityRead: { name: 'catalog.entity.read', attributes: { action: 'read' }, resourceType: catalogEntityResourceType },
  entityRefresh: { name: 'catalog.entity.refresh', attributes: { action: 'update' }, resourceType: catalogEntityResourceType },
  entityDelete: { name: 'catalog.entity.delete', attributes: { action: 'delete' }, resourceType: catalogEntityResourceType },
  entityValidate: { name: 'catalog.entity.validate', attributes: {} },
  locationRead: { name: 'catalog.location.read', attributes: { action: 'read' } },
  locationCreate: { name: 'catalog.location.create', attributes: { action: 'create' } },
  locationDelete: { name: 'catalog.location.delete', attributes: { action: 'delete' } },
} as const;
