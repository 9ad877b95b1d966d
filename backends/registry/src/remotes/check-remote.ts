import { parseShape, pluginManifestSchema } from '@portico/contracts';
import type { Offer, PluginManifest } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { contextRules, isAcceptable, registryRules, runChecks } from '@portico/remote-checks';
import type { Finding, PortalContext, Rule } from '@portico/remote-checks';
import { applyRegistration } from './apply-registration.ts';
import type { Registration } from './registration.ts';
import type { RemoteContent } from './remote-content.ts';

/** What the checks say about a remote. */
export interface Verdict {
  /** As this portal shows it; only when it has the right shape. */
  readonly manifest?: PluginManifest;
  readonly findings: readonly Finding[];
  /** Why the remote is kept out. */
  readonly reason?: PorticoError;
}

const rulesWithoutContext: readonly Rule[] = registryRules.filter(rule => !contextRules.includes(rule));
/** A live remote without a manifest has no assets that could be checked. */
const rulesForUnverified: readonly Rule[] = rulesWithoutContext.filter(
  rule => !['entry-is-listed-in-assets', 'federation-name-is-versioned'].includes(rule.name),
);

/** The error that stands for findings which keep a remote out. */
export function checksFailed(remote: string, findings: readonly Finding[]): PorticoError {
  const errors = findings.filter(finding => finding.severity === 'error');
  const [first] = errors;
  return createError(
    registryErrors.CHECKS_FAILED,
    {
      remote,
      count: errors.length,
      first: `${first?.path ? `At ${first.path}: ` : ''}${first?.message ?? ''}`,
      fix: first?.fix ?? '',
    },
    { details: findings.map(({ rule, path, message, fix }) => ({ code: rule, path, message, fix })) },
  );
}

/** Looks at one remote alone; how it gets along with the others is `checkInPortal`. */
export function checkAlone(registration: Registration, content: RemoteContent, offer: Offer | undefined): Verdict {
  const { files } = content;
  const rules = content.unverified ? rulesForUnverified : rulesWithoutContext;
  const parsed = parseShape(pluginManifestSchema, content.manifest);
  const manifest = parsed.ok ? { manifest: applyRegistration(parsed.value, registration) } : {};
  const findings = runChecks(rules, {
    manifest: manifest.manifest ?? content.manifest,
    ...(files ? { files } : {}),
    ...(offer ? { offer } : {}),
  });
  if (!isAcceptable(findings)) return { ...manifest, findings, reason: checksFailed(registration.id, findings) };
  if (parsed.ok && registration.expectedId !== undefined && parsed.value.id !== registration.expectedId) {
    const ids = { expected: registration.expectedId, received: parsed.value.id };
    return { ...manifest, findings, reason: createError(registryErrors.ID_DIFFERS, ids) };
  }
  return { ...manifest, findings };
}

/** The extension points that remotes say they have. */
export function pointsOf(remotes: readonly ({ readonly manifest?: PluginManifest } | undefined)[]): NonNullable<PortalContext['extensionPoints']> {
  const manifests = remotes.flatMap(remote => remote?.manifest ?? []);
  return manifests.flatMap(({ id, extensionPoints = [] }) => extensionPoints.map(point => ({ point, remote: id })));
}

/** Looks at a remote that is sound by itself beside those that came before it. */
export function checkInPortal(manifest: PluginManifest, context: PortalContext): readonly Finding[] {
  return runChecks(contextRules, { manifest, context });
}
