import { gunzipSync } from 'node:zlib';
import http from 'node:http';
import autocannon from 'autocannon';
import type { Snapshot } from '@portico/contracts';
import type { RunningPortal } from '../../setup/portal.ts';

/** How large the snapshot is and how often it can be asked for. */
export interface SnapshotFigures {
  readonly remotes: number;
  readonly withFallback: number;
  /** Of the body as it is sent to a client that takes gzip. */
  readonly gzipBytes: number;
  /** Answers for each second with the body, and with 304. */
  readonly wholePerSecond: number;
  readonly unchangedPerSecond: number;
}

const path = '/api/registry/snapshot';
const connections = 10;

function read(url: string, headers: Record<string, string>): Promise<{ body: Buffer; etag: string }> {
  return new Promise((resolve, reject) => {
    http.get(url, { headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ body: Buffer.concat(chunks), etag: String(response.headers.etag) }));
    }).on('error', reject);
  });
}

/** Asks for the snapshot over ten connections, `seconds` long with the body and as long without. */
export async function measureSnapshot(portal: RunningPortal, seconds: number): Promise<SnapshotFigures> {
  const url = portal.url + path;
  const headers = { authorization: `Bearer ${portal.developmentToken()}`, 'accept-encoding': 'gzip' };
  const { body, etag } = await read(url, headers);
  const snapshot = JSON.parse(gunzipSync(body).toString()) as Snapshot;
  const rate = async (more: Record<string, string>, status: number): Promise<number> => {
    const result = await autocannon({ url, connections, duration: seconds, headers: { ...headers, ...more } });
    const counts = result.statusCodeStats as Record<string, { count: number }> | undefined;
    const answered = Number(counts?.[status]?.count ?? 0);
    if (answered !== result.requests.total) throw new Error(`Expected only answers with ${status}, got ${JSON.stringify(counts)}`);
    return answered / result.duration;
  };
  return {
    remotes: snapshot.remotes.length,
    withFallback: snapshot.remotes.filter(({ fallback }) => fallback).length,
    gzipBytes: body.length,
    wholePerSecond: await rate({}, 200),
    unchangedPerSecond: await rate({ 'if-none-match': etag }, 304),
  };
}
