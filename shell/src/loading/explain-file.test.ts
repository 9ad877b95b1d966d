import { beforeEach, describe, expect, test } from '@jest/globals';
import { createError, loaderErrors } from '@portico/errors';
import { digest } from '../fixtures/remotes.ts';
import { explainFile } from './explain-file.ts';
import { unreachableEntry } from './missing-file.ts';

const folder = 'http://localhost/remotes/radar/1.0.0/';
let sent: { status: number; type: string; changed: boolean };

beforeEach(() => {
  sent = { status: 200, type: 'text/javascript; charset=utf-8', changed: true };
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
  Object.assign(globalThis, {
    fetch: async (url: string | URL, { integrity }: { integrity?: string } = {}) => {
      if (String(url) === `${folder}portico-plugin.json`) return { json: async () => ({ assets: [{ path: 'page.js', integrity: digest }] }) };
      if (integrity === digest && sent.changed) throw new TypeError('Failed to fetch');
      return { ok: sent.status === 200, headers: { get: () => sent.type } };
    },
  });
});

const failed = (file: string) => {
  const cause = Object.assign(new Error('Loading chunk 5 failed.'), { name: 'ChunkLoadError', request: file });
  return createError(loaderErrors.FILES_UNREACHABLE, { what: 'page' }, { cause });
};
const codeFor = async (file: string) => (await explainFile(failed(file))).code;

describe('why a file did not run', () => {
  test('is found out where its bytes differ from the record, also below the folder of a further attempt', async () => {
    expect(await codeFor(`${folder}page.js`)).toBe('LOADER_FILE_CHANGED');
    expect(await codeFor('/remotes/radar/1.0.0/~2/page.js')).toBe('LOADER_FILE_CHANGED');
    expect((await explainFile(failed(`${folder}page.js`))).message).toContain('page.js differs from what was published');
  });

  test('is found out where a page came in its place', async () => {
    sent.type = 'text/html; charset=utf-8';
    expect(await codeFor(`${folder}page.js`)).toBe('LOADER_FILE_TYPE');
  });

  test('stays open where it is missing, is good by now, or is nobody’s record', async () => {
    sent.changed = false;
    expect(await codeFor(`${folder}page.js`)).toBe('LOADER_FILES_UNREACHABLE');
    sent = { status: 404, type: 'application/json', changed: true };
    expect(await codeFor(`${folder}page.js`)).toBe('LOADER_FILES_UNREACHABLE');
    sent.status = 200;
    expect(await codeFor(`${folder}other.js`)).toBe('LOADER_FILES_UNREACHABLE');
    expect(await codeFor('http://elsewhere.example/page.js')).toBe('LOADER_FILES_UNREACHABLE');
  });

  test('is found out for an entry, and for a module of which only the browser’s words tell', async () => {
    expect((await explainFile(unreachableEntry(`${folder}page.js`, undefined))).code).toBe('LOADER_FILE_CHANGED');
    const cause = new TypeError(`Failed to fetch dynamically imported module: ${folder}page.js`);
    expect((await explainFile(createError(loaderErrors.FILES_UNREACHABLE, { what: 'page' }, { cause }))).code).toBe('LOADER_FILE_CHANGED');
  });
});
