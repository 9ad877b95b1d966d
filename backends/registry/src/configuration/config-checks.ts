import type { LoggerService } from '@portico/backend-framework';
import type { JsonObject, JsonSchema } from '@portico/config';
import { findForeignFaults } from '@portico/config/node';
import type { PluginManifest } from '@portico/contracts';
import { configKeyOf } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import type { JudgedRemote } from '../offering/offering.ts';
import { createOneAtATime } from '../service/one-at-a-time.ts';

/** The configuration of the portal as it is now. */
export interface PortalConfiguration {
  data(): JsonObject;
  /** What the core and all backend plugins say of it. */
  schemas(): readonly JsonSchema[];
  /** Names the file or variable that gives a value. */
  sourceOf(path: string): string;
}

/** Holds the configuration against what remotes ask for in their `configSchema`. What it finds keeps no remote out. */
export interface ConfigChecks {
  findingsOf(manifest: PluginManifest | undefined): Promise<readonly Finding[]>;
  /** Logs what has come or gone since the last time. */
  tell(remotes: readonly JudgedRemote[]): Promise<void>;
}

/** Name of the check in reports. */
export const configRule = 'configuration-fits-the-schema';

/** Makes the checks. */
export function createConfigChecks(configuration: PortalConfiguration, logger: LoggerService): ConfigChecks {
  /** One look for each manifest and each state of the configuration. */
  const known = new WeakMap<PluginManifest, { readonly data: JsonObject; readonly findings: Promise<readonly Finding[]> }>();
  const inTurn = createOneAtATime();
  let told = new Map<string, string>();

  async function look({ id, configSchema }: PluginManifest): Promise<readonly Finding[]> {
    const { schemas, sourceOf } = configuration;
    const foreign = { key: configKeyOf(id), schema: configSchema as JsonSchema, schemas: schemas(), sourceOf };
    const faults = await findForeignFaults(configuration.data(), foreign);
    return faults.map(({ path = foreign.key, message, fix = '' }) => ({ rule: configRule, severity: 'warning', path, message, fix }));
  }

  async function findingsOf(manifest: PluginManifest | undefined): Promise<readonly Finding[]> {
    if (!manifest?.configSchema) return [];
    const data = configuration.data();
    const before = known.get(manifest);
    const findings = before?.data === data ? before.findings : look(manifest);
    known.set(manifest, { data, findings });
    return findings;
  }

  return {
    findingsOf,
    tell: remotes => inTurn(async () => {
      const shown = remotes.filter(({ status, hidden }) => status !== 'refused' && !hidden);
      const now = new Map<string, string>();
      for (const { id: remote, manifest } of shown) {
        const findings = await findingsOf(manifest);
        if (findings.length > 0) now.set(remote, JSON.stringify(findings));
        if (told.get(remote) === now.get(remote)) continue;
        for (const { path, message, fix } of findings) {
          logger.warn(`The configuration is not what remote ${remote} asks for: ${message}`, { remote, path, fix });
        }
        if (findings.length === 0) logger.info(`The configuration is what remote ${remote} asks for`, { remote });
      }
      told = now;
    }),
  };
}
