import { registryRevisionTopic } from '@portico/contracts';
import type { Snapshot } from '@portico/contracts';

/** A session without a browser: it follows the event stream and fetches the snapshot in the way of the shell. */
export interface ProtocolClient {
  /** Resolves with the moment (milliseconds since the epoch) at which the session knows of a version of a remote. */
  offers(id: string, version: string): Promise<number>;
  close(): void;
}

/** The shell asks for an announced snapshot after a random part of this. */
const spreadMs = 1_000;

/** The messages of a stream of server-sent events, as `[topic, data]`. */
async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly [topic: string, data: string]> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const valueOf = (field: string): string => lines.find(line => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? '';
      yield [valueOf('event'), valueOf('data')];
    }
  }
}

/** Signs in as a browser does and opens the session. */
export async function openProtocolClient(url: string): Promise<ProtocolClient> {
  const signedIn = await fetch(`${url}/api/auth/session`);
  const cookie = signedIn.headers.getSetCookie().map(one => one.split(';', 1)[0]).join('; ');
  const stopped = new AbortController();
  const waiting = new Set<{ id: string; version: string; resolve: (at: number) => void }>();
  let offered = new Map<string, string>();
  let revision: number | undefined;
  let etag: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    const now = Date.now();
    for (const one of waiting) {
      if (offered.get(one.id) !== one.version) continue;
      waiting.delete(one);
      one.resolve(now);
    }
  }

  async function fetchSnapshot(): Promise<void> {
    timer = undefined;
    const headers = { cookie, ...(etag ? { 'if-none-match': etag } : {}) };
    const response = await fetch(`${url}/api/registry/snapshot`, { headers, signal: stopped.signal });
    if (response.status !== 200) return;
    etag = response.headers.get('etag') ?? undefined;
    const snapshot = (await response.json()) as Snapshot;
    revision = snapshot.revision;
    offered = new Map(snapshot.remotes.filter(({ status }) => status === 'ok').map(({ id, version }) => [id, version]));
    settle();
  }

  async function follow(body: ReadableStream<Uint8Array>): Promise<void> {
    for await (const [topic, data] of messagesOf(body)) {
      if (topic !== registryRevisionTopic || (JSON.parse(data) as { revision: number }).revision === revision) continue;
      timer ??= setTimeout(() => void fetchSnapshot().catch(() => undefined), Math.random() * spreadMs);
    }
  }

  await fetchSnapshot();
  const stream = await fetch(`${url}/api/events?topics=${registryRevisionTopic},app.config`, { headers: { cookie }, signal: stopped.signal });
  if (!stream.body) throw new Error(`Expected a stream of events, got ${stream.status}`);
  follow(stream.body).catch(() => undefined);
  return {
    offers(id, version) {
      return new Promise(resolve => {
        waiting.add({ id, version, resolve });
        settle();
      });
    },
    close() {
      clearTimeout(timer);
      stopped.abort();
    },
  };
}
