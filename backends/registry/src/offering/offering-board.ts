import { createHash } from 'node:crypto';
import type { LoggerService } from '@portico/backend-framework';
import type { Offer, SnapshotRemote } from '@portico/contracts';
import { encodeBody } from '../encoding/encoded-body.ts';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import type { StoredContents, VersionKey } from '../mirror/stored-contents.ts';
import { blankRecord } from '../model/remote-record.ts';
import type { RegistryModel, RemoteRecord } from '../model/remote-record.ts';
import { createSwitching, idOf, stateOf } from '../remotes/registered-remote.ts';
import { anyone, channelFor, isPersonal, isVisible, versionFor } from '../resolution/resolve-version.ts';
import type { Viewer } from '../resolution/resolve-version.ts';
import { createJudge } from './offering.ts';
import type { JudgedRemote, RemoteState } from './offering.ts';
import { snapshotRemotes, withoutDetails } from './snapshot.ts';

/** All that is offered is made from. */
export interface OfferingInput {
  readonly states: readonly RemoteState[];
  readonly model: RegistryModel;
  readonly offer: Offer | undefined;
  readonly revision: number;
}

/** What the registry offers at the moment, to everyone and to each viewer. */
export interface OfferingBoard {
  /** Takes over what the registry is made of now. */
  update(input: OfferingInput): Promise<void>;
  revision(): number;
  model(): RegistryModel;
  recordOf(id: string): RemoteRecord;
  /** As everyone gets them, in the order of their registration. */
  remotes(): readonly JudgedRemote[];
  /** As somebody gets them. */
  remotesFor(viewer: Viewer): readonly JudgedRemote[];
  /** A snapshot of what one session alone is offered. */
  bodyOf(remotes: readonly SnapshotRemote[], details?: SnapshotDetails): Promise<EncodedBody>;
  /** The body of `GET /snapshot` for somebody. */
  snapshotFor(viewer: Viewer, details?: SnapshotDetails): Promise<EncodedBody>;
}

/** What the board needs. */
export interface OfferingBoardOptions {
  readonly contents: StoredContents;
  readonly logger: LoggerService;
  /** Whether testers may make remotes fail. */
  readonly chaosAllowed: boolean;
}

/** `all` also says how last good versions are loaded. */
export type SnapshotDetails = 'lean' | 'all';

interface Offering {
  readonly remotes: readonly JudgedRemote[];
  readonly bodies: Map<SnapshotDetails, Promise<EncodedBody>>;
}

const mostOfferings = 200;
const mostWithdrawn = 5;
const nothing: OfferingInput = { states: [], model: new Map(), offer: undefined, revision: 0 };

function note(remote: JudgedRemote): string {
  return remote.reason ? `${remote.reason.code} ${remote.reason.message}` : `${remote.status} ${remote.version ?? ''}`;
}

/** Every version that somebody may get, now or after a failure. */
function wantedVersions(model: RegistryModel): VersionKey[] {
  return [...model].flatMap(([id, { channels, pins }]) => {
    const versions = channels.flatMap(({ version, previous }) => [version, ...previous.slice(0, 1)]);
    return [...new Set([...versions, ...pins.values()])].map((version): VersionKey => [id, version]);
  });
}

/** Makes the board; it offers nothing before the first update. */
export function createOfferingBoard({ contents, logger, chaosAllowed }: OfferingBoardOptions): OfferingBoard {
  const judge = createJudge();
  const switched = createSwitching();
  let input = nothing;
  let personal: readonly string[] = [];
  let offerings = new Map<string, Offering>();
  let everyone: Offering = { remotes: [], bodies: new Map() };
  let notes = new Map<string, string>();
  /** Bodies by what they say, whatever revision: nobody reads a snapshot again in which nothing is new for them. */
  let bodies = new Map<string, Promise<EncodedBody>>();
  let formerBodies = bodies;

  const recordOf = (id: string): RemoteRecord => input.model.get(id) ?? blankRecord;

  function tellWhatChanged(): void {
    const before = notes;
    notes = new Map(everyone.remotes.map(remote => [`${remote.registration.origin} ${remote.id}`, note(remote)]));
    for (const remote of everyone.remotes) {
      const key = `${remote.registration.origin} ${remote.id}`;
      if (before.get(key) === notes.get(key)) continue;
      const { reason } = remote;
      if (reason) logger.warn(`Remote ${remote.id} is refused: ${reason.message}`, { code: reason.code, fix: reason.fix });
      else logger.info(`Remote ${remote.id} is offered`, { version: remote.version });
    }
  }

  /** Versions that were taken back lately, from whomever. */
  function withdrawnOf({ id, version }: JudgedRemote): Pick<JudgedRemote, 'withdrawn'> {
    const marks = [...recordOf(id).blocked].filter(([one]) => one !== version);
    const newest = marks.sort(([, left], [, right]) => (left.at < right.at ? 1 : -1)).slice(0, mostWithdrawn);
    return newest.length ? { withdrawn: newest.map(([one]) => one) } : {};
  }

  function earlierOf(remote: JudgedRemote, viewer: Viewer): Pick<JudgedRemote, 'earlier'> {
    if (remote.status !== 'ok' || !remote.content?.version) return {};
    const record = recordOf(remote.id);
    const stable = channelFor(remote.id, record, anyone)?.version;
    const candidates = [...(channelFor(remote.id, record, viewer)?.previous.slice(0, 1) ?? []), ...(stable ? [stable] : [])];
    const version = candidates.find(one => one !== remote.version && !record.blocked.has(one));
    const content = version === undefined ? undefined : contents.get(remote.id, version);
    const verdict = content && judge.alone(remote.registration, content, input.offer);
    return version && verdict?.manifest && !verdict.reason ? { earlier: { version, manifest: verdict.manifest } } : {};
  }

  function statesFor(viewer: Viewer, state: RemoteState): RemoteState[] {
    const id = idOf(state);
    const record = recordOf(id);
    if (viewer !== anyone && !isVisible(record, viewer)) return [];
    const registration = switched(state.registration, record.switches);
    const version = versionFor(id, record, viewer);
    // Nothing was published to it so far.
    if (version === undefined && registration.kind === 'published') return [];
    const content = version === undefined ? undefined : contents.get(id, version);
    return [stateOf({ state, id, registration, record, version, content })];
  }

  function offeringFor(viewer: Viewer): Offering {
    const states = input.states.flatMap(state => statesFor(viewer, state));
    const judged = judge.together(states, input.offer);
    return { remotes: judged.map(remote => ({ ...remote, ...earlierOf(remote, viewer), ...withdrawnOf(remote) })), bodies: new Map() };
  }

  /** Viewers for whom the same is chosen everywhere share an offering. */
  function keyOf(viewer: Viewer): string {
    const choices = personal.map(id => {
      const record = recordOf(id);
      return isVisible(record, viewer) ? (versionFor(id, record, viewer) ?? '') : '-';
    });
    return choices.join('\n');
  }

  function offeringOf(viewer: Viewer): Offering {
    const key = keyOf(viewer);
    const known = offerings.get(key);
    if (known) return known;
    if (offerings.size >= mostOfferings) offerings.clear();
    const offering = offeringFor(viewer);
    offerings.set(key, offering);
    return offering;
  }

  function bodyOf(remotes: readonly SnapshotRemote[], details: SnapshotDetails = 'lean'): Promise<EncodedBody> {
    const offered = details === 'all' ? remotes : remotes.map(withoutDetails);
    const tag = createHash('sha256').update(JSON.stringify(offered)).digest('base64url');
    const known = bodies.get(tag) ?? formerBodies.get(tag);
    const snapshot = { revision: input.revision, remotes: offered, ...(chaosAllowed ? { chaos: true } : {}) };
    const body = known ?? encodeBody(Buffer.from(JSON.stringify(snapshot)), tag);
    bodies.set(tag, body);
    return body;
  }

  return {
    async update(next) {
      await contents.keepOnly(wantedVersions(next.model));
      input = next;
      personal = [...next.model].filter(([, record]) => isPersonal(record)).map(([id]) => id);
      [formerBodies, bodies] = [bodies, new Map()];
      offerings = new Map();
      everyone = offeringFor(anyone);
      tellWhatChanged();
    },
    revision: () => input.revision,
    model: () => input.model,
    recordOf,
    remotes: () => everyone.remotes,
    remotesFor: viewer => offeringOf(viewer).remotes,
    bodyOf,
    snapshotFor(viewer, details = 'lean') {
      const { remotes, bodies: made } = offeringOf(viewer);
      const body = made.get(details) ?? bodyOf(snapshotRemotes(remotes), details);
      made.set(details, body);
      return body;
    },
  };
}
