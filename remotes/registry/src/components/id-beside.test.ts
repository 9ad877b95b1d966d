import { expect, test } from '@jest/globals';
import { idBeside } from './id-beside.ts';

test('an id stands beside a title that it does not only repeat', () => {
  expect(idBeside({ id: 'registry', title: 'Plugins' })).toBe('registry');
  expect(idBeside({ id: 'gallery', title: 'Component gallery' })).toBe('gallery');
  expect(idBeside({ id: 'tech-radar', title: 'Tech Radar' })).toBeUndefined();
});
