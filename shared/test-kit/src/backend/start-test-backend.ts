import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configSchemasOf, coreServices, createBackend, createRootLogger, createServiceFactory } from '@portico/backend-framework';
import type { BackendFeature, BackendOptions, LoggerService, ServiceFactory, StartResult } from '@portico/backend-framework';
import { coreConfigSchema, createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import type { LoadedConfig } from '@portico/config/node';
import { mockAuthFactory } from './mock-auth.ts';
import type { MockCredentials } from './mock-credentials.ts';
import { mockPolicyFactory } from './mock-policy.ts';
import type { MockPolicy } from './mock-policy.ts';

/** What `startTestBackend` takes. */
export interface TestBackendOptions {
  readonly features: readonly BackendFeature[];
  /** Configuration values; not checked against the schemas. */
  readonly config?: JsonObject;
  /** Replace core services or add others. */
  readonly services?: readonly ServiceFactory[];
  /** `mock` (default) accepts `mockCredentials`; `real` keeps the auth service of the framework. */
  readonly auth?: 'mock' | 'real';
  /**
   * Who may do what: by default the roles of the principal decide, as the ready-made roles of a portal would; a function
   * decides first; `real` asks the permission plugin, which must be among the features.
   */
  readonly permissions?: MockPolicy | 'real';
  /** Keeps data from one test backend to the next; by default a temporary folder that `stop` removes. */
  readonly dataDirectory?: string;
  readonly externalAccess?: BackendOptions['externalAccess'];
  /** As `PORTICO_ENV`; without it the backend is one of development. */
  readonly environment?: string;
}

/** What `fetch` of a test backend takes beyond the usual. */
export interface TestRequest extends RequestInit {
  /** Sends the token of these credentials. */
  readonly as?: MockCredentials<unknown>;
}

/** A backend that listens on a free port of this machine. */
export interface TestBackend extends StartResult {
  readonly dataDirectory: string;
  /** What was logged, one parsed line per entry. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** Requests a path of the backend: `fetch('/api/catalog/entities', { as: mockCredentials.user() })`. Redirects stay visible. */
  fetch(path: string, request?: TestRequest): Promise<Response>;
  /** Gives the backend other configuration values, as a change of its files would. */
  changeConfig(config: JsonObject): void;
  stop(): Promise<void>;
}

function loaded(data: JsonObject, features: readonly BackendFeature[]): LoadedConfig {
  return { data, reader: createConfigReader(data), files: [], schemas: [coreConfigSchema, ...configSchemasOf(features)], unset: [] };
}

function collectLog(log: Readonly<Record<string, unknown>>[]): LoggerService {
  return createRootLogger({
    level: 'debug',
    write: line => void log.push(JSON.parse(line) as Readonly<Record<string, unknown>>),
  });
}

/** Starts the framework with the given plugins, as a portal would. Call `stop` at the end of the test. */
export async function startTestBackend(options: TestBackendOptions): Promise<TestBackend> {
  const { features, config = {}, services = [], auth = 'mock', externalAccess = [], permissions } = options;
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'portico-test-')));
  const log: Readonly<Record<string, unknown>>[] = [];
  let onChange: (next: LoadedConfig) => void = () => undefined;
  const backend = createBackend({
    config: loaded(config, features),
    dataDirectory,
    externalAccess,
    features,
    environment: options.environment,
    port: 0,
    watch(listener) {
      onChange = listener;
      return () => undefined;
    },
    services: [
      createServiceFactory({ service: coreServices.rootLogger, deps: {}, factory: () => collectLog(log) }),
      ...(auth === 'mock' ? [mockAuthFactory] : []),
      ...(permissions === 'real' ? [] : [mockPolicyFactory(permissions)]),
      ...services,
    ],
  });
  const result = await backend.start();
  return {
    ...result,
    dataDirectory,
    log,
    fetch(path, { as, headers, ...init } = {}) {
      const sent = new Headers(headers);
      if (as) sent.set('authorization', as.headers.authorization);
      return fetch(`http://127.0.0.1:${result.port}${path}`, { redirect: 'manual', ...init, headers: sent });
    },
    changeConfig: next => onChange(loaded(next, features)),
    async stop() {
      await backend.stop();
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
