export { mockCredentials } from './backend/mock-credentials.ts';
export type { MockCredentials } from './backend/mock-credentials.ts';
export type { MockPolicy } from './backend/mock-policy.ts';
export { startTestBackend } from './backend/start-test-backend.ts';
export type { TestBackend, TestBackendOptions, TestRequest } from './backend/start-test-backend.ts';
export { testDatabases } from './backend/test-databases.ts';
export type { TestDatabases, TestDatabasesOptions } from './backend/test-databases.ts';
