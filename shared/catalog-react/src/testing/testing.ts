export { createFakeCatalogApi } from './create-fake-catalog-api.ts';
