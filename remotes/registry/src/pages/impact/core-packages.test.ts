import { expect, test } from '@jest/globals';
import type { Offer } from '@portico/contracts';
import { corePackages, impactRequest } from './core-packages.ts';

const shared = { react: '19.3.1', 'react/jsx-runtime': '19.3.1', '@portico/plugin-api': '1.3.0', '@portico/ui/card': '1.0.0', '@portico/ui/table': '1.0.0' };
const offer: Offer = { schema: 1, pluginApi: '1.3.0', shared, routerNames: [], extensionPoints: [] };

test('modules of one package move together', () => {
  const packages = corePackages(offer);
  expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual(['@portico/plugin-api 1.3.0', 'react 19.3.1', '@portico/ui 1.0.0']);
  expect(impactRequest(packages, new Map([['react', ' 20.0.0 '], ['@portico/ui', '1.0.0'], ['@portico/plugin-api', '2.0.0'], ['vue', '3.0.0']]))).toEqual({
    shared: { react: '20.0.0', 'react/jsx-runtime': '20.0.0', '@portico/plugin-api': '2.0.0' },
    portal: '2.0.0',
  });
  expect(impactRequest(packages, new Map([['react', '']]))).toEqual({});
});
