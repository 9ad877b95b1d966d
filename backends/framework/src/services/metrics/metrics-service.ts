/** Values of a metric's labels. Few different ones: each combination is a series of its own. */
export type MetricLabels = Readonly<Record<string, string | number>>;

/** What every metric needs. */
export interface MetricOptions {
  /** Lower case with underscores, unit last: `audits_failed_total`, `queue_bytes`. */
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
}

/** A number that only grows. */
export interface CounterMetric {
  increase(labels?: MetricLabels, by?: number): void;
}

/** A number that goes up and down. */
export interface GaugeMetric {
  set(value: number, labels?: MetricLabels): void;
}

/** How often values fall below each of some bounds. */
export interface HistogramMetric {
  observe(value: number, labels?: MetricLabels): void;
}

/** Options of a histogram. */
export interface HistogramOptions extends MetricOptions {
  /** Upper bounds; default 5 ms to 10 s, in seconds. */
  readonly buckets?: readonly number[];
}

/** A value that is read when somebody asks for the metrics. */
export interface ObservedValue {
  readonly labels?: MetricLabels;
  readonly value: number;
}

/**
 * The plugin's own metrics, shown at `/metrics` as `portico_<plugin>_<name>` where `backend.metrics.enabled` is set; they
 * cost nothing elsewhere. Asking twice for one name gives the same metric.
 */
export interface MetricsService {
  createCounter(options: MetricOptions): CounterMetric;
  createGauge(options: MetricOptions): GaugeMetric;
  createHistogram(options: HistogramOptions): HistogramMetric;
  /** A gauge whose values are read when they are asked for. */
  observeGauge(options: MetricOptions, read: () => readonly ObservedValue[]): void;
}
