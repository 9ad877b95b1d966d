import { describe, expect, test } from '@jest/globals';
import { relationGroups } from './relation-groups.ts';

describe('relationGroups', () => {
  test('puts known types first, in a fixed order, each target once and sorted', () => {
    const groups = relationGroups([
      { type: 'reviewedBy', targetRef: 'user:default/ann' },
      { type: 'dependsOn', targetRef: 'resource:default/z' },
      { type: 'dependsOn', targetRef: 'resource:default/a' },
      { type: 'dependsOn', targetRef: 'resource:default/a' },
      { type: 'ownedBy', targetRef: 'group:default/web' },
    ]);
    expect(groups.map(group => group.label)).toEqual(['Owned by', 'Depends on', 'Reviewed by']);
    expect(groups[1]?.targets).toEqual(['resource:default/a', 'resource:default/z']);
  });

  test('is empty without relations', () => {
    expect(relationGroups([])).toEqual([]);
  });
});
