import { describe, expect, test } from '@jest/globals';
import { createCardExtension } from '@portico/plugin-api';
import { homeCardPoint } from './index.ts';

describe('the point of the home page', () => {
  test('takes cards with title, size and order', () => {
    const card = createCardExtension({
      point: homeCardPoint,
      id: 'card:builds',
      title: 'My builds',
      size: 'small',
      order: 3,
      loader: async () => ({ default: () => null }),
    });
    expect(card).toMatchObject({ point: 'home.card/v1', config: { title: 'My builds', size: 'small', order: 3 } });
  });
});
