import type { Discovery, DiscoveryOptions } from './discover.ts';
import { createLastSnapshots } from './last-snapshot.ts';
import type { PortalPart } from './portal.ts';
import type { ReadyPortal } from './portal-state.ts';
import { configUrl, readConfig, readSession, unreachable } from './read-endpoints.ts';
import { readSnapshot } from './read-snapshot.ts';

async function configAgain(known: ReadyPortal, { fetch }: DiscoveryOptions): Promise<ReadyPortal> {
  const answer = await readConfig({ fetch });
  return answer.kind === 'value' ? { ...known, config: answer.value } : known;
}

async function snapshotAgain(known: ReadyPortal, { fetch, storage, now }: DiscoveryOptions): Promise<Discovery> {
  const answer = await readSnapshot({ fetch, etag: known.etag });
  if (answer.kind === 'not-modified') return known;
  if (answer.kind === 'signed-out') {
    const session = await readSession({ fetch });
    return session.kind === 'value' ? { ...known, session: session.value } : { kind: 'signed-out', config: known.config };
  }
  const etag = answer.etag ? { etag: answer.etag } : {};
  createLastSnapshots(storage).write(known.session.user.entityRef, { snapshot: answer.value, ...etag, at: new Date(now()).toISOString() });
  return { ...known, snapshot: answer.value, ...etag };
}

/** Reads the parts of a known portal that were announced as changed. */
export async function refresh(known: ReadyPortal, parts: readonly PortalPart[], options: DiscoveryOptions): Promise<Discovery> {
  try {
    const configured = parts.includes('config') ? await configAgain(known, options) : known;
    return parts.includes('snapshot') ? await snapshotAgain(configured, options) : configured;
  } catch (thrown) {
    return { kind: 'failed', error: unreachable(thrown, configUrl) };
  }
}
