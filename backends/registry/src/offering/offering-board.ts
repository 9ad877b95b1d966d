import { createHash } from 'node:crypto';
import type { LoggerService } from '@portico/backend-framework';
import type { Offer } from '@portico/contracts';
import { encodeBody } from '../encoding/encoded-body.ts';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RevisionStore } from '../store/revision-store.ts';
import { configSchemasOf } from './config-schemas.ts';
import { createJudge } from './offering.ts';
import type { JudgedRemote, RemoteState } from './offering.ts';
import { snapshotRemotes } from './snapshot.ts';

/** What the registry offers at the moment. Made anew when something has changed, not when somebody asks. */
export interface OfferingBoard {
  /** Judges the remotes and, where that gives something new, makes the next revision. */
  update(states: readonly RemoteState[], offer: Offer | undefined): Promise<void>;
  remotes(): readonly JudgedRemote[];
  /** The body of `GET /snapshot`. */
  snapshot(): EncodedBody;
}

/** What the board needs. */
export interface OfferingBoardOptions {
  readonly revisions: RevisionStore;
  readonly logger: LoggerService;
  /** Tells everyone about a new revision. */
  publish(revision: number): void;
}

function note(remote: JudgedRemote): string {
  return remote.reason ? `${remote.reason.code} ${remote.reason.message}` : `${remote.status} ${remote.version ?? ''}`;
}

/** Makes the board; it offers nothing before the first update. */
export function createOfferingBoard({ revisions, logger, publish }: OfferingBoardOptions): OfferingBoard {
  const judge = createJudge();
  let remotes: readonly JudgedRemote[] = [];
  let notes = new Map<Registration, string>();
  let current: { revision: number; body: EncodedBody } | undefined;

  function tellWhatChanged(): void {
    const before = notes;
    notes = new Map(remotes.map(remote => [remote.registration, note(remote)]));
    for (const remote of remotes) {
      if (before.get(remote.registration) === notes.get(remote.registration)) continue;
      const { reason } = remote;
      if (reason) logger.warn(`Remote ${remote.id} is refused: ${reason.message}`, { code: reason.code, fix: reason.fix });
      else logger.info(`Remote ${remote.id} is offered`, { version: remote.version });
    }
  }

  return {
    async update(states, offer) {
      remotes = judge(states, offer);
      tellWhatChanged();
      const offered = snapshotRemotes(remotes);
      const content = JSON.stringify([offered, configSchemasOf(remotes)]);
      const revision = await revisions.advance(createHash('sha256').update(content).digest('hex'));
      if (current?.revision === revision) return;
      current = { revision, body: await encodeBody(Buffer.from(JSON.stringify({ revision, remotes: offered }))) };
      publish(revision);
    },
    remotes: () => remotes,
    snapshot: () => current?.body ?? { tag: 'none', identity: Buffer.from('{"revision":0,"remotes":[]}') },
  };
}
