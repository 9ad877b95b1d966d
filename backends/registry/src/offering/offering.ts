import type { Offer, PluginManifest } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import { canonicalRoute, isAcceptable } from '@portico/remote-checks';
import type { Finding, HeldRoute, PortalContext } from '@portico/remote-checks';
import { servedVersion } from '../artifacts/digest.ts';
import { checkAlone, checkInPortal, checksFailed, pointsOf } from '../remotes/check-remote.ts';
import type { Verdict } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';

/** A registered remote with what is known of it at the moment. */
export interface RemoteState {
  readonly registration: Registration;
  readonly content?: RemoteContent;
  /** Why there is no content, or, beside content, why newer content was not taken. */
  readonly fault?: PorticoError;
  /** Switched off: nobody may hold what it held. */
  readonly disabled?: boolean;
}

/** A registered remote with the verdict on it. */
export interface JudgedRemote {
  readonly registration: Registration;
  readonly id: string;
  readonly status: 'ok' | 'refused' | 'unverified';
  readonly findings: readonly Finding[];
  /** Why it is refused. */
  readonly reason?: PorticoError;
  /** Why it was last read in vain, while an earlier build is still good. */
  readonly fault?: PorticoError;
  /** As the registration makes it: with its route and title. */
  readonly manifest?: PluginManifest;
  readonly content?: RemoteContent;
  /** Under which its files are served. */
  readonly version?: string;
  /** True when an earlier remote has its id, so that it can't be shown at all. */
  readonly hidden?: boolean;
  readonly disabled?: boolean;
  /** Versions that were taken back lately. */
  readonly withdrawn?: readonly string[];
  /** The last good version, which a shell takes when this one fails. */
  readonly earlier?: { readonly version: string; readonly manifest: PluginManifest };
}

/** What earlier remotes hold already. */
interface Held {
  readonly ids: string[];
  readonly routes: HeldRoute[];
  readonly provides: { api: string; remote: string }[];
}

function judge(state: RemoteState, verdict: Verdict | undefined, held: PortalContext): JudgedRemote {
  const { registration, content, fault, disabled } = state;
  const manifest = verdict?.manifest;
  const id = manifest?.id ?? registration.id;
  const common = { registration, id, ...(content ? { content } : {}), ...(disabled ? { disabled } : {}) };
  const hidden = held.ids?.includes(id) ? { hidden: true } : {};
  const inPortal = manifest ? checkInPortal(manifest, held) : [];
  const findings = [...(verdict?.findings ?? []), ...inPortal];
  const found = verdict?.reason ?? (isAcceptable(inPortal) ? undefined : checksFailed(id, inPortal));
  const reason = content && !disabled ? found : fault;
  if (reason || !manifest) {
    const known = { ...(manifest ? { manifest } : {}), ...(reason ? { reason } : {}) };
    return { ...common, ...hidden, ...known, status: 'refused', findings };
  }
  return {
    ...common,
    status: content?.unverified ? 'unverified' : 'ok',
    findings,
    manifest,
    version: content?.version ?? (content?.baseUrl ? manifest.version : servedVersion(manifest.version, manifest.assets)),
    ...(fault ? { fault } : {}),
  };
}

/**
 * Unlike what only one can have, an extension point may come with a remote that was registered later, and one that is refused
 * shows nothing: so points are looked at when all else is known. They are only told of.
 */
function besidePoints(remotes: readonly JudgedRemote[]): JudgedRemote[] {
  const extensionPoints = pointsOf(remotes.filter(({ hidden, status }) => !hidden && status !== 'refused'));
  return remotes.map(remote => {
    const found = remote.manifest ? checkInPortal(remote.manifest, { extensionPoints }) : [];
    return found.length > 0 ? { ...remote, findings: [...remote.findings, ...found] } : remote;
  });
}

/** Judges remotes: alone, and in the order of their registration: what an earlier one has, a later one can't get. */
export interface Judge {
  /** The verdict on a remote by itself; the same until its content, its registration or the offer changes. */
  alone(registration: Registration, content: RemoteContent, offer: Offer | undefined): Verdict;
  together(states: readonly RemoteState[], offer: Offer | undefined): JudgedRemote[];
}

/** Makes a judge that remembers what it said of each remote alone. */
export function createJudge(): Judge {
  const verdicts = new WeakMap<RemoteContent, { registration: Registration; offer: Offer | undefined; verdict: Verdict }>();
  const alone: Judge['alone'] = (registration, content, offer) => {
    const known = verdicts.get(content);
    if (known && known.offer === offer && known.registration === registration) return known.verdict;
    const verdict = checkAlone(registration, content, offer);
    verdicts.set(content, { registration, offer, verdict });
    return verdict;
  };
  return {
    alone,
    together(states, offer) {
      const verdicts = states.map(({ registration, content }) => content && alone(registration, content, offer));
      const held: Held = { ids: [], routes: [], provides: [] };
      const judged = states.map((state, index) => {
        const verdict = verdicts[index];
        const remote = judge(state, verdict, held);
        if (remote.hidden) return remote;
        held.ids.push(remote.id);
        if (remote.status === 'refused') return remote;
        held.routes.push(...(remote.manifest?.routes ?? []).map(({ path }) => ({ path, remote: remote.id, canonical: canonicalRoute(path) })));
        held.provides.push(...(remote.manifest?.provides ?? []).map(api => ({ api, remote: remote.id })));
        return remote;
      });
      return besidePoints(judged);
    },
  };
}
