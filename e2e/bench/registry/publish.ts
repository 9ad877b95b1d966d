import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { RunningPortal } from '../../setup/portal.ts';

const run = promisify(execFile);

/** Files by their path. */
export type Files = ReadonlyMap<string, string | Buffer>;

/** Packs files as the upload of a version: a tar.gz. */
export async function archiveOf(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-bench-'));
  for (const [name, body] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), body);
  }
  const { stdout } = await run('tar', ['czf', '-', '-C', folder, '.'], { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  fs.rmSync(folder, { recursive: true });
  return new Uint8Array(stdout);
}

/** The registry of a portal, as a pipeline calls it. */
export interface Pipeline {
  publish(id: string, archive: Uint8Array<ArrayBuffer>, channel?: string): Promise<void>;
  promote(id: string, version: string): Promise<void>;
  rollback(id: string): Promise<void>;
}

/** Calls a portal's registry with its development token; an answer that is no success ends the benchmark. */
export function pipelineOf(portal: RunningPortal): Pipeline {
  const base = `${portal.url}/api/registry/remotes`;
  const authorization = `Bearer ${portal.developmentToken()}`;
  async function call(method: string, route: string, init: { type: string; body?: string | Uint8Array<ArrayBuffer> }): Promise<void> {
    const headers = { authorization, 'content-type': init.type };
    const response = await fetch(base + route, { method, headers, ...(init.body === undefined ? {} : { body: init.body }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route}: expected success, got ${response.status} ${text.slice(0, 500)}`);
  }
  const json = 'application/json';
  return {
    publish: (id, archive, channel) =>
      call('POST', `/${id}/versions${channel ? `?channel=${channel}` : ''}`, { type: 'application/gzip', body: archive }),
    promote: (id, version) => call('PUT', `/${id}/channels/stable`, { type: json, body: JSON.stringify({ version }) }),
    rollback: id => call('POST', `/${id}/rollback`, { type: json, body: '{}' }),
  };
}
