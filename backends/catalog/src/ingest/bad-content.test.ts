import { afterEach, describe, expect, test } from '@jest/globals';
import { allowAll, component, location, startCatalog } from '../testing/start-catalog.ts';
import type { StartedCatalog, StartOptions } from '../testing/start-catalog.ts';
import { onEveryDatabase } from '../testing/every-database.ts';

let catalog: StartedCatalog;
const start = async (options: StartOptions) => (catalog = await startCatalog(options));
afterEach(() => catalog.stop());

const messages = async () => (await catalog.problems()).map(problem => problem.message);

describe('bad content', () => {
  test('is kept out with file, document, line, path and reason, and the rest of the file is let in', async () => {
    const bad = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: bad\nspec:\n  type: 5\n  owner: x\n';
    await start({ files: { 'catalog/a.yaml': `${component('good')}---\n${bad}` } });
    expect(await catalog.refs()).toEqual(['component:default/good']);
    const at = {
      location: `file:${catalog.folder}/catalog/a.yaml`,
      origin: `file:${catalog.folder}/catalog/*.yaml`,
      stage: 'kind',
      document: 1,
    };
    expect(await catalog.problems()).toEqual([
      {
        ...at,
        entityRef: 'component:default/bad',
        line: 14,
        path: 'spec.lifecycle',
        message: 'spec.lifecycle: expected a value, found nothing',
      },
      {
        ...at,
        entityRef: 'component:default/bad',
        line: 15,
        path: 'spec.type',
        message: 'spec.type: expected a string, found the number 5',
      },
    ]);
  });

  test.each([
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
      /at most 100 uses of aliases/,
    ],
    ['nesting 10,000 deep', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, /at most 100 levels of nesting/],
    ['lists 10,000 deep', `${'- '.repeat(10_000)}x\n`, /at most 100 levels of nesting/],
    ['mappings 1,400 deep', Array.from({ length: 1400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), /less nesting/],
    ['a tag that runs code', 'a: !!js/function "function () {}"\n', /Unresolved tag/],
    ['duplicate keys', 'a: 1\nb: 2\na: 3\n', /each key once in an object, found "a" twice/],
    ['tabs', 'a:\n\tb: 1\n', /Tabs are not allowed/],
    ['a key that reaches prototypes', 'a: {__proto__: {b: 1}}\n', /found the key "__proto__"/],
    ['an endless alias', 'a: &a [*a]\n', /at most 100 levels of nesting/],
    ['numbers that JSON lacks', 'a: .inf\n', /a number that JSON has, found Infinity/],
    ['a list in place of an entity', '- a\n', /expected an object with apiVersion, kind and metadata, found a list/],
  ])('%s is refused with a reason', async (_name, text, reason) => {
    await start({ files: { 'catalog/bad.yaml': text, 'catalog/good.yaml': component('good') } });
    expect(await catalog.refs()).toEqual(['component:default/good']);
    expect((await messages())[0]).toMatch(reason);
  });

  test('bytes that are no UTF-8 are refused', async () => {
    await start({ files: { 'catalog/latin.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xe9]) } });
    expect(await messages()).toEqual([expect.stringMatching(/Expected UTF-8 text in .*latin\.yaml, got other bytes/)]);
  });

  test('a file of 50 MB is not read', async () => {
    await start({ files: { 'catalog/large.yaml': '#'.repeat(50 * 1024 * 1024), 'catalog/good.yaml': component('good') } });
    expect(await catalog.refs()).toEqual(['component:default/good']);
    expect(await messages()).toEqual([expect.stringMatching(/at most 1048576 bytes, got 52428800 bytes/)]);
  });

  test('empty documents, a byte order mark and Windows line ends are fine', async () => {
    const windows = `\uFEFF---\r\n${component('windows').replaceAll('\n', '\r\n')}---\r\n`;
    await start({ files: { 'catalog/empty.yaml': '---\n', 'catalog/nothing.yaml': '', 'catalog/windows.yaml': windows } });
    expect(await catalog.refs()).toEqual(['component:default/windows']);
    expect(await messages()).toEqual([]);
  });

  test('a large object with many keys is checked in no time', async () => {
    const keys = Array.from({ length: 15_000 }, (_, index) => `    k${index}: 1`).join('\n');
    await start({ files: { 'catalog/keys.yaml': `${component('keys', 'data:')}${keys}\n` } });
    expect(await catalog.refs()).toEqual(['component:default/keys']);
  });
});

onEveryDatabase(() => {
  describe('a file that turns bad', () => {
    test('keeps its last good entities until it is mended', async () => {
      await start({ files: { 'catalog/a.yaml': `${component('one')}---\n${component('two')}` } });
      await catalog.write({ 'catalog/a.yaml': 'a: [' });
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/one', 'component:default/two']);
      expect(await messages()).toHaveLength(1);
      await catalog.write({ 'catalog/a.yaml': component('two') });
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/two']);
      expect(await messages()).toEqual([]);
    });

    test('with one bad document keeps that entity only', async () => {
      await start({ files: { 'catalog/a.yaml': `${component('one')}---\n${component('two')}` } });
      await catalog.write({ 'catalog/a.yaml': component('two').replace('type: service', 'type: 5') });
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/two']);
      expect((await catalog.entity('component:default/two'))?.spec?.['type']).toBe('service');
    });

    test('tells the problems of one entity and of its file', async () => {
      await start({ files: { 'catalog/a.yaml': component('one'), 'catalog/b.yaml': component('two') } });
      await catalog.write({ 'catalog/a.yaml': component('one').replace('type: service', 'type: 5'), 'catalog/b.yaml': 'a: [' });
      await catalog.refresh();
      const stagesOf = async (ref: string) => {
        const { body } = await catalog.agent.get(`/problems?entityRef=${ref}`);
        return (body as { items: { stage: string }[] }).items.map(({ stage }) => stage);
      };
      expect(await stagesOf('Component:default/one')).toEqual(['kind']);
      expect(await stagesOf('component:default/two')).toEqual(['yaml']);
      expect(await stagesOf('component:default/three')).toEqual([]);
    });

    test('keeps what its Location entities led to', async () => {
      await start({
        files: { 'all.yaml': location('all', ['leaf.yaml']), 'leaf.yaml': component('leaf') },
        section: { rules: allowAll, locations: [{ type: 'file', target: 'all.yaml' }] },
      });
      await catalog.write({ 'all.yaml': location('all', ['leaf.yaml']).replace('kind: Location', 'kind: "Loc ation"') });
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/leaf', 'location:default/all']);
    });
  });

  describe('two definitions of one entity', () => {
    test('the first keeps it, the second is named, and takes over when the first goes away', async () => {
      await start({ files: { 'catalog/a.yaml': component('shared') } });
      const uid = (await catalog.entity('component:default/shared'))?.metadata.uid;
      await catalog.write({ 'catalog/0.yaml': component('shared').replace('service', 'website') });
      await catalog.refresh();
      expect((await catalog.entity('component:default/shared'))?.spec?.['type']).toBe('service');
      expect(await catalog.problems()).toEqual([
        expect.objectContaining({
          stage: 'conflict',
          location: `file:${catalog.folder}/catalog/0.yaml`,
          entityRef: 'component:default/shared',
          message: expect.stringContaining(`file:${catalog.folder}/catalog/a.yaml defined it before`),
        }),
      ]);
      await catalog.remove('catalog/a.yaml');
      await catalog.refresh();
      const entity = await catalog.entity('component:default/shared');
      expect([entity?.spec?.['type'], entity?.metadata.uid]).toEqual(['website', uid]);
      expect(await messages()).toEqual([]);
    });

    test('the loser has no relations, and within one file the first document wins', async () => {
      const twice = `${component('shared')}---\n${component('Shared', 'dependsOn: [component:other]')}`;
      await start({ files: { 'catalog/a.yaml': twice } });
      expect((await catalog.entity('component:default/shared'))?.relations).toHaveLength(1);
      expect(await messages()).toEqual([expect.stringMatching(/document 0 of the same source defines it/)]);
    });

    test('a file that two locations lead to is no conflict', async () => {
      const locations = [
        { type: 'file', target: 'catalog/*.yaml' },
        { type: 'file', target: 'catalog/a.yaml' },
      ];
      await start({ files: { 'catalog/a.yaml': component('a') }, section: { rules: allowAll, locations } });
      expect(await messages()).toEqual([]);
      catalog.configure({ rules: allowAll, locations: locations.slice(1) });
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/a']);
    });
  });
});
