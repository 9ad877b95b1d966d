import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { allowAll, component, location, startCatalog } from '../testing/start-catalog.ts';
import type { StartedCatalog, StartOptions } from '../testing/start-catalog.ts';

let catalog: StartedCatalog;
const start = async (options: StartOptions) => (catalog = await startCatalog(options));
afterEach(() => catalog.stop());

const messages = async () => (await catalog.problems()).map(problem => problem.message);
const inside = { rules: allowAll, locations: [{ type: 'file', target: 'catalog/all.yaml' }] };
const api = (definition: string) =>
  [
    'apiVersion: backstage.io/v1alpha1',
    'kind: API',
    'metadata: {name: api}',
    `spec: {type: openapi, lifecycle: production, owner: a, definition: ${definition}}`,
    '',
  ].join('\n');

describe('targets of Location entities', () => {
  test.each([
    ['file:///etc/passwd', 'file', /lies outside of/],
    ['/etc/passwd', undefined, /lies outside of/],
    ['../secret.yaml', undefined, /lies outside of/],
    ['gopher://example.com/a', undefined, /the scheme gopher: is never read/],
    ['gopher://example.com/a', 'url', /the scheme gopher: is never read/],
    ['file:///etc/passwd', 'url', /the scheme file: is never read/],
    ['http://169.254.169.254/latest', 'url', /is not on the list/],
    ['https://user:secret@example.com/a.yaml', 'url', /user name or password/],
    ['file://server/share', undefined, /no file of this machine/],
    ['a.yaml', 'database', /the type database is unknown/],
  ])('%s as %s is refused', async (target, type, reason) => {
    await start({
      files: { 'catalog/all.yaml': location('all', [target], type), 'secret.yaml': component('secret') },
      section: inside,
    });
    expect(await catalog.refs()).toEqual(['location:default/all']);
    expect(await messages()).toEqual([expect.stringMatching(reason)]);
  });

  test('a location read from a URL cannot name files', async () => {
    await start({
      section: { rules: allowAll, locations: [{ type: 'url', target: 'https://example.com/all.yaml' }] },
      urls: {
        'https://example.com/all.yaml': `${location('a', ['/etc/passwd'], 'file')}---\n${location('b', ['file:///etc/passwd'])}`,
      },
    });
    expect(await messages()).toEqual([
      expect.stringMatching(/cannot name files of this machine/),
      expect.stringMatching(/the scheme file: is never read/),
    ]);
  });

  test('links that lead out of the folder are refused, and globs find nothing outside', async () => {
    await start({
      files: { 'catalog/all.yaml': location('all', ['link.yaml', '../*.yaml']), 'secret.yaml': component('secret') },
    });
    await symlink(join(catalog.folder, 'secret.yaml'), join(catalog.folder, 'catalog/link.yaml'));
    await catalog.refresh();
    expect(await catalog.refs()).toEqual(['location:default/all']);
    expect((await messages()).every(message => /lies outside of/.test(message))).toBe(true);
  });

  test('a folder given by `within` widens where files may lie', async () => {
    const section = { rules: allowAll, locations: [{ type: 'file', target: 'catalog/all.yaml', within: '.' }] };
    await start({
      files: { 'catalog/all.yaml': location('all', ['../other/a.yaml']), 'other/a.yaml': component('other') },
      section,
    });
    expect(await catalog.refs()).toEqual(['component:default/other', 'location:default/all']);
  });
});

describe('placeholders', () => {
  test('bring in text, JSON and YAML relative to the file, and a change of it shows', async () => {
    await start({
      files: { 'catalog/all.yaml': api('{$text: ./parts/api.yaml}'), 'catalog/parts/api.yaml': 'openapi: 3.1.0\n' },
      section: inside,
    });
    expect((await catalog.entity('api:default/api'))?.spec?.['definition']).toBe('openapi: 3.1.0\n');
    await catalog.write({
      'catalog/parts/api.yaml': 'openapi: 3.2.0\n',
      'catalog/parts/text.json': '"{}"',
      'catalog/parts/text.yaml': 'a: 1',
    });
    await catalog.refresh();
    expect((await catalog.entity('api:default/api'))?.spec?.['definition']).toBe('openapi: 3.2.0\n');
    await catalog.write({ 'catalog/all.yaml': api('{$json: parts/text.json}, extra: {$yaml: parts/text.yaml}') });
    await catalog.refresh();
    expect((await catalog.entity('api:default/api'))?.spec).toMatchObject({ definition: '{}', extra: { a: 1 } });
  });

  test.each([
    ['../../secret', /lies outside of/],
    ['../secret.yaml', /lies outside of/],
    ['file:///etc/passwd', /lies outside of/],
    ['/etc/passwd', /lies outside of/],
    ['http://169.254.169.254/', /is not on the list/],
    ['none.yaml', /it is not there/],
  ])('$text: %s is refused', async (target, reason) => {
    await start({ files: { 'catalog/all.yaml': api(`{$text: "${target}"}`), 'secret.yaml': 'secret' }, section: inside });
    expect(await catalog.refs()).toEqual([]);
    const [problem] = await catalog.problems();
    expect(problem).toMatchObject({ stage: 'placeholder', path: 'spec.definition', entityRef: 'api:default/api' });
    expect(problem?.message).toMatch(reason);
  });
});
