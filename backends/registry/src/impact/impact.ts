import { impactRequestSchema } from '@portico/contracts';
import type { Impact, Offer, PluginManifest } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { offerRules, runChecks } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import { channelsWith } from '../service/known-remotes.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import { readBody } from '../service/read-body.ts';
import type { RegistryParts } from '../service/registry-parts.ts';
import { changesBetween, proposedOffer } from './proposed-offer.ts';

type RemoteImpact = Impact['remotes'][number];
type VersionImpact = RemoteImpact['versions'][number];

/** A version that somebody gets. */
interface GivenVersion {
  readonly version: string;
  readonly givenBy: readonly string[];
}

function givenVersions(remote: KnownRemote): GivenVersion[] {
  const { record, judged } = remote;
  const pins = [...record.pins];
  const shown = judged?.version === undefined ? [] : [judged.version];
  const versions = new Set([...shown, ...record.channels.map(({ version }) => version), ...pins.map(([, version]) => version)]);
  return [...versions].map(version => ({
    version,
    givenBy: [...channelsWith(remote, version), ...pins.filter(([, pinned]) => pinned === version).map(([subject]) => `pin ${subject}`)],
  }));
}

function faultsOf(manifest: PluginManifest, offer: Offer): Finding[] {
  return runChecks(offerRules, { manifest, offer }).filter(({ severity }) => severity === 'error');
}

/** Makes the answer to who would break if the shell offered something else. @throws REGISTRY_BODY_INVALID, REGISTRY_OFFER_MISSING */
export function createImpact({ remotes, versions, offerFile }: Pick<RegistryParts, 'remotes' | 'versions' | 'offerFile'>): (body: unknown) => Promise<Impact> {
  async function manifestsOf(all: readonly KnownRemote[]): Promise<Map<string, PluginManifest>> {
    const keys = all.flatMap(remote => givenVersions(remote).map(({ version }): [string, string] => [remote.id, version]));
    const stored = await versions.findAll(keys);
    const own = all.flatMap(({ id, judged }) => (judged?.manifest && judged.version ? [[`${id} ${judged.version}`, judged.manifest] as const] : []));
    return new Map([...own, ...stored.map(({ remote, version, manifest }) => [`${remote} ${version}`, manifest] as const)]);
  }

  function presentOffer(): Offer {
    const offer = offerFile.current();
    if (!offer) throw createError(registryErrors.OFFER_MISSING, { path: offerFile.path });
    return offer;
  }

  return async body => {
    const wanted = readBody(impactRequestSchema, body ?? {});
    const offer = presentOffer();
    const proposed = proposedOffer(offer, wanted);
    const changes = changesBetween(offer, proposed);
    const changed = new Set(changes.map(({ request }) => request));

    function impactOn(manifest: PluginManifest, { version, givenBy }: GivenVersion): VersionImpact {
      const findings = faultsOf(manifest, proposed).map(finding => ({ ...finding }));
      const takes = changed.has('portal') || manifest.federation.shared.some(({ request }) => changed.has(request));
      const then = findings.length > 0 ? 'refused' : takes || changes.length === 0 ? 'fine' : 'independent';
      return { version, givenBy: [...givenBy], now: faultsOf(manifest, offer).length > 0 ? 'refused' : 'fine', then, findings };
    }

    const all = remotes.list();
    const manifests = await manifestsOf(all);
    const impacts = all.map((remote): RemoteImpact => {
      const { id, owner, judged } = remote;
      const given = givenVersions(remote).flatMap(one => {
        const manifest = manifests.get(`${id} ${one.version}`);
        return manifest ? [impactOn(manifest, one)] : [];
      });
      const breaks = given.some(({ now, then }) => now === 'fine' && then === 'refused');
      return { id, title: judged?.manifest?.title ?? id, ...(owner === undefined ? {} : { owner }), breaks, versions: given };
    });
    const shown = impacts.filter(remote => remote.versions.length > 0);
    return { changes, remotes: shown.sort((left, right) => Number(right.breaks) - Number(left.breaks) || (left.title < right.title ? -1 : 1)) };
  };
}
