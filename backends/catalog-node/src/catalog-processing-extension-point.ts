import { createExtensionPoint } from '@portico/backend-framework';
import type { EntityProvider } from './entity-provider.ts';

/** What modules of the catalog may add to its processing. */
export interface CatalogProcessingExtensionPoint {
  /** @throws catalogErrors.PROVIDER_DUPLICATE when two providers have one name */
  addEntityProvider(...providers: readonly EntityProvider[]): void;
}

/** For modules of the plugin `catalog`. */
export const catalogProcessingExtensionPoint = createExtensionPoint<CatalogProcessingExtensionPoint>({
  id: 'catalog.processing',
});
