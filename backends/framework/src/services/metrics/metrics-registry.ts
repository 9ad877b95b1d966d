import { mergeMetrics } from './merge-metrics.ts';
import type { HistogramOptions, MetricOptions, MetricsService, ObservedValue } from './metrics-service.ts';

/** All metrics of this process under their full names. */
export interface MetricsRegistry extends MetricsService {
  readonly enabled: boolean;
  /** A counter whose totals are kept elsewhere and read when they are asked for. */
  observeCounter(options: MetricOptions, read: () => readonly ObservedValue[]): void;
  /** Shows what another process of this installation counts, too; `read` gives the text that it shows, undefined while it is away. */
  includeProcess(process: string, read: () => Promise<string | undefined>): void;
  /** What Prometheus reads. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const nothing: MetricsRegistry = {
  enabled: false,
  createCounter: () => ({ increase: () => undefined }),
  createGauge: () => ({ set: () => undefined }),
  createHistogram: () => ({ observe: () => undefined }),
  observeGauge: () => undefined,
  observeCounter: () => undefined,
  includeProcess: () => undefined,
  render: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
};

/** Loads the library only where metrics are wanted. */
export async function createMetricsRegistry(enabled: boolean): Promise<MetricsRegistry> {
  if (!enabled) return nothing;
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const processes = new Map<string, () => Promise<string | undefined>>();

  const base = ({ name, help, labelNames = [] }: MetricOptions) => ({ name, help, labelNames: [...labelNames], registers: [registry] });
  const kept = <T>(name: string, make: () => T): T => (registry.getSingleMetric(name) as T | undefined) ?? make();
  return {
    enabled,
    createCounter(options) {
      const counter = kept(options.name, () => new Counter(base(options)));
      return { increase: (labels = {}, by = 1) => counter.inc({ ...labels }, by) };
    },
    createGauge(options) {
      const gauge = kept(options.name, () => new Gauge(base(options)));
      return { set: (value, labels = {}) => gauge.set({ ...labels }, value) };
    },
    createHistogram(options: HistogramOptions) {
      const { buckets } = options;
      const make = () => new Histogram({ ...base(options), ...(buckets ? { buckets: [...buckets] } : {}) });
      const histogram = kept(options.name, make);
      return { observe: (value, labels = {}) => histogram.observe({ ...labels }, value) };
    },
    observeGauge(options, read) {
      kept(options.name, () => new Gauge({
        ...base(options),
        collect() {
          this.reset();
          for (const { labels = {}, value } of read()) this.set({ ...labels }, value);
        },
      }));
    },
    observeCounter(options, read) {
      kept(options.name, () => new Counter({
        ...base(options),
        collect() {
          this.reset();
          for (const { labels = {}, value } of read()) this.inc({ ...labels }, value);
        },
      }));
    },
    includeProcess: (process, read) => void processes.set(process, read),
    async render() {
      const reading = [...processes].map(async ([process, read]) => ({ process, text: (await read()) ?? '' }));
      const [own, ...others] = await Promise.all([registry.metrics(), ...reading]);
      return { contentType: registry.contentType, text: processes.size > 0 ? mergeMetrics(own, others) : own };
    },
  };
}
