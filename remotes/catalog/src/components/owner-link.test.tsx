import { describe, expect, test } from '@jest/globals';
import { entity } from '../testing/entities.ts';
import { ownerOf } from './owner-link.tsx';

describe('ownerOf', () => {
  test('takes the relation before the spec', () => {
    const relations = [{ type: 'ownedBy', targetRef: 'user:default/ann' }];
    const owned = entity('Component', 'cart', { spec: { owner: 'team-web' }, relations });
    expect(ownerOf(owned)).toEqual({ kind: 'user', namespace: 'default', name: 'ann' });
  });

  test('reads a short name as a group of the same namespace', () => {
    const owned = entity('Component', 'cart', { metadata: { namespace: 'shop' }, spec: { owner: 'team-web' } });
    expect(ownerOf(owned)).toEqual({ kind: 'group', namespace: 'shop', name: 'team-web' });
  });

  test.each([undefined, '', 42, 'a:b:c'])('finds none in %j', owner => {
    expect(ownerOf(entity('Component', 'cart', { spec: owner === undefined ? {} : { owner } }))).toBeUndefined();
  });
});
