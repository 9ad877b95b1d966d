import type { ConfigReader } from '@portico/config';
import type { AuditSeverity } from './auditor-service.ts';

/** Levels at which audit lines are written. */
export type AuditLogLevel = 'debug' | 'info' | 'warn' | 'error';

const defaults: Readonly<Record<AuditSeverity, AuditLogLevel>> = { low: 'debug', medium: 'info', high: 'info', critical: 'info' };

/** `backend.auditor.severityLogLevelMappings` over the defaults: low is `debug`, everything else `info`. */
export function readSeverityLevels(config: ConfigReader): Readonly<Record<AuditSeverity, AuditLogLevel>> {
  const path = 'backend.auditor.severityLogLevelMappings';
  const severities = Object.keys(defaults) as AuditSeverity[];
  const read = severities.map(severity => {
    const level = config.getOptionalString(`${path}.${severity}`) as AuditLogLevel | undefined;
    return [severity, level ?? defaults[severity]] as const;
  });
  return Object.fromEntries(read) as Record<AuditSeverity, AuditLogLevel>;
}
