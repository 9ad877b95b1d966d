import { expect, test } from '@jest/globals';
import { mergeMetrics } from './merge-metrics.ts';

const own = '# HELP up Is it up\n# TYPE up gauge\nup 1\n\n# HELP asked_total Asked\n# TYPE asked_total counter\nasked_total{by="a } b"} 3\n';
const other = '# HELP up Is it up\n# TYPE up gauge\nup 1\n\n# HELP size Size\n# TYPE size histogram\nsize_bucket{le="1"} 0\nsize_sum 7\n';

test('a metric is described once, and series of another process name it', () => {
  expect(mergeMetrics(own, [{ process: 'catalog', text: other }])).toBe(
    [
      '# HELP up Is it up\n# TYPE up gauge\nup 1\nup{process="catalog"} 1',
      '# HELP asked_total Asked\n# TYPE asked_total counter\nasked_total{by="a } b"} 3',
      '# HELP size Size\n# TYPE size histogram\nsize_bucket{process="catalog",le="1"} 0\nsize_sum{process="catalog"} 7\n',
    ].join('\n\n'),
  );
});

test('what a process alone shows stays as it is', () => {
  expect(mergeMetrics(own, [])).toBe(own);
});
