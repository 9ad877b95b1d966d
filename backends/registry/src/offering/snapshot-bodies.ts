import { createHash } from 'node:crypto';
import type { SnapshotRemote } from '@portico/contracts';
import { encodeBody } from '../encoding/encoded-body.ts';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import type { FirstView } from './first-view.ts';
import { withoutDetails } from './snapshot.ts';

/** `all` also says how last good versions are loaded. */
export type SnapshotDetails = 'lean' | 'all';

/** Bodies of `GET /snapshot`, each made once. */
export interface SnapshotBodies {
  /** From now on they are those of another revision. Those in which nothing is new are kept. */
  begin(revision: number): void;
  whole(remotes: readonly SnapshotRemote[], details: SnapshotDetails): Promise<EncodedBody>;
  /** What a page needs first; `key` says whose page and for whom. */
  first(key: string, view: () => FirstView): Promise<EncodedBody>;
}

/** Each takes about as much memory as the outlines of all remotes. */
const mostFirstViews = 64;

/** Makes the bodies; with `chaos` they say that testers may make remotes fail. */
export function createSnapshotBodies(chaos: boolean): SnapshotBodies {
  let revision = 0;
  /** By what they say, whatever revision: nobody reads a snapshot again in which nothing is new for them. */
  let bodies = new Map<string, Promise<EncodedBody>>();
  let former = bodies;
  const firstViews = new Map<string, Promise<EncodedBody>>();
  const write = (said: object): Buffer => Buffer.from(JSON.stringify({ revision, ...said, ...(chaos ? { chaos } : {}) }));

  return {
    begin(next) {
      revision = next;
      [former, bodies] = [bodies, new Map()];
      firstViews.clear();
    },
    whole(remotes, details) {
      const offered = details === 'all' ? remotes : remotes.map(withoutDetails);
      const tag = createHash('sha256').update(JSON.stringify(offered)).digest('base64url');
      const body = bodies.get(tag) ?? former.get(tag) ?? encodeBody(write({ remotes: offered }), tag);
      bodies.set(tag, body);
      return body;
    },
    first(key, view) {
      const known = firstViews.get(key);
      if (known) return known;
      const oldest = firstViews.keys().next();
      if (firstViews.size >= mostFirstViews && !oldest.done) firstViews.delete(oldest.value);
      const { remotes, outlines } = view();
      const body = encodeBody(write({ remotes: remotes.map(withoutDetails), ...(outlines.length ? { outlines } : {}) }));
      firstViews.set(key, body);
      return body;
    },
  };
}
