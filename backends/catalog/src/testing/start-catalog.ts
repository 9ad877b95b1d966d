import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CacheService, LoggerService, ReadUrlResult } from '@portico/backend-framework';
import { catalogErrors, createError, isPorticoError, statusOf } from '@portico/errors';
import type { CatalogProblem, Entity, JsonObject } from '@portico/plugin-catalog-common';
import { testDatabases } from '@portico/test-kit/backend';
import express from 'express';
import type { Knex } from 'knex';
import type { NextFunction, Request, Response } from 'express';
import supertest from 'supertest';
import { createCatalog } from '../catalog.ts';
import { readCatalogConfig } from '../config/read-catalog-config.ts';
import { migrations } from '../migrations.ts';
import { currentDatabase } from './every-database.ts';

/** Every kind that the tests use. */
export const allowAll = [
  { allow: ['Component', 'API', 'Resource', 'System', 'Domain', 'Group', 'User', 'Location', 'Template'] },
];

/** A catalog over a temporary folder and a database of its own. */
export interface StartedCatalog {
  readonly folder: string;
  readonly knex: Knex;
  readonly agent: ReturnType<typeof supertest>;
  readonly warnings: string[];
  write(files: Record<string, string | Uint8Array>): Promise<void>;
  remove(file: string): Promise<void>;
  configure(section: JsonObject): void;
  refresh(): Promise<void>;
  /** Sorted. */
  refs(): Promise<string[]>;
  entity(ref: string): Promise<Entity | undefined>;
  problems(): Promise<CatalogProblem[]>;
  stop(): Promise<void>;
}

/** Options of `startCatalog`: files by path, the `catalog` section, and what URLs answer. */
export interface StartOptions {
  readonly files?: Record<string, string | Uint8Array>;
  readonly section?: JsonObject;
  readonly urls?: Record<string, string>;
  /** Shares folder and database with this one, and reads nothing by itself. */
  readonly replicaOf?: StartedCatalog;
  /** What replicas share; without it a catalog takes itself to be the only one. */
  readonly cache?: CacheService;
}

/** Starts a catalog and reads its locations once. Default: everything in `catalog/*.yaml`, all kinds allowed. */
export async function startCatalog({ files = {}, section, urls = {}, replicaOf, cache }: StartOptions = {}): Promise<StartedCatalog> {
  const folder = replicaOf?.folder ?? (await mkdtemp(join(tmpdir(), 'catalog-')));
  const databases = testDatabases.create();
  const knex = replicaOf?.knex ?? (await databases.init(currentDatabase(), migrations));
  const warnings: string[] = [];
  const logger: LoggerService = {
    error: message => void warnings.push(message),
    warn: (message, meta) => void warnings.push(`${message} ${JSON.stringify(meta)}`),
    info: () => undefined,
    debug: () => undefined,
    child: () => logger,
  };
  const readUrl = (url: string): Promise<ReadUrlResult> => {
    const text = urls[url];
    if (text === undefined)
      return Promise.reject(createError(catalogErrors.TARGET_REFUSED, { target: url, reason: 'it is not on the list' }));
    return Promise.resolve({ status: 'ok', body: Buffer.from(text), url, etag: `"${text.length}"` });
  };
  const replicas = cache ? { replicas: { cache } } : {};
  const catalog = createCatalog({ knex, logger, urlReader: { readUrl }, onRevision: () => undefined, ...replicas });

  const app = express();
  app.use(catalog.router);
  // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const known = isPorticoError(error) ? error : undefined;
    response
      .status(known ? statusOf(known.name) : 500)
      .json({ error: { name: known?.name, code: known?.code, message: String(error) } });
  });
  const agent = supertest(app);

  const started: StartedCatalog = {
    folder,
    knex,
    agent,
    warnings,
    write: async contents => {
      for (const [file, text] of Object.entries(contents)) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), text);
      }
    },
    remove: file => rm(join(folder, file)),
    configure: changed => catalog.configure(readCatalogConfig(changed, folder).origins),
    refresh: () => catalog.refresh({ urls: true }),
    refs: async () => {
      const { body } = await agent.get('/entities').query({ filter: 'kind' });
      const entities = (body as Entity[]).filter(entity => !entity.metadata.name.startsWith('generated-'));
      return entities.map(({ kind, metadata }) => `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase()).toSorted();
    },
    entity: async ref => {
      const [kind, namespace, name] = ref.split(/[:/]/);
      const response = await agent.get(`/entities/by-name/${kind}/${namespace}/${name}`);
      return response.ok ? (response.body as Entity) : undefined;
    },
    problems: async () => ((await agent.get('/problems')).body as { items: CatalogProblem[] }).items,
    stop: async () => {
      catalog.end();
      if (replicaOf) return;
      await databases.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await started.write(files);
  started.configure(section ?? { rules: allowAll, locations: [{ type: 'file', target: 'catalog/*.yaml' }] });
  if (!replicaOf) await started.refresh();
  return started;
}

/** The YAML of a component; `extra` is appended to its spec. */
export function component(name: string, extra = ''): string {
  return [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Component',
    'metadata:',
    `  name: ${name}`,
    'spec:',
    '  type: service',
    '  lifecycle: production',
    '  owner: team-a',
    ...extra
      .split('\n')
      .filter(Boolean)
      .map(line => `  ${line}`),
    '',
  ].join('\n');
}

/** The YAML of a Location entity that names targets. */
export function location(name: string, targets: readonly string[], type?: string): string {
  const lines = ['apiVersion: backstage.io/v1alpha1', 'kind: Location', 'metadata:', `  name: ${name}`, 'spec:'];
  if (type !== undefined) lines.push(`  type: ${type}`);
  return [...lines, `  targets: ${JSON.stringify(targets)}`, ''].join('\n');
}
