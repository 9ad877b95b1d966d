import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fakeFetch } from '../fixtures/answers.ts';
import { digest } from '../fixtures/remotes.ts';
import { importModuleEntry } from './import-module-entry.ts';
import type { LoadableRemote } from './loadable-remote.ts';

const folder = '/remotes/vite/1.0.0/';
const manifestUrl = `${folder}portico-plugin.json`;
const container = { init: () => undefined, get: () => undefined };
const assets = [
  { path: 'remoteEntry.js', integrity: digest },
  { path: 'chunks/page.js', integrity: `sha384-${'c'.repeat(64)}` },
];

function aModule(changes: Partial<LoadableRemote> = {}): LoadableRemote {
  const entry = { url: `${folder}remoteEntry.js`, type: 'module', global: 'vite', integrity: digest } as const;
  return { id: 'vite', version: '1.0.0', entry, module: './plugin', unverified: false, ...changes };
}

/** A browser that enforces import maps, unless told otherwise: it refuses the module of the probe. */
async function setUp({ enforces = true, manifest = { assets } as unknown } = {}) {
  const imported: string[] = [];
  const importModule = jest.fn(async (url: string) => {
    imported.push(url);
    if (url.startsWith('blob:') && enforces) throw new TypeError('Failed to fetch');
    return container;
  });
  const { fetch } = fakeFetch({ [manifestUrl]: { body: manifest } });
  return { imported, importModule, fetch, nonce: 'n' };
}

/** The digests that were added to the page, by path. */
function pinned(): Record<string, string> {
  const maps = [...document.querySelectorAll('script[type=importmap]')].map(map => JSON.parse(map.textContent ?? '') as { integrity: Record<string, string> });
  return Object.fromEntries(maps.flatMap(({ integrity }) => Object.entries(integrity)).map(([url, value]) => [new URL(url).pathname, value]));
}

// The outcome of the probe is kept for the life of the page, so the order of these tests matters: first a browser that enforces.
beforeEach(() => {
  document.head.innerHTML = '';
  Object.assign(HTMLScriptElement, { supports: (type: string) => type === 'importmap' });
  Object.assign(URL, { createObjectURL: () => 'blob:http://localhost/probe', revokeObjectURL: () => undefined });
});
afterEach(() => void jest.useRealTimers());

describe('an ES-module entry', () => {
  test('is imported after all files of its remote are pinned', async () => {
    const browser = await setUp();
    expect(await importModuleEntry({ remote: aModule(), attempt: 0, ...browser })).toBe(container);
    expect(pinned()).toMatchObject({ [`${folder}remoteEntry.js`]: digest, [`${folder}chunks/page.js`]: assets[1]?.integrity });
    expect(browser.imported.at(-1)).toBe(`${folder}remoteEntry.js`);
    expect(document.querySelector('script')?.nonce).toBe('n');
  });

  test('is imported from a path of its own at each further attempt', async () => {
    const browser = await setUp();
    await importModuleEntry({ remote: aModule(), attempt: 2, ...browser });
    expect(browser.imported.at(-1)).toBe(`${folder}~2/remoteEntry.js`);
    expect(pinned()).toHaveProperty([`${folder}~2/chunks/page.js`]);
  });

  test.each([
    ['there is no list of files', { text: '<!doctype html>' }, 'LOADER_INTEGRITY_MISSING'],
    ['a file has no digest', { assets: [{ path: 'remoteEntry.js' }] }, 'LOADER_INTEGRITY_MISSING'],
    ['the entry is not in the list', { assets: [assets[1]] }, 'LOADER_INTEGRITY_MISSING'],
    ['the list has another digest for the entry', { assets: [{ path: 'remoteEntry.js', integrity: assets[1]?.integrity }] }, 'LOADER_INTEGRITY_DIFFERS'],
  ])('is refused when %s', async (_when, manifest, code) => {
    const browser = await setUp({ manifest });
    await expect(importModuleEntry({ remote: aModule(), attempt: 0, ...browser })).rejects.toMatchObject({ code });
    expect(browser.imported).not.toContain(`${folder}remoteEntry.js`);
  });

  test('that is unverified is imported as it is', async () => {
    const browser = await setUp();
    const entry = { url: 'http://localhost:5173/remoteEntry.js', type: 'module', global: 'vite' } as const;
    expect(await importModuleEntry({ remote: aModule({ entry, unverified: true }), attempt: 1, ...browser })).toBe(container);
    expect(browser.imported).toEqual(['http://localhost:5173/remoteEntry.js?attempt=1']);
  });

  test('that hangs is given up after 10 s', async () => {
    const browser = await setUp();
    jest.useFakeTimers();
    const importModule = () => new Promise(() => undefined);
    const failure = expect(importModuleEntry({ remote: aModule(), attempt: 0, ...browser, importModule })).rejects.toMatchObject({ code: 'LOADER_ENTRY_LATE' });
    await jest.advanceTimersByTimeAsync(10_000);
    await failure;
  });

  test('that throws while it runs is broken, not missing', async () => {
    const browser = await setUp();
    const importModule = () => Promise.reject(new SyntaxError('Unexpected token'));
    await expect(importModuleEntry({ remote: aModule(), attempt: 0, ...browser, importModule })).rejects.toMatchObject({ code: 'LOADER_ENTRY_BROKEN' });
  });

  test('is refused in a browser that does not enforce digests', async () => {
    jest.resetModules();
    const afresh = await import('./import-module-entry.ts');
    const browser = await setUp({ enforces: false });
    await expect(afresh.importModuleEntry({ remote: aModule(), attempt: 0, ...browser })).rejects.toMatchObject({ code: 'LOADER_INTEGRITY_UNENFORCED' });
    expect(browser.imported).toEqual(['blob:http://localhost/probe']);
  });
});
