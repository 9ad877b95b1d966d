import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildAll } from './build-all.ts';
import { createTemporaryRepository } from './testing/temporary-repository.ts';
import { brokenRemote, tinyRemote } from './testing/tiny-packages.ts';

const timeLimitMs = 300_000;
const repository = createTemporaryRepository();
const { root } = repository;

describe('building all packages', () => {
  afterAll(() => repository.remove());

  test('builds a package once, and again only when its sources change', async () => {
    const directory = repository.add('remotes/tiny', tinyRemote);
    const lines: string[] = [];
    expect(await buildAll({ root, onProgress: line => lines.push(line) })).toEqual({ built: ['tiny'], upToDate: [] });
    expect(lines).toEqual(['tiny: building', expect.stringMatching(/^tiny: built in \d+\.\d s$/)]);
    expect(await buildAll({ root })).toEqual({ built: [], upToDate: ['tiny'] });
    writeFileSync(join(directory, 'src/pages/second.test.tsx'), 'a test is no input');
    expect(await buildAll({ root })).toEqual({ built: [], upToDate: ['tiny'] });
    writeFileSync(join(directory, 'src/routes.ts'), `export const firstPath = '/tiny-first';\n`);
    expect(await buildAll({ root })).toEqual({ built: ['tiny'], upToDate: [] });
  }, timeLimitMs);

  test('reports all faults of a broken remote at once, each with its rule, path and fix', async () => {
    repository.add('remotes/broken', brokenRemote);
    const failure = await buildAll({ root, names: ['broken'] }).catch((thrown: unknown) => thrown);
    const { details } = failure as { details: readonly { code: string; path: string; message: string; fix: string }[] };
    expect(details.map(({ code, path }) => `${code} at ${path}`).sort()).toEqual([
      'plugin-imports-are-allowed at src/plugin.tsx',
      'router-names-are-offered at federation.routerNames.0',
      expect.stringMatching(/^styles-have-no-global-selectors at styles\.\w+\.css$/),
    ]);
    expect(failure).toMatchObject({ code: 'BUILD_FAILED', message: 'Expected a build without faults, found 3' });
    expect(details.every(({ message, fix }) => message.startsWith('broken: ') && fix.length > 0)).toBe(true);
  }, timeLimitMs);

  test('refuses a name that no package has', async () => {
    await expect(buildAll({ root, names: ['nowhere'] })).rejects.toMatchObject({
      message: expect.stringContaining('got nowhere') as unknown,
    });
  });
});
