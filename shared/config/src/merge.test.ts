import { describe, expect, test } from '@jest/globals';
import { deepFreeze, mergeConfig } from './index.ts';

describe('merging', () => {
  test('merges objects, replaces lists and values, and keeps the layers as they were', () => {
    const low = { a: { b: 1, list: [1, 2] }, kept: true };
    const high = { a: { c: 2, list: [3] } };
    expect(mergeConfig([low, high])).toEqual({ a: { b: 1, c: 2, list: [3] }, kept: true });
    expect(low).toEqual({ a: { b: 1, list: [1, 2] }, kept: true });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s', key => {
    const layer = JSON.parse(`{"a":{"${key}":{"polluted":true}}}`);
    expect(() => mergeConfig([{}, layer])).toThrow(`At a.${key}: Expected an ordinary key, got ${key}`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('refuses such keys in lists of objects too', () => {
    expect(() => mergeConfig([JSON.parse('{"a":[{"__proto__":1}]}')])).toThrow('At a[0].__proto__');
  });

  test('freezes to the depth', () => {
    const data = deepFreeze({ a: { b: [{ c: 1 }] } });
    expect(Object.isFrozen(data.a.b[0])).toBe(true);
  });
});
