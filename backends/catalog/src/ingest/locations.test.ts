import { afterEach, describe, expect, test } from '@jest/globals';
import { allowAll, component, location, startCatalog } from '../testing/start-catalog.ts';
import type { StartedCatalog, StartOptions } from '../testing/start-catalog.ts';
import { onEveryDatabase } from '../testing/every-database.ts';

onEveryDatabase(() => {
  let catalog: StartedCatalog;
  const start = async (options: StartOptions) => (catalog = await startCatalog(options));
  afterEach(() => catalog.stop());

  describe('reading locations', () => {
    test('reads files by glob, several documents each, and adds where they came from', async () => {
      await start({
        files: { 'catalog/a.yaml': `${component('one')}---\n---\n${component('two')}`, 'catalog/b.yaml': component('three') },
      });
      expect(await catalog.refs()).toEqual(['component:default/one', 'component:default/three', 'component:default/two']);
      const entity = await catalog.entity('component:default/two');
      expect(entity?.metadata.annotations).toEqual({
        'backstage.io/managed-by-location': `file:${catalog.folder}/catalog/a.yaml`,
        'backstage.io/managed-by-origin-location': `file:${catalog.folder}/catalog/*.yaml`,
      });
      expect(entity?.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
      expect(entity?.relations).toEqual([{ type: 'ownedBy', targetRef: 'group:default/team-a' }]);
    });

    test('follows Location entities to files, globs and URLs, each relative to where it stands', async () => {
      await start({
        files: {
          'all.yaml':
            location('all', ['./deep/more.yaml', './parts/*.yaml']) +
            '---\n' +
            location('far', ['https://example.com/x/all.yaml'], 'url'),
          'deep/more.yaml': location('more', ['leaf.yaml']),
          'deep/leaf.yaml': component('leaf'),
          'parts/a.yaml': component('part-a'),
          'parts/b.yaml': component('part-b'),
        },
        section: { rules: allowAll, locations: [{ type: 'file', target: 'all.yaml' }] },
        urls: {
          'https://example.com/x/all.yaml': location('remote', ['./leaf.yaml']),
          'https://example.com/x/leaf.yaml': component('remote-leaf'),
        },
      });
      expect(await catalog.problems()).toEqual([]);
      expect((await catalog.refs()).filter(ref => ref.startsWith('component'))).toEqual([
        'component:default/leaf',
        'component:default/part-a',
        'component:default/part-b',
        'component:default/remote-leaf',
      ]);
      const remote = await catalog.entity('component:default/remote-leaf');
      expect(remote?.metadata.annotations).toMatchObject({
        'backstage.io/view-url': 'https://example.com/x/leaf.yaml',
        'backstage.io/edit-url': 'https://example.com/x/leaf.yaml',
        'backstage.io/source-location': 'url:https://example.com/x/',
      });
      const ancestry = await catalog.agent.get('/entities/by-name/component/default/leaf/ancestry');
      expect(ancestry.body).toMatchObject({
        rootEntityRef: 'component:default/leaf',
        items: [
          { parentEntityRefs: ['location:default/more'] },
          { parentEntityRefs: ['location:default/all'] },
          { entity: { kind: 'Location' } },
          { parentEntityRefs: [] },
        ],
      });
    });

    test('admits only kinds that the rules allow, at every hop', async () => {
      const group = 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: team-a}\nspec: {type: team, children: []}\n';
      const files = { 'all.yaml': location('all', ['inner.yaml']), 'inner.yaml': `${component('in')}---\n${group}` };
      await start({ files, section: { locations: [{ type: 'file', target: 'all.yaml' }] } });
      expect(await catalog.refs()).toEqual(['component:default/in', 'location:default/all']);
      expect(await catalog.problems()).toEqual([
        expect.objectContaining({ stage: 'rules', document: 1, line: 11, entityRef: 'group:default/team-a' }),
      ]);
      catalog.configure({ locations: [{ type: 'file', target: 'all.yaml', allow: ['Group'] }] });
      await catalog.refresh();
      expect(await catalog.refs()).toContain('group:default/team-a');
    });

    test('an edited, added or removed file shows at the next look; an untouched catalog keeps uid and etag', async () => {
      await start({ files: { 'catalog/a.yaml': component('a') } });
      const before = await catalog.entity('component:default/a');
      await catalog.write({ 'catalog/b.yaml': component('b', 'dependsOn: [component:a]') });
      await catalog.refresh();
      const after = await catalog.entity('component:default/a');
      expect(after?.relations).toContainEqual({ type: 'dependencyOf', targetRef: 'component:default/b' });
      expect(after?.metadata.uid).toBe(before?.metadata.uid);
      expect(after?.metadata.etag).not.toBe(before?.metadata.etag);
      await catalog.remove('catalog/b.yaml');
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/a']);
      expect(await catalog.entity('component:default/a')).toEqual(before);
    });

    test('a location that is no longer configured takes its entities along, by file or by URL', async () => {
      await start({
        files: { 'a.yaml': component('a') },
        section: {
          locations: [
            { type: 'file', target: 'a.yaml' },
            { type: 'url', target: 'https://example.com/b.yaml' },
          ],
        },
        urls: { 'https://example.com/b.yaml': component('b') },
      });
      expect(await catalog.refs()).toEqual(['component:default/a', 'component:default/b']);
      catalog.configure({ locations: [{ type: 'file', target: 'a.yaml' }] });
      await catalog.refresh();
      expect(await catalog.refs()).toEqual(['component:default/a']);
    });

    test('missing files are named, optional ones are not', async () => {
      const optional = `${location('maybe', ['none.yaml'])}  presence: optional\n`;
      await start({
        files: { 'all.yaml': `${location('all', ['gone.yaml'])}---\n${optional}` },
        section: { rules: allowAll, locations: [{ type: 'file', target: 'all.yaml' }] },
      });
      const problems = await catalog.problems();
      expect(problems.map(({ stage, location: where }) => [stage, where])).toEqual([['read', `file:${catalog.folder}/gone.yaml`]]);
      expect(catalog.warnings).toHaveLength(1);
      await catalog.refresh();
      expect(catalog.warnings).toHaveLength(1);
    });

    test('Location entities that lead in circles or too deep come to an end', async () => {
      const chain = Object.fromEntries(
        Array.from({ length: 15 }, (_, index) => [`l${index}.yaml`, location(`l${index}`, [`l${index + 1}.yaml`])]),
      );
      await start({
        files: { ...chain, 'circle.yaml': location('circle', ['circle.yaml']) },
        section: {
          rules: allowAll,
          locations: [
            { type: 'file', target: 'l0.yaml' },
            { type: 'file', target: 'circle.yaml' },
          ],
        },
      });
      expect(await catalog.refs()).toHaveLength(12);
      expect((await catalog.problems()).map(problem => problem.message)).toEqual([
        expect.stringMatching(/^Expected Location entities to lead at most 10 hops far, found more below file:.*l11\.yaml$/),
      ]);
    });
  });
});
