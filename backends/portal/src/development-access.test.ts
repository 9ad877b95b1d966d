import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentAccess } from './development-access.ts';

let dataDirectory = '';

beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'portico-portal-'));
});
afterEach(() => rm(dataDirectory, { recursive: true }));

test('in development the token is made once per data folder, for its owner only', async () => {
  const first = await developmentAccess({ dataDirectory, development: true });
  expect(first).toMatchObject([{ subject: 'external:development', roles: ['portal-admin'] }]);
  const path = join(dataDirectory, 'dev-token');
  expect(await readFile(path, 'utf8')).toBe(`${first[0]?.token}\n`);
  expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600');
  expect(await developmentAccess({ dataDirectory, development: true })).toEqual(first);
});

test('outside development a token that was left behind opens nothing', async () => {
  await developmentAccess({ dataDirectory, development: true });
  expect(await developmentAccess({ dataDirectory, development: false })).toEqual([]);
});
