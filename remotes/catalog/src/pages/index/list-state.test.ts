import { describe, expect, test } from '@jest/globals';
import { initialListState, readListState, writeListState } from './list-state.ts';
import type { ListState } from './list-state.ts';

const read = (query: string) => readListState(new URLSearchParams(query));

describe('the state of the list in the address', () => {
  test('is the initial one for an empty query, which it also writes', () => {
    expect(read('')).toEqual(initialListState);
    expect(writeListState(initialListState).toString()).toBe('');
  });

  test('comes back as it was written', () => {
    const sort: ListState['sort'] = { column: 'owner', direction: 'descending' };
    const state: ListState = { kind: 'api', list: 'owned', filters: { owner: 'group:default/web', tag: 'c++' }, text: 'a&b', sort };
    expect(readListState(writeListState(state))).toEqual(state);
  });

  test.each(['sort=colour', 'list=mine', 'type=&owner', 'kind='])('ignores what it can not understand: %s', query => {
    expect(read(query)).toEqual(initialListState);
  });
});
