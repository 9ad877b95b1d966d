import { describe, expect, test } from '@jest/globals';
import { entity } from '../testing/entities.ts';
import { titleBeside, titleOf } from './title-of.ts';

describe('titleOf', () => {
  test('takes the title before the display name', () => {
    const spec = { profile: { displayName: 'Ann' } };
    expect(titleOf(entity('User', 'ann', { metadata: { title: 'Dr Ann' }, spec }))).toBe('Dr Ann');
    expect(titleOf(entity('User', 'ann', { spec }))).toBe('Ann');
  });

  test('is nothing where it would only repeat the name, or is no text', () => {
    expect(titleOf(entity('Component', 'cart'))).toBeUndefined();
    expect(titleOf(entity('Component', 'cart', { metadata: { title: 'cart' } }))).toBeUndefined();
    expect(titleOf(entity('User', 'ann', { spec: { profile: { displayName: 7 } } }))).toBeUndefined();
  });
});

test('a title stands beside the name where the two read differently', () => {
  expect(titleBeside(entity('Component', 'cart-service', { metadata: { title: 'Cart Service' } }))).toBeUndefined();
  expect(titleBeside(entity('Component', 'cart-service', { metadata: { title: 'The basket' } }))).toBe('The basket');
});
