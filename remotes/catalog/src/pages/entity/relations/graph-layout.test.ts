import { describe, expect, test } from '@jest/globals';
import { layoutGraph } from './graph-layout.ts';

const edge = (from: string, type: string, to: string) => ({ from, type, to });

describe('layoutGraph', () => {
  test('puts what is needed to the right and what needs it to the left', () => {
    const { nodes, columns, rows } = layoutGraph('cart', [
      edge('cart', 'dependsOn', 'db'),
      edge('cart', 'ownedBy', 'web'),
      edge('cart', 'dependencyOf', 'shop'),
      edge('db', 'ownedBy', 'data'),
    ]);
    expect({ columns, rows }).toEqual({ columns: 4, rows: 2 });
    expect(nodes).toEqual([
      { ref: 'cart', column: 1, row: 0.5 },
      { ref: 'db', column: 2, row: 0 },
      { ref: 'web', column: 2, row: 1 },
      { ref: 'shop', column: 0, row: 0.5 },
      { ref: 'data', column: 3, row: 0.5 },
    ]);
  });

  test('ends on cycles and shows an entity that points at itself once', () => {
    const edges = [edge('a', 'dependsOn', 'b'), edge('b', 'dependsOn', 'a'), edge('a', 'dependsOn', 'a')];
    expect(layoutGraph('a', edges).nodes).toEqual([
      { ref: 'a', column: 0, row: 0 },
      { ref: 'b', column: 1, row: 0 },
    ]);
  });

  test('is one node without edges', () => {
    expect(layoutGraph('a', [])).toEqual({ nodes: [{ ref: 'a', column: 0, row: 0 }], columns: 1, rows: 1 });
  });
});
