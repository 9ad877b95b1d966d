import { describe, expect, test } from '@jest/globals';
import gallery from './plugin.tsx';

describe('the gallery plugin', () => {
  test('describes one page', () => {
    const { id, routes } = gallery.describe();
    expect(id).toBe('gallery');
    expect(routes.map(route => route.path)).toEqual(['/gallery']);
  });
});
