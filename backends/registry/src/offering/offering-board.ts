import type { LoggerService } from '@portico/backend-framework';
import type { Offer, SnapshotRemote } from '@portico/contracts';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import type { StoredContents, VersionKey } from '../mirror/stored-contents.ts';
import { blankRecord } from '../model/remote-record.ts';
import type { RegistryModel, RemoteRecord } from '../model/remote-record.ts';
import { createSwitching, idOf, stateOf } from '../remotes/registered-remote.ts';
import { anyone, channelFor, isPersonal, isVisible, versionFor } from '../resolution/resolve-version.ts';
import type { Viewer } from '../resolution/resolve-version.ts';
import { firstViewOf, mostAtOnce, pageOf } from './first-view.ts';
import { createJudge } from './offering.ts';
import type { JudgedRemote, RemoteState } from './offering.ts';
import { createSnapshotBodies } from './snapshot-bodies.ts';
import type { SnapshotDetails } from './snapshot-bodies.ts';
import { snapshotRemotes } from './snapshot.ts';

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
  /** The body of `GET /snapshot` for somebody; `at` is the path of the page for which it is the first. */
  snapshotFor(viewer: Viewer, wanted: { readonly details?: SnapshotDetails; readonly at?: string }): Promise<EncodedBody>;
}

/** What the board needs. */
export interface OfferingBoardOptions {
  readonly contents: StoredContents;
  readonly logger: LoggerService;
  /** Whether testers may make remotes fail. */
  readonly chaosAllowed: boolean;
}

interface Offering {
  /** What is chosen for those who get it. */
  readonly key: string;
  readonly remotes: readonly JudgedRemote[];
  /** The same as sessions get them; made once somebody asks. */
  shown?: readonly SnapshotRemote[];
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
  let everyone: readonly JudgedRemote[] = [];
  let notes = new Map<string, string>();
  const bodies = createSnapshotBodies(chaosAllowed);

  const recordOf = (id: string): RemoteRecord => input.model.get(id) ?? blankRecord;

  function tellWhatChanged(): void {
    const before = notes;
    notes = new Map(everyone.map(remote => [`${remote.registration.origin} ${remote.id}`, note(remote)]));
    for (const remote of everyone) {
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

  function remotesFor(viewer: Viewer): JudgedRemote[] {
    const states = input.states.flatMap(state => statesFor(viewer, state));
    const judged = judge.together(states, input.offer);
    return judged.map(remote => ({ ...remote, ...earlierOf(remote, viewer), ...withdrawnOf(remote) }));
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
    const offering: Offering = { key, remotes: remotesFor(viewer), bodies: new Map() };
    offerings.set(key, offering);
    return offering;
  }

  return {
    async update(next) {
      await contents.keepOnly(wantedVersions(next.model));
      input = next;
      personal = [...next.model].filter(([, record]) => isPersonal(record)).map(([id]) => id);
      bodies.begin(next.revision);
      offerings = new Map();
      everyone = remotesFor(anyone);
      tellWhatChanged();
    },
    revision: () => input.revision,
    model: () => input.model,
    recordOf,
    remotes: () => everyone,
    remotesFor: viewer => offeringOf(viewer).remotes,
    bodyOf: (remotes, details = 'lean') => bodies.whole(remotes, details),
    snapshotFor(viewer, { details = 'lean', at }) {
      const offering = offeringOf(viewer);
      const { key, remotes } = offering;
      const shown = (offering.shown ??= snapshotRemotes(remotes));
      if (details === 'lean' && at !== undefined && shown.length > mostAtOnce) {
        const page = pageOf(shown, at);
        return bodies.first(`${page ?? ''}\n${key}`, () => firstViewOf(shown, remotes.find(({ id, hidden }) => id === page && !hidden)));
      }
      const body = offering.bodies.get(details) ?? bodies.whole(shown, details);
      offering.bodies.set(details, body);
      return body;
    },
  };
}
