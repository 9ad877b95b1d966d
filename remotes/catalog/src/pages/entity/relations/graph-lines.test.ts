import { describe, expect, test } from '@jest/globals';
import { drawGraph } from './graph-lines.ts';
import { layoutGraph } from './graph-layout.ts';
import { outlineGraph } from './outline-graph.ts';

const star = [
  { from: 'root', to: 'a', type: 'dependsOn' },
  { from: 'root', to: 'a', type: 'consumesApi' },
  { from: 'root', to: 'b', type: 'dependsOn' },
  { from: 'root', to: 'c', type: 'dependencyOf' },
  { from: 'a', to: 'd', type: 'ownedBy' },
  { from: 'b', to: 'd', type: 'ownedBy' },
];

describe('the drawing of a graph', () => {
  test('says what its lines mean once at each node, and never two things at one place', () => {
    const { lines, labels } = drawGraph(layoutGraph('root', star).nodes, star, type => type);
    expect(lines.map(({ id }) => id)).toEqual(['root a', 'root b', 'root c', 'a d', 'b d']);
    expect(labels.map(({ id, words }) => [id, ...words])).toEqual([
      ['a 1', 'dependsOn', 'consumesApi'],
      ['b 1', 'dependsOn'],
      ['c -1', 'dependencyOf'],
      ['d 1', 'ownedBy'],
    ]);
    expect(new Set(labels.map(({ x, y }) => `${x} ${y}`)).size).toBe(labels.length);
  });

  test('leaves out what has no place', () => {
    expect(drawGraph(layoutGraph('root', []).nodes, star, type => type)).toEqual({ lines: [], labels: [] });
  });
});

describe('the outline of a graph', () => {
  test('holds each entity once, below the one that leads to it by the shortest way', () => {
    const { children } = outlineGraph('root', star);
    expect(children.map(({ ref, types }) => [ref, ...types])).toEqual([
      ['a', 'dependsOn', 'consumesApi'],
      ['b', 'dependsOn'],
      ['c', 'dependencyOf'],
    ]);
    expect(children[0]?.children.map(({ ref }) => ref)).toEqual(['d']);
    expect(children[1]?.children).toEqual([]);
  });
});
