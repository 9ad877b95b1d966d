import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { coreConfigSchema, loadConfig, watchConfig } from '../node.ts';
import type { LoadedConfig } from '../node.ts';

let directory = '';
let stop = (): void => undefined;

type Report = { readonly loaded: LoadedConfig } | { readonly fault: unknown };

async function watchFolder(): Promise<() => Promise<Report>> {
  const options = { directory, env: {}, schemas: [coreConfigSchema] };
  const current = await loadConfig(options);
  const reports: Report[] = [];
  const waiting: ((report: Report) => void)[] = [];
  const report = (value: Report): void => {
    const next = waiting.shift();
    if (next) next(value);
    else reports.push(value);
  };
  stop = watchConfig({ ...options, current, debounceMs: 20 }, loaded => report({ loaded }), fault => report({ fault }));
  return () => {
    const known = reports.shift();
    return known ? Promise.resolve(known) : new Promise(resolve => waiting.push(resolve));
  };
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portico-watch-'));
  await writeFile(join(directory, 'app-config.yaml'), 'app: { title: one }');
});
afterEach(async () => {
  stop();
  await rm(directory, { recursive: true, force: true });
});

describe('watching', () => {
  test('reports a change, also by a file that is replaced or did not exist', async () => {
    const next = await watchFolder();
    await writeFile(join(directory, 'new.yaml'), 'app: { title: two }');
    await rename(join(directory, 'new.yaml'), join(directory, 'app-config.yaml'));
    expect(await next()).toMatchObject({ loaded: { data: { app: { title: 'two' } } } });
    await writeFile(join(directory, 'app-config.local.yaml'), 'app: { title: three }');
    expect(await next()).toMatchObject({ loaded: { data: { app: { title: 'three' } } } });
  });

  test('reports a bad change as a fault, and goes on', async () => {
    const next = await watchFolder();
    await writeFile(join(directory, 'app-config.yaml'), 'app: { baseUrl: nowhere }');
    expect(await next()).toMatchObject({ fault: { code: 'CONFIG_INVALID' } });
    await writeFile(join(directory, 'app-config.yaml'), 'app: { title: good }');
    expect(await next()).toMatchObject({ loaded: { data: { app: { title: 'good' } } } });
  });

  test('does not report a change that leads to the same values', async () => {
    const next = await watchFolder();
    await writeFile(join(directory, 'app-config.yaml'), '# a comment\napp: { title: one }');
    await writeFile(join(directory, 'app-config.local.yaml'), 'organization: { name: x }');
    expect(await next()).toMatchObject({ loaded: { data: { app: { title: 'one' }, organization: { name: 'x' } } } });
  });
});
