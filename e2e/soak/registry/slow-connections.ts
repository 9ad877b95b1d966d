import { connect } from 'node:net';

/** What a connection does that never comes to an end by itself. */
export type SlowKind = 'head' | 'stalled' | 'trickle' | 'json' | 'cut' | 'declared';

/** All kinds, in the order in which they are taken. */
export const slowKinds: readonly SlowKind[] = ['head', 'stalled', 'trickle', 'json', 'cut', 'declared'];

/** What slow connections are sent with. */
export interface SlowOptions {
  readonly port: number;
  readonly token: string;
  /** A sound archive, of which only a part is sent. */
  readonly archive: Uint8Array;
}

/** A connection that was opened. */
export interface SlowConnection {
  /** Resolves when the portal has ended it. */
  readonly ended: Promise<void>;
}

const trickleMs = 100;

function headOf(type: string, bytes: number, token: string): string {
  const path = type === 'application/json' ? '/api/registry/remotes' : '/api/registry/remotes/slow/versions';
  return [`POST ${path} HTTP/1.1`, 'host: localhost', `content-type: ${type}`, `authorization: Bearer ${token}`, `content-length: ${bytes}`, '', ''].join('\r\n');
}

/** Opens a connection and does on it what its kind does. */
export function openSlow(kind: SlowKind, { port, token, archive }: SlowOptions): SlowConnection {
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise<void>(resolve => socket.on('close', () => resolve()));
  socket.on('error', () => undefined).resume();
  const upload = headOf('application/gzip', kind === 'declared' ? 10 * 1024 ** 3 : archive.length, token);
  if (kind === 'head') socket.write(upload.slice(0, 60));
  else if (kind === 'json') socket.write(`${headOf('application/json', 5_000, token)}{"id":`);
  else socket.write(upload);
  if (kind === 'stalled') socket.write(archive.subarray(0, 50));
  if (kind === 'cut') socket.write(archive.subarray(0, archive.length / 2), () => socket.destroy());
  if (kind === 'trickle') {
    let at = 0;
    const timer = setInterval(() => void socket.write(archive.subarray(at, (at += 1))), trickleMs);
    socket.on('close', () => clearInterval(timer));
  }
  return { ended };
}
