import { describe, expect, test } from '@jest/globals';
import { changeAddress, impliedList, initialAddress, readAddress, writeAddress } from './list-state.ts';
import type { ListAddress } from './list-state.ts';

const read = (query: string) => readAddress(new URLSearchParams(query));
const changed = (query: string, change: Partial<ListAddress>, owns = true) => {
  return decodeURIComponent(writeAddress(changeAddress(read(query), change, () => owns)).toString());
};

describe('the address of the list', () => {
  test('is the initial one for an empty query, which it also writes', () => {
    expect(read('')).toEqual(initialAddress);
    expect(writeAddress(initialAddress).toString()).toBe('');
  });

  test('comes back as it was written', () => {
    const address: ListAddress = {
      kind: 'api',
      list: 'owned',
      filters: { owner: ['group:default/web', 'user:default/ann'], tag: ['c++'] },
      text: 'a&b',
      sort: { column: 'owner', direction: 'descending' },
    };
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  test.each(['sort=colour', 'list=mine', 'type=&owner', 'kind='])('ignores what it can not understand: %s', query => {
    expect(read(query)).toEqual(initialAddress);
  });
});

describe('the list that an address does not name', () => {
  test('is what the user owns, where that is anything', () => {
    expect(impliedList(read(''), true)).toBe('owned');
    expect(impliedList(read(''), false)).toBe('all');
  });

  test.each(['text=cart', 'owner=group:default/web', 'kind=api&tag=java'])('is all where the address looks for something: %s', query => {
    expect(impliedList(read(query), true)).toBe('all');
  });
});

describe('a change of the address', () => {
  test('names the list that was chosen, unless the address means it anyway', () => {
    expect(changed('', { list: 'all' })).toBe('list=all');
    expect(changed('list=all', { list: 'owned' })).toBe('');
    expect(changed('', { list: 'all' }, false)).toBe('');
    expect(changed('', { list: 'starred' }, false)).toBe('list=starred');
  });

  test('keeps the list while a filter narrows it, and forgets it with the last filter', () => {
    expect(changed('', { filters: { type: ['service'] } })).toBe('list=owned&type=service');
    expect(changed('list=owned&type=service', { filters: {} })).toBe('');
    expect(changed('', { filters: { type: ['service'] } }, false)).toBe('type=service');
  });

  test('looks everywhere when a search begins, unless a list was chosen', () => {
    expect(changed('', { text: 'cart' })).toBe('text=cart');
    expect(changed('list=owned&type=service', { text: 'cart' })).toBe('list=owned&type=service&text=cart');
  });

  test('leaves the list open when only kind or order change', () => {
    expect(changed('', { kind: 'api' })).toBe('kind=api');
    expect(changed('', { sort: { column: 'owner', direction: 'descending' } })).toBe('sort=-owner');
  });
});
