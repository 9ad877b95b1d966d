import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { metricsRegistryRef } from '../internal-services.ts';
import type { MetricOptions, MetricsService } from './metrics-service.ts';

/** Each plugin's metrics carry its name. */
export const metricsFactory = createServiceFactory({
  service: coreServices.metrics,
  deps: { registry: metricsRegistryRef, plugin: coreServices.pluginMetadata },
  factory({ registry, plugin }): MetricsService {
    const prefix = `portico_${plugin.id.replaceAll('-', '_')}_`;
    const named = <T extends MetricOptions>(options: T): T => ({ ...options, name: prefix + options.name });
    return {
      createCounter: options => registry.createCounter(named(options)),
      createGauge: options => registry.createGauge(named(options)),
      createHistogram: options => registry.createHistogram(named(options)),
      observeGauge: (options, read) => registry.observeGauge(named(options), read),
    };
  },
});
