import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfferFile } from '../offering/offer-file.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { ArtifactFinder } from '../artifacts/artifact-finder.ts';
import { buildModel } from '../model/remote-record.ts';
import type { RegistryChange, RegistryDatabase } from '../store/registry-database.ts';
import type { RevisionStore } from '../store/revision-store.ts';
import { readSettings } from '../store/setting-store.ts';
import type { VersionStore } from '../store/version-store.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { RemoteFollower } from './remote-follower.ts';

/** What the core of the registry is made of. */
export interface CoreParts {
  readonly board: OfferingBoard;
  readonly finder: ArtifactFinder;
  readonly follower: RemoteFollower;
  readonly offerFile: OfferFile;
  readonly database: RegistryDatabase;
  readonly revisions: RevisionStore;
  readonly versions: VersionStore;
  /** Tells everyone about a new revision. */
  publish(revision: number): void;
}

/** Brings what is offered in line with the database, the build folders and the hosts. */
export interface RegistryCore {
  /** Makes a change of the database and offers what comes of it. */
  change<T>(change: RegistryChange<T>): Promise<T>;
  /** Reads the registrations anew and all that belongs to them. */
  start(): Promise<void>;
  /** Runs something that may change what folders or hosts have, and offers what comes of it when it says so. */
  follow(look: () => Promise<boolean>): Promise<void>;
  /** Takes over what another process has changed. */
  catchUp(): Promise<void>;
  /**
   * Resolves when what other processes have changed so far is taken over, whether this one has heard of it or not, or when
   * the database gives no answer for a second. Never rejects.
   */
  settled(): Promise<void>;
}

/** For so long a silent database keeps an asker waiting, who then gets what is known. */
const longestLookMs = 1_000;

/** Connects the parts. What is offered changes one step at a time. */
export function createRegistryCore(parts: CoreParts): RegistryCore {
  const { board, finder, follower, offerFile, database, revisions, versions } = parts;
  const oneAtATime = createOneAtATime();
  let localFingerprint: string | undefined;
  let reloading: Promise<void> | undefined;
  let catching: Promise<void> | undefined;
  let published: number | undefined;

  /** Stands for what this process alone knows: folders, configuration, what hosts of live remotes say, the offer. */
  function fingerprintNow(): string {
    const states = follower.states().map(({ registration, content, fault }) => [
      registration,
      registration.kind === 'mirror' && content ? '' : (content?.manifest ?? fault?.message ?? ''),
    ]);
    return createHash('sha256').update(JSON.stringify([states, offerFile.current()])).digest('hex');
  }

  async function show(): Promise<void> {
    const fingerprint = fingerprintNow();
    if (fingerprint !== localFingerprint) {
      await revisions.advance(fingerprint);
      localFingerprint = fingerprint;
    }
    // Read before the rest, so that a change that comes between is taken over with the next revision, not missed.
    const revision = await revisions.current();
    const [settings, heads] = [await readSettings(database.knex), await versions.heads()];
    await board.update({ states: follower.states(), model: buildModel(settings, heads), offer: offerFile.current(), revision });
    finder.offer(board.remotes());
    if (revision === published) return;
    published = revision;
    parts.publish(revision);
  }

  /** Changes that come while one is being offered are offered together. */
  function reload(): Promise<void> {
    reloading ??= oneAtATime(async () => {
      reloading = undefined;
      await follower.start();
      await show();
    });
    return reloading;
  }

  function catchUp(): Promise<void> {
    catching ??= revisions
      .current()
      .then(revision => (revision === board.revision() ? undefined : reload()))
      .finally(() => (catching = undefined));
    return catching;
  }

  /** A session that another process told of a change may ask here before this one has heard of it. */
  async function lookNow(): Promise<void> {
    // What is under way may have begun before that change.
    await catching;
    await catchUp();
  }

  return {
    async change(change) {
      const { result } = await database.change(change);
      await reload();
      return result;
    },
    start: () =>
      oneAtATime(async () => {
        await offerFile.refresh();
        await follower.start();
        await show();
      }),
    follow: look => oneAtATime(async () => ((await look()) ? show() : undefined)),
    catchUp,
    settled: () =>
      database.isShared ? Promise.race([lookNow(), pause(longestLookMs, undefined, { ref: false })]).catch(() => undefined) : Promise.resolve(),
  };
}
