import { describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { screen } from '@testing-library/react';
import { renderInPortal } from '@portico/test-kit';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink, entityLabel } from './entity-ref-link.tsx';
import { entityContext, useEntity } from './index.ts';

const routes = [{ path: '/catalog', extension: 'page:catalog', refs: { entity: '/:namespace/:kind/:name' } }];
const snapshotRemotes = [{ id: 'catalog', routes }];
const entity: Entity = { apiVersion: 'v1', kind: 'Component', metadata: { name: 'My.Shell', title: 'The shell' } };

describe('EntityRefLink', () => {
  test.each([
    ['Component:Default/My.Shell', 'My.Shell', '/catalog/default/component/My.Shell'],
    [{ kind: 'API', namespace: 'platform', name: 'registry' }, 'platform/registry', '/catalog/platform/api/registry'],
    [entity, 'The shell', '/catalog/default/component/My.Shell'],
  ])('leads from %j to the page of the entity', (ref, name, href) => {
    renderInPortal(<EntityRefLink entity={ref} />, { snapshotRemotes });
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', href);
  });

  test('is plain text while no plugin has pages of entities', () => {
    renderInPortal(<EntityRefLink entity={entity} />);
    expect(screen.getByText('The shell')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('shows another text where it is given one', () => {
    renderInPortal(<EntityRefLink entity={entity}>owner</EntityRefLink>, { snapshotRemotes });
    expect(screen.getByRole('link', { name: 'owner' })).toBeVisible();
  });

  test('leaves out the kind that goes without saying', () => {
    expect(entityLabel('group:default/app', 'Group')).toBe('app');
    expect(entityLabel('user:default/ann', 'Group')).toBe('user:ann');
  });
});

describe('useEntity', () => {
  const Name = (): string => useEntity().entity.metadata.name;

  test('gives the entity of the page', () => {
    renderInPortal(<entityContext.Provider value={{ entity }}><Name /></entityContext.Provider>);
    expect(screen.getByText('My.Shell')).toBeVisible();
  });

  test('names the context where there is no such page', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => renderInPortal(<Name />)).toThrow('Expected to be inside a provider of context catalog.entity/v1, found none');
    log.mockRestore();
  });
});

test('what a plugin declares itself with runs in Node', () => {
  const source = `import { entityCardPoint } from '@portico/plugin-catalog-react';
    import { entityTabPoint } from '@portico/plugin-catalog-react/extension-points';
    console.log(entityCardPoint.id, entityTabPoint.id);`;
  const options = ['--conditions=@portico/source', '--input-type=module', '--eval', source];
  const output = execFileSync(process.execPath, options, { cwd: import.meta.dirname, encoding: 'utf8', env: {} });
  expect(output.trim()).toBe('catalog.entity-card/v1 catalog.entity-tab/v1');
});
