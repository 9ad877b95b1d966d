export { catalogProcessingExtensionPoint } from './catalog-processing-extension-point.ts';
export type { CatalogProcessingExtensionPoint } from './catalog-processing-extension-point.ts';
export type {
  CatalogFile,
  CatalogTree,
  EntityProvider,
  EntityProviderConnection,
  EntityProviderMutation,
} from './entity-provider.ts';
