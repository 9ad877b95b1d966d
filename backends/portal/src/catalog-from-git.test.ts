import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import catalogPlugin from '@portico/plugin-catalog-backend';
import catalogGitModule from '@portico/plugin-catalog-backend-module-git';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';

let folder: string;
let backend: TestBackend | undefined;

const repository = () => join(folder, 'shop');
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository(), '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args]);

function commit(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository(), path)), { recursive: true });
    writeFileSync(join(repository(), path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Change');
}

const api = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: ${name}\nspec:\n  type: openapi\n  lifecycle: production\n  owner: team-a\n  definition:\n    $text: ./openapi.yaml\n`;

async function start(): Promise<TestBackend> {
  backend = await startTestBackend({
    features: [catalogPlugin, catalogGitModule],
    dataDirectory: join(folder, 'data'),
    config: { catalog: { providers: { git: { shop: { url: repository(), schedule: { frequency: { milliseconds: 100 } } } } } } },
  });
  return backend;
}

interface Found {
  readonly spec: { readonly definition: string };
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
}

/** Asks until the catalog answers so. */
async function eventually(running: TestBackend, name: string, holds: (entity: Found | undefined) => boolean): Promise<Found | undefined> {
  for (;;) {
    const response = await running.fetch(`/api/catalog/entities/by-name/api/default/${name}`, { as: mockCredentials.user() });
    const entity = response.ok ? ((await response.json()) as Found) : undefined;
    if (holds(entity)) return entity;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-catalog-git-'));
  mkdirSync(repository());
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(async () => {
  await backend?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the catalog follows a git repository, with the files that its entities name', async () => {
  commit({ 'pay/catalog-info.yaml': api('pay'), 'pay/openapi.yaml': 'one' });
  const running = await start();
  const pay = await eventually(running, 'pay', entity => entity !== undefined);
  expect(pay?.spec.definition).toBe('one');
  expect(pay?.metadata.annotations).toEqual({
    'backstage.io/managed-by-location': `url:git+file://${repository()}/blob/HEAD/pay/catalog-info.yaml`,
    'backstage.io/managed-by-origin-location': 'provider:git:shop',
    'backstage.io/source-location': `url:git+file://${repository()}/blob/HEAD/pay/`,
  });
  commit({ 'pay/openapi.yaml': 'two' });
  expect((await eventually(running, 'pay', entity => entity?.spec.definition === 'two'))?.spec.definition).toBe('two');
});

test('entities stay when the portal starts while the repository is away, and go when their file goes', async () => {
  commit({ 'catalog-info.yaml': api('pay'), 'openapi.yaml': 'one', 'b/catalog-info.yaml': api('gone'), 'b/openapi.yaml': 'x' });
  await eventually(await start(), 'gone', entity => entity !== undefined);
  await backend?.stop();
  git('config', 'core.bare', 'true');
  execFileSync('mv', [repository(), `${repository()}-away`]);
  const again = await start();
  await eventually(again, 'pay', entity => entity !== undefined);
  execFileSync('mv', [`${repository()}-away`, repository()]);
  git('config', 'core.bare', 'false');
  git('rm', '--quiet', '-r', 'b');
  git('commit', '--quiet', '--message', 'Remove');
  expect(await eventually(again, 'gone', entity => entity === undefined)).toBeUndefined();
  expect(await eventually(again, 'pay', entity => entity !== undefined)).toBeDefined();
});

test('what the files of a repository name outside of it is not read', async () => {
  commit({ 'catalog-info.yaml': api('pay').replace('./openapi.yaml', '../../../../../etc/hostname') });
  const running = await start();
  for (;;) {
    const response = await running.fetch('/api/catalog/problems', { as: mockCredentials.user() });
    const { items } = (await response.json()) as { items: { message: string }[] };
    if (items.length > 0) {
      expect(items[0]?.message).toMatch(/cannot replace \$text: Expected a target that this location may read/);
      return;
    }
  }
});
