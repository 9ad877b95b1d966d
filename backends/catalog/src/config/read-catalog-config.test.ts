import { describe, expect, test } from '@jest/globals';
import { isAllowed } from './allow-rules.ts';
import { readCatalogConfig } from './read-catalog-config.ts';

const entity = (kind: string, type?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'a' },
  ...(type ? { spec: { type } } : {}),
});

function allowed(section: Parameters<typeof readCatalogConfig>[0], kind: string, type?: string): boolean {
  const [origin] = readCatalogConfig(section, '/portal').origins;
  return isAllowed(entity(kind, type), origin?.allow ?? []);
}

describe('rules', () => {
  const locations = [{ type: 'file', target: 'a.yaml' }];

  test('without any, components, APIs and locations are allowed, as in Backstage', () => {
    expect(['Component', 'API', 'Location', 'Group', 'User'].map(kind => allowed({ locations }, kind))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('may name kinds, types and locations, and those of a location come on top', () => {
    const rules = [
      { allow: ['Group', { kind: 'Component', 'spec.type': 'Website' }] },
      { allow: ['User'], locations: [{ type: 'url' }] },
      { allow: ['System'], locations: [{ type: 'file', exact: 'a.yaml' }] },
      { allow: ['Domain'], locations: [{ pattern: '*.json' }] },
    ];
    expect(allowed({ rules, locations }, 'group')).toBe(true);
    expect(allowed({ rules, locations }, 'Component', 'website')).toBe(true);
    expect(allowed({ rules, locations }, 'Component', 'service')).toBe(false);
    expect(allowed({ rules, locations }, 'User')).toBe(false);
    expect(allowed({ rules, locations }, 'System')).toBe(true);
    expect(allowed({ rules, locations }, 'Domain')).toBe(false);
    const own = [{ type: 'file', target: 'a.yaml', allow: ['API'], rules: [{ allow: ['User'] }] }];
    expect(['API', 'User', 'Group'].map(kind => allowed({ rules, locations: own }, kind))).toEqual([true, true, true]);
  });
});

describe('locations', () => {
  test('are absolute, known once, and files stay inside their folder', () => {
    const locations = [
      { type: 'file', target: './catalog/**/info.yaml' },
      { type: 'file', target: '../other/all.yaml' },
      { type: 'file', target: 'deep/all.yaml', within: '.' },
      { type: 'url', target: 'https://example.com/a.yaml' },
      { type: 'url', target: 'https://example.com:443/a.yaml' },
    ];
    const { origins } = readCatalogConfig({ locations }, '/portal');
    expect(origins.map(({ key, folder }) => [key, folder])).toEqual([
      ['file:/portal/catalog/**/info.yaml', '/portal/catalog'],
      ['file:/other/all.yaml', '/other'],
      ['file:/portal/deep/all.yaml', '/portal'],
      ['url:https://example.com/a.yaml', undefined],
    ]);
  });

  test('a URL that is none is refused with its path', () => {
    const locations = [{ type: 'url', target: 'ftp://example.com' }];
    expect(() => readCatalogConfig({ locations }, '/portal')).toThrow(
      'At catalog.locations[0].target: Expected an http or https URL, since the type is url, got "ftp://example.com"',
    );
  });
});

test.each([
  [undefined, 100_000],
  [false, false],
  [{ seconds: 30 }, 30_000],
  [{ minutes: 2, milliseconds: 5 }, 120_005],
  ['30s', 30_000],
] as const)('the interval %j is %j', (processingInterval, expected) => {
  const section = processingInterval === undefined ? {} : { processingInterval };
  expect(readCatalogConfig(section, '/portal').intervalMs).toBe(expected);
});
