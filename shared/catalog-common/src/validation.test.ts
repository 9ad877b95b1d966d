import { describe, expect, test } from '@jest/globals';
import { createEntityValidator, validateEntity } from './validation.ts';

const spec = { type: 'service', lifecycle: 'production', owner: 'team-a' };
const valid = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'shell' }, spec };

function faultsOf(entity: unknown): readonly string[] {
  const verdict = validateEntity(entity);
  return verdict.ok ? [] : verdict.faults.map(fault => fault.path);
}

const withMetadata = (metadata: object) => ({ ...valid, metadata: { ...valid.metadata, ...metadata } });

describe('the envelope', () => {
  test.each<[string, object]>([
    ['a name with dots, dashes and underscores', { name: 'A.b-c_9' }],
    ['a name of 63 characters', { name: 'a'.repeat(63) }],
    ['a namespace with dashes', { namespace: 'a--b-c' }],
    ['labels with and without a domain', { labels: { tier: 'one', 'example.com/tier': '', 'a.b/c.d': 'x_y' } }],
    ['any text as annotation', { annotations: { 'example.com/a': 'anything: at all' } }],
    ['tags', { tags: ['c++', 'c#', 'a:b', 'spring-boot'] }],
    ['links of any scheme', { links: [{ url: 'javascript:void 0', title: 'x', icon: 'docs', type: 'y' }] }],
    ['an empty description', { description: '' }],
    ['further metadata', { anything: [1] }],
  ])('allows %s', (_name, metadata) => {
    expect(faultsOf(withMetadata(metadata))).toEqual([]);
  });

  test.each<[object, string]>([
    [{ name: 'a b' }, 'metadata.name'],
    [{ name: '-a' }, 'metadata.name'],
    [{ name: 'a.' }, 'metadata.name'],
    [{ name: 'a'.repeat(64) }, 'metadata.name'],
    [{ name: 5 }, 'metadata.name'],
    [{ namespace: 'Upper' }, 'metadata.namespace'],
    [{ namespace: null }, 'metadata.namespace'],
    [{ title: '' }, 'metadata.title'],
    [{ labels: { a: 5 } }, 'metadata.labels.a'],
    [{ labels: { 'a b': 'c' } }, 'metadata.labels'],
    [{ labels: { 'Upper.com/a': 'c' } }, 'metadata.labels'],
    [{ annotations: { 'a/b/c': 'x' } }, 'metadata.annotations'],
    [{ annotations: [] }, 'metadata.annotations'],
    [{ tags: null }, 'metadata.tags'],
    [{ tags: ['Upper'] }, 'metadata.tags.0'],
    [{ links: [{ url: 'nowhere' }] }, 'metadata.links.0.url'],
    [{ links: [{ url: 'https://a.example', title: '' }] }, 'metadata.links.0.title'],
    [{ links: [5] }, 'metadata.links.0'],
  ])('refuses %j at %s', (metadata, path) => {
    expect(faultsOf(withMetadata(metadata))).toEqual([path]);
  });

  test('refuses other root keys, kinds and versions, all at once', () => {
    const faulty = { ...valid, apiVersion: 'a/b/c', kind: '1a', relations: [], status: {}, spec: 'x' };
    expect(faultsOf(faulty)).toEqual(['apiVersion', 'kind', 'spec', 'relations', 'status']);
    expect(faultsOf(null)).toEqual(['']);
    expect(faultsOf({})).toEqual(['apiVersion', 'kind', 'metadata']);
  });

  test('says what was expected and what was found', () => {
    const verdict = validateEntity(withMetadata({ name: '${{ values.name }}' }));
    expect(verdict).toMatchObject({
      ok: false,
      stage: 'envelope',
      faults: [
        {
          message:
            'metadata.name: expected letters and digits, separated by any of - _ . , 1 to 63 characters, found "${{ values.name }}"',
        },
      ],
    });
  });
});

describe('kinds', () => {
  const of = (kind: string, kindSpec: object | undefined, apiVersion = valid.apiVersion) => ({
    ...valid,
    apiVersion,
    kind,
    spec: kindSpec,
  });

  test.each<[string, object | undefined, string[]]>([
    ['Component', {}, ['spec.type', 'spec.lifecycle', 'spec.owner']],
    ['Component', undefined, ['spec']],
    ['Component', { ...spec, dependsOn: 'a', providesApis: [''] }, ['spec.providesApis.0', 'spec.dependsOn']],
    ['API', { ...spec, definition: { $text: 'a' } }, ['spec.definition']],
    ['API', spec, ['spec.definition']],
    ['API', { ...spec, type: 'mcp-server', remotes: [{ type: 'http', url: 'x' }] }, ['spec.definition']],
    ['Resource', {}, ['spec.type', 'spec.owner']],
    ['System', { owner: '' }, ['spec.owner']],
    ['Domain', {}, ['spec.owner']],
    ['Group', { type: 'team' }, ['spec.children']],
    ['Group', { type: 'team', children: [], profile: { email: 5 } }, ['spec.profile.email']],
    ['User', {}, []],
    ['User', { memberOf: 'team-a' }, ['spec.memberOf']],
    ['Location', { targets: ['a'], presence: 'maybe' }, ['spec.presence']],
    ['Location', {}, []],
    ['Template', undefined, []],
    ['constructor', undefined, []],
  ])('%s with %j has faults at %j', (kind, kindSpec, paths) => {
    expect([...faultsOf(of(kind, kindSpec))].toSorted()).toEqual(paths.toSorted());
  });

  test('an MCP server names its remotes from v1beta1 on', () => {
    const remotes = [{ type: 'streamable-http', url: 'https://a.example' }];
    expect(faultsOf(of('API', { ...spec, type: 'mcp-server', remotes }, 'backstage.io/v1beta1'))).toEqual([]);
    expect(faultsOf(of('API', spec, 'backstage.io/v1beta1'))).toEqual(['spec.definition']);
  });

  test('kinds and versions without rules are valid and say so', () => {
    const validate = createEntityValidator();
    expect(validate(of('AiResource', {}))).toMatchObject({ ok: true, knownKind: false });
    expect(validate(of('Component', {}, 'example.com/v7'))).toMatchObject({ ok: true, knownKind: false });
    expect(validate(valid)).toEqual({ ok: true, knownKind: true, entity: valid });
  });
});
