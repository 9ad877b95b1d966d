import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isPorticoError } from '@portico/errors';
import { loadConfig } from '@portico/config/node';
import { registryConfigSchema } from './config-schema.ts';
import { readRegistryConfig } from './registry-config.ts';
import type { RegistryConfig } from './registry-config.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'portico-registry-config-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function read(registry: object): Promise<RegistryConfig> {
  writeFileSync(path.join(directory, 'app-config.yaml'), JSON.stringify({ registry }));
  return readRegistryConfig((await loadConfig({ directory, env: {}, schemas: [registryConfigSchema] })).reader);
}

async function faultsOf(registry: object): Promise<string[]> {
  const fault: unknown = await read(registry).catch((thrown: unknown) => thrown);
  return isPorticoError(fault) ? (fault.details ?? []).map(detail => detail.path ?? '') : [];
}

describe('the configuration of the registry', () => {
  test('names remotes by folder and by URL', async () => {
    const { registrations } = await read({
      remotes: [
        { path: 'remotes/tech-radar/dist' },
        { path: '/srv/Cost Insights', route: '/costs' },
        { id: 'docs', url: 'https://docs.example/portal/' },
        { id: 'wiki', url: 'https://wiki.example/remoteEntry.js', live: true, global: 'wiki_app' },
      ],
    });
    expect(registrations).toEqual([
      { origin: 'configuration', kind: 'folder', id: 'tech-radar', location: 'remotes/tech-radar/dist' },
      { origin: 'configuration', kind: 'folder', id: 'cost-insights', location: '/srv/Cost Insights', route: '/costs' },
      { origin: 'configuration', kind: 'mirror', id: 'docs', expectedId: 'docs', location: 'https://docs.example/portal/' },
      {
        origin: 'configuration',
        kind: 'live',
        id: 'wiki',
        expectedId: 'wiki',
        location: 'https://wiki.example/remoteEntry.js',
        global: 'wiki_app',
      },
    ]);
  });

  test('has defaults for everything', async () => {
    expect(await read({})).toMatchObject({
      registrations: [],
      artifactsArePublic: false,
      allowedOrigins: [],
      offerFile: path.join('shell/dist', 'offer.json'),
      overrides: {
        enabled: true,
        allowedOrigins: ['http://localhost:*', 'http://127.0.0.1:*'],
        allowedRoles: ['portal-admin', 'remote-publisher'],
        lastsMs: 8 * 3600_000,
        mostPerSession: 5,
      },
    });
  });

  test('takes origins of overrides with a wildcard for the port, and none elsewhere', async () => {
    const good = ['https://builds.example', 'http://localhost:*', 'http://10.0.0.1:8080'];
    expect((await read({ overrides: { allowedOrigins: good, expireAfterHours: 0.5 } })).overrides).toMatchObject({ allowedOrigins: good, lastsMs: 1800_000 });
    const bad = ['https://*.example', '*', 'http://localhost:*/', 'localhost:*', 'http://LOCALHOST', 'http://a@localhost', "'self'", 'http://x; script-src *'];
    expect(await faultsOf({ overrides: { allowedOrigins: bad } })).toEqual(bad.map((_origin, index) => `registry.overrides.allowedOrigins[${index}]`));
    expect(await faultsOf({ overrides: { mostPerSession: 0, expireAfterHours: 0, allowed: true } })).toHaveLength(3);
  });

  test('is refused with the place of every fault', async () => {
    const remotes = [{ path: 'a', route: 'radar' }, { id: 'x', url: 'ftp://x' }, { id: 'X y', path: 'b' }];
    expect(await faultsOf({ remotes, artifacts: { public: 'yes' }, mirrors: 1 })).toEqual(
      expect.arrayContaining([
        'registry.remotes[0].route',
        'registry.remotes[1].url',
        'registry.remotes[2].id',
        'registry.artifacts.public',
        'registry.mirrors',
      ]),
    );
  });
});
