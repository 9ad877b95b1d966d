import { describe, expect, test } from '@jest/globals';
import { getCompoundEntityRef, parseEntityRef, stringifyEntityRef } from './index.ts';

const entity = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'Shell.v2' } };

describe('parseEntityRef', () => {
  test.each([
    ['Component:other/Shell', {}, { kind: 'Component', namespace: 'other', name: 'Shell' }],
    ['component:shell.v2', {}, { kind: 'component', namespace: 'default', name: 'shell.v2' }],
    ['shell', { defaultKind: 'API' }, { kind: 'API', namespace: 'default', name: 'shell' }],
    ['other/shell', { defaultKind: 'API', defaultNamespace: 'x' }, { kind: 'API', namespace: 'other', name: 'shell' }],
    [' group:team-a ', { defaultNamespace: 'x' }, { kind: 'group', namespace: 'x', name: 'team-a' }],
    [{ kind: 'API', name: 'a' }, {}, { kind: 'API', namespace: 'default', name: 'a' }],
  ])('reads %j with %j', (ref, context, expected) => {
    expect(parseEntityRef(ref, context)).toEqual(expected);
  });

  test.each(['', 'a:', ':a', 'a:b:c', 'a:b/c/d', '/a', 'a/'])('refuses %j', ref => {
    expect(() => parseEntityRef(ref, { defaultKind: 'Component' })).toThrow(`got ${ref}`);
  });

  test('refuses a ref that leaves the kind open', () => {
    expect(() => parseEntityRef('shell')).toThrow('Expected an entity ref that names a kind, got shell');
  });
});

test('a ref as text is complete and lower-case', () => {
  expect(stringifyEntityRef(entity)).toBe('component:default/shell.v2');
  expect(stringifyEntityRef({ kind: 'API', namespace: 'Other', name: 'A' })).toBe('api:other/a');
  expect(getCompoundEntityRef(entity)).toEqual({ kind: 'Component', namespace: 'default', name: 'Shell.v2' });
});
