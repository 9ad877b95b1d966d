import type { JsonObject } from '@portico/config';

/** An answer of the health paths: 200 for well, 503 otherwise, with what the answer's body says. */
export interface HealthAnswer {
  readonly status: number;
  readonly payload?: JsonObject;
}

/** How the process is. An installation may replace it, to take more into account. */
export interface RootHealthService {
  /** For `/healthz`: 503 tells a supervisor that the process is going. */
  getLiveness(): Promise<HealthAnswer>;
  /** For `/readyz`: 503 tells a front door to send no requests. Plugins that failed leave it at 200, as `degraded`. */
  getReadiness(): Promise<HealthAnswer>;
}
