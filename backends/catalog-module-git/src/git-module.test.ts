import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import { createBackendPlugin } from '@portico/backend-framework';
import { catalogProcessingExtensionPoint } from '@portico/plugin-catalog-node';
import type { CatalogTree, EntityProvider } from '@portico/plugin-catalog-node';
import { mockServices, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import gitModule from './index.ts';
import { makeUpRepository } from './testing/made-up-repository.ts';
import type { MadeUpRepository } from './testing/made-up-repository.ts';

let repository: MadeUpRepository;
let dataDirectory: string;
let backend: TestBackend | undefined;
let trees: CatalogTree[];
/** What another replica has brought. */
let foreignVersion: string | undefined;
let log = mockServices.logger();
let scheduler = mockServices.scheduler();

/** A plugin that stands for the catalog: it connects its providers and keeps what they bring. */
const catalogWithProviders = createBackendPlugin({
  pluginId: 'catalog',
  register(environment) {
    const providers: EntityProvider[] = [];
    environment.registerExtensionPoint(catalogProcessingExtensionPoint, {
      addEntityProvider: (...added) => void providers.push(...added),
    });
    environment.registerInit({
      deps: {},
      async init() {
        for (const provider of providers) {
          await provider.connect({
            applyMutation: mutation => {
              if ('tree' in mutation) trees.push(mutation.tree);
              return Promise.resolve();
            },
            treeVersion: () => Promise.resolve(foreignVersion ?? trees.at(-1)?.version),
          });
        }
      },
    });
  },
});

async function start(settings: JsonObject = {}): Promise<void> {
  backend = await startTestBackend({
    features: [catalogWithProviders, gitModule],
    config: { catalog: { providers: { git: { shop: { url: repository.directory, ...settings } } } } },
    dataDirectory,
    services: [log.factory, scheduler.factory],
  });
}

const look = (signal?: AbortSignal) => scheduler.run('follow-git-shop', signal);
const warnings = () => log.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
const textsOf = async (tree: CatalogTree | undefined) =>
  Promise.all((tree?.paths ?? []).map(async path => [path, (await tree?.read(path))?.text]));

beforeEach(() => {
  repository = makeUpRepository();
  dataDirectory = mkdtempSync(join(tmpdir(), 'portico-git-module-'));
  trees = [];
  foreignVersion = undefined;
  log = mockServices.logger();
  scheduler = mockServices.scheduler();
});
afterEach(async () => {
  await backend?.stop();
  repository.remove();
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('following a repository', () => {
  test('every catalog-info.yaml of the default branch is found, and other files are read when asked for', async () => {
    repository.commit({ 'catalog-info.yaml': 'root', 'services/pay/catalog-info.yaml': 'pay', 'services/pay/openapi.yaml': 'api' });
    await start();
    await look();
    expect(await textsOf(trees[0])).toEqual([['catalog-info.yaml', 'root'], ['services/pay/catalog-info.yaml', 'pay']]);
    expect((await trees[0]?.read('services/pay/openapi.yaml'))?.text).toBe('api');
    expect(await trees[0]?.read('services/pay/none.yaml')).toBeUndefined();
    expect(trees[0]?.url).toBe(`git+file://${repository.directory}/blob/HEAD/`);
  });

  test('a new commit brings a new tree, and nothing new brings none', async () => {
    repository.commit({ 'catalog-info.yaml': 'one' });
    await start();
    await look();
    await look();
    expect(trees).toHaveLength(1);
    repository.commit({ 'catalog-info.yaml': undefined, 'b/catalog-info.yaml': 'two' });
    await look();
    expect(await textsOf(trees[1])).toEqual([['b/catalog-info.yaml', 'two']]);
    expect(trees[1]?.version).not.toBe(trees[0]?.version);
  });

  test('a branch that was rewritten is followed too', async () => {
    repository.commit({ 'catalog-info.yaml': 'one' });
    await start({ branch: 'main' });
    await look();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit({ 'catalog-info.yaml': 'rewritten' });
    repository.git('branch', '--force', 'main', 'other');
    await look();
    expect(await textsOf(trees[1])).toEqual([['catalog-info.yaml', 'rewritten']]);
  });

  test('a branch that goes back is followed, although another replica brought the commit in between', async () => {
    repository.commit({ 'catalog-info.yaml': 'one' });
    await start();
    await look();
    foreignVersion = 'of a commit that this replica has not seen';
    await look();
    expect(trees.map(({ version }) => version)).toEqual([trees[0]?.version, trees[0]?.version]);
  });

  test('path and branch choose what is read', async () => {
    repository.commit({ 'catalog-info.yaml': 'main' });
    repository.git('checkout', '--quiet', '-b', 'release/1');
    repository.commit({ 'entities/a.yaml': 'a', 'entities/b.txt': 'b' });
    await start({ branch: 'release/1', path: 'entities/*.yaml' });
    await look();
    expect(await textsOf(trees[0])).toEqual([['entities/a.yaml', 'a']]);
  });
});

describe('what a repository can not do', () => {
  test('links are not followed', async () => {
    repository.commit({ 'real.yaml': 'x' });
    repository.link('catalog-info.yaml', '/etc/passwd');
    repository.commit({});
    await start();
    await look();
    expect(trees[0]?.paths).toEqual([]);
    expect(await trees[0]?.read('catalog-info.yaml')).toBeUndefined();
    expect(warnings()).toEqual(['A git repository has no file for the catalog']);
  });

  test('a large file is refused with its size', async () => {
    repository.commit({ 'catalog-info.yaml': '#'.repeat(2 * 1024 * 1024) });
    await start();
    await look();
    await expect(trees[0]?.read('catalog-info.yaml')).rejects.toThrow(/at most 1048576 bytes, got 2097152 bytes/);
  });
});

describe('faults', () => {
  test('a branch that is not there is named', async () => {
    repository.commit({ 'catalog-info.yaml': 'one' });
    await start({ branch: 'gone' });
    await expect(look()).rejects.toThrow('Expected the branch gone in the repository shop, found none');
  });

  test('a branch that was deleted is named too, and what was read of it stays', async () => {
    repository.commit({ 'catalog-info.yaml': 'one' });
    repository.git('branch', 'release');
    await start({ branch: 'release' });
    await look();
    repository.git('branch', '--delete', '--force', 'release');
    await expect(look()).rejects.toThrow('Expected the branch release in the repository shop, found none');
    expect(trees).toHaveLength(1);
    repository.git('branch', 'release');
    await look();
    expect(trees).toHaveLength(1);
  });

  test('a host that refuses the token is told, the token is not', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('no entry with this token');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shop.git`;
    await start({ url, token: 'a-wrong-token' });
    const fault = await look().then(() => undefined, (error: Error) => error);
    server.close();
    expect(asked).toContain(`Basic ${Buffer.from('git:a-wrong-token').toString('base64')}`);
    expect(fault?.message).toMatch(/^Expected git ls-remote to succeed, but .*Authentication failed for 'http:/);
    expect(JSON.stringify([fault?.message, log.lines])).not.toContain('a-wrong-token');
  });

  test('a repository that is not there is told in words of git, and the user of its URL is not told', async () => {
    await start({ url: 'https://ada:secret@127.0.0.1:1/shop.git' });
    const fault = await look().then(() => undefined, (error: Error) => error);
    expect(fault?.message).toMatch(/^Expected git ls-remote to succeed, but fatal: unable to access 'https:\/\/127\.0\.0\.1:1\/shop\.git/);
    expect(fault?.message).not.toContain('secret');
  });

  test('when the time is up git is ended', async () => {
    repository.commit({ 'catalog-info.yaml': 'one' });
    await start();
    await expect(look(AbortSignal.abort())).rejects.toThrow('the time was up');
    await look();
    expect(trees).toHaveLength(1);
  });
});

test('the token is written where only the portal reads it', async () => {
  repository.commit({ 'catalog-info.yaml': 'one' });
  await start({ token: 'hidden' });
  await look();
  const [bare = ''] = readdirSync(join(dataDirectory, 'catalog-git'));
  const file = join(dataDirectory, 'catalog-git', bare, 'config');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toContain(Buffer.from('git:hidden').toString('base64'));
});
