import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@portico/config';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { ReadTreeResult, UrlReaderService } from '../../index.ts';
import { create } from 'tar';

const servers: (() => void)[] = [];
afterEach(async () => {
  servers.splice(0).forEach(close => close());
  await stopAll();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  servers.push(() => void (server.closeAllConnections(), server.close()));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readerFor(...allow: JsonObject[]): Promise<UrlReaderService> {
  const { promise, resolve } = Promise.withResolvers<UrlReaderService>();
  const data = { backend: { reading: { allow } } };
  await (
    await running({ data, features: [pluginOf('reader', ({ urlReader }) => resolve(urlReader))] })
  ).started;
  return promise;
}

/** An archive as hosts of repositories make it, with a link in it. */
async function archiveOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-read-tree-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, 'shop-1', path, '..'), { recursive: true });
      await writeFile(join(folder, 'shop-1', path), text);
    }
    await symlink('/etc/passwd', join(folder, 'shop-1', 'link'));
    const chunks: Buffer[] = [];
    for await (const chunk of create({ gzip: true, cwd: folder }, ['shop-1'])) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function textsOf(result: ReadTreeResult): Promise<Record<string, string>> {
  const files = result.status === 'ok' ? await result.files() : [];
  return Object.fromEntries(await Promise.all(files.map(async ({ path, content }) => [path, (await content()).toString()] as const)));
}

describe('readTree', () => {
  test('gives the wanted files of an archive and tells when it has not changed', async () => {
    const archive = await archiveOf({ 'a.yaml': 'a', 'docs/b.md': 'b' });
    const host = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.setHeader('etag', '"v1"').end(archive);
    });
    const reader = await readerFor({ host });
    const url = `http://${host}/shop.tar.gz`;
    const result = await reader.readTree(url);
    expect([result, await textsOf(result)]).toMatchObject([{ status: 'ok', etag: '"v1"', url }, { 'a.yaml': 'a', 'docs/b.md': 'b' }]);
    expect(await textsOf(await reader.readTree(url, { filter: path => path.endsWith('.md') }))).toEqual({ 'docs/b.md': 'b' });
    expect(await reader.readTree(url, { etag: '"v1"' })).toEqual({ status: 'not-modified' });
  });

  test('refuses what unpacks to too much, and what is no archive', async () => {
    const archive = await archiveOf({ 'large.txt': 'x'.repeat(100_000) });
    const host = await serve((request, response) => void response.end(request.url === '/page' ? '<html>'.repeat(200) : archive));
    const reader = await readerFor({ host });
    await expect(reader.readTree(`http://${host}/`, { maxTreeBytes: 50_000 })).rejects.toThrow('Expected at most 50000 bytes in 20000 files');
    await expect(reader.readTree(`http://${host}/page`)).rejects.toThrow(`Expected a tar archive at http://${host}/page`);
  });
});

test('search finds the one file at an address, or none', async () => {
  const host = await serve((request, response) => (request.url === '/a.yaml' ? void response.end('a') : void response.writeHead(404).end()));
  const reader = await readerFor({ host });
  const found = await reader.search(`http://${host}/a.yaml`);
  expect(found).toMatchObject({ status: 'ok', files: [{ url: `http://${host}/a.yaml` }] });
  expect(await reader.search(`http://${host}/b.yaml`)).toEqual({ status: 'ok', files: [] });
  await expect(reader.search(`http://${host}/*.yaml`)).rejects.toThrow('Expected an address without wildcards');
});
