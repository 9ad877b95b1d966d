import { integrityOf } from '@portico/remote-checks';
import type { EncodedBody } from '../encoding/encoded-body.ts';
import { encodeBody } from '../encoding/encoded-body.ts';
import type { FoundArtifact } from './artifact-source.ts';

/** Files above this go from where they lie to the client, uncompressed and not kept. */
const largestKept = 1024 * 1024;

/** Compressing what is compressed already only costs time. */
const compressible = /\.(js|mjs|cjs|css|json|map|svg|html?|txt|md|xml|wasm|ttf|otf)$/i;

/** Keeps the bytes of artifacts that are in use, with their compressed forms. */
export interface ArtifactCache {
  /** The body of an artifact; undefined when it has gone. `tag` is the digest of the bytes as they are. */
  load(path: string, artifact: FoundArtifact): Promise<EncodedBody | undefined>;
}

function sizeOf(body: EncodedBody): number {
  return body.identity.length + (body.br?.length ?? 0) + (body.gzip?.length ?? 0);
}

/**
 * Makes a cache of artifacts that drops what was used longest ago.
 *
 * @param capacity - bytes that it may hold
 */
export function createArtifactCache(capacity: number): ArtifactCache {
  const kept = new Map<string, EncodedBody>();
  const loading = new Map<string, Promise<EncodedBody | undefined>>();
  let held = 0;

  function keep(key: string, body: EncodedBody): void {
    kept.set(key, body);
    held += sizeOf(body);
    for (const [oldest, dropped] of kept) {
      if (held <= capacity) return;
      kept.delete(oldest);
      held -= sizeOf(dropped);
    }
  }

  async function read(path: string, artifact: FoundArtifact): Promise<EncodedBody | undefined> {
    const bytes = await artifact.read();
    if (!bytes) return undefined;
    const tag = integrityOf(bytes);
    if (bytes.length > largestKept) return { tag, identity: bytes };
    const body = compressible.test(path) ? await encodeBody(bytes, tag) : { tag, identity: bytes };
    keep(artifact.key, body);
    return body;
  }

  return {
    load(path, artifact) {
      const known = kept.get(artifact.key);
      if (known) {
        // Used now: to the end of the order in which entries are dropped.
        kept.delete(artifact.key);
        kept.set(artifact.key, known);
        return Promise.resolve(known);
      }
      const pending = loading.get(artifact.key) ?? read(path, artifact).finally(() => loading.delete(artifact.key));
      loading.set(artifact.key, pending);
      return pending;
    },
  };
}
