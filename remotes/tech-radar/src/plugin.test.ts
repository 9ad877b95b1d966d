import { describe, expect, test } from '@jest/globals';
import techRadar from './plugin.tsx';

describe('the tech radar plugin', () => {
  test('describes its page and its card', () => {
    const { id, routes, extensions } = techRadar.describe();
    expect(id).toBe('tech-radar');
    expect(routes.map(route => route.path)).toEqual(['/tech-radar']);
    expect(extensions.map(extension => extension.point)).toContain('catalog.entity-card/v1');
  });
});
