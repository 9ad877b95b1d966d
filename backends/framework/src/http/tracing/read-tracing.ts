import type { ConfigReader } from '@portico/config';

/** Where spans go. */
export interface TracingSettings {
  /** Address for OTLP over HTTP, `/v1/traces` included. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** Origins of other processes of this installation, which are told of the trace that a call belongs to. */
  readonly ownOrigins: ReadonlySet<string>;
}

const defaultServiceName = 'portico';

function originOf(target: string): string[] {
  const address = target.replaceAll('{{pluginId}}', 'plugin').replaceAll('{{ pluginId }}', 'plugin');
  return URL.canParse(address) ? [new URL(address).origin] : [];
}

function originsOf(config: ConfigReader): string[] {
  const endpoints = config.getOptionalConfigArray('discovery.endpoints') ?? [];
  return endpoints.flatMap(endpoint => {
    const target = endpoint.getOptional('target');
    return typeof target === 'string' ? originOf(target) : originOf(endpoint.getOptionalString('target.internal') ?? '');
  });
}

/** Reads `backend.tracing`; undefined where nothing is traced. */
export function readTracingSettings(config: ConfigReader): TracingSettings | undefined {
  const base = config.getOptionalString('backend.tracing.otlp.url');
  if (!base) return undefined;
  const url = /\/v1\/traces$/.test(base) ? base : `${base.replace(/\/+$/, '')}/v1/traces`;
  return {
    url,
    headers: config.getOptional<Record<string, string>>('backend.tracing.otlp.headers') ?? {},
    serviceName: config.getOptionalString('backend.tracing.serviceName') ?? defaultServiceName,
    ownOrigins: new Set(originsOf(config)),
  };
}
