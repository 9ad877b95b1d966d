export { createCatalogServer } from './create-catalog-server.ts';
export { createFakeCatalogApi } from './create-fake-catalog-api.ts';
