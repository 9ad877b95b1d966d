import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@portico/config';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { UrlReaderService } from '../../index.ts';
import { checkedAddresses } from './address-check.ts';
import { findAllowedHost } from './allowed-hosts.ts';

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

describe('readUrl', () => {
  test('reads an allowed address and tells when nothing has changed', async () => {
    const host = await serve((request, response) => {
      response.setHeader('etag', '"v1"').setHeader('content-type', 'text/yaml');
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.end('kind: Component');
    });
    const reader = await readerFor({ host });
    const result = await reader.readUrl(`http://${host}/a.yaml`);
    expect(result).toMatchObject({ status: 'ok', etag: '"v1"', contentType: 'text/yaml', url: `http://${host}/a.yaml` });
    expect(result.status === 'ok' && result.body.toString()).toBe('kind: Component');
    expect(await reader.readUrl(`http://${host}/a.yaml`, { etag: '"v1"' })).toEqual({ status: 'not-modified' });
  });

  test('takes hosts that the plugin adds', async () => {
    const host = await serve((_request, response) => void response.end('x'));
    const reader = await readerFor();
    await expect(reader.readUrl(`http://${host}/`)).rejects.toThrow('Expected an address that the configuration allows');
    expect((await reader.readUrl(`http://${host}/`, { allowHosts: [host] })).status).toBe('ok');
  });

  test('follows redirects within the list and none that lead off it', async () => {
    const secret = await serve((_request, response) => void response.end('secret'));
    const host = await serve((request, response) => {
      if (request.url === '/here') response.writeHead(302, { location: '/there' }).end();
      else if (request.url === '/away') response.writeHead(307, { location: `http://${secret}/` }).end();
      else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else if (request.url === '/metadata') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else response.end('there');
    });
    const reader = await readerFor({ host }, { host: '169.254.169.254', privateAddresses: true });
    const read = (path: string) => reader.readUrl(`http://${host}${path}`);
    expect(await read('/here')).toMatchObject({ url: `http://${host}/there` });
    await expect(read('/away')).rejects.toThrow(`got http://${secret}/`);
    await expect(read('/file')).rejects.toThrow('Expected an http or https address');
    await expect(read('/metadata')).rejects.toThrow('Expected 169.254.169.254 to be on a public address');
    await expect(read('/loop')).rejects.toThrow('Expected at most 5 redirects');
  });

  test('caps size and time', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/hang') return;
      if (request.url === '/declared') response.setHeader('content-length', 5000);
      response.write('x'.repeat(2000));
      if (request.url === '/endless') response.write('x'.repeat(3000));
    });
    const reader = await readerFor({ host });
    const read = (path: string) => reader.readUrl(`http://${host}${path}`, { maxBytes: 4000, timeoutMs: 300 });
    await expect(read('/declared')).rejects.toThrow('Expected at most 4000 bytes');
    await expect(read('/endless')).rejects.toThrow('Expected at most 4000 bytes');
    await expect(read('/hang')).rejects.toThrow('within 300 ms, got none');
  });

  test('names what else can go wrong', async () => {
    const host = await serve((request, response) => void response.writeHead(request.url === '/gone' ? 404 : 500).end());
    const reader = await readerFor({ host, paths: ['/gone', '/broken'] }, { host: '127.0.0.1:1' });
    await expect(reader.readUrl(`http://${host}/gone`)).rejects.toThrow('got status 404');
    await expect(reader.readUrl(`http://${host}/broken/x`)).rejects.toThrow('Expected status 200');
    await expect(reader.readUrl(`http://${host}/other`)).rejects.toThrow('Expected an address that the configuration allows');
    await expect(reader.readUrl('http://127.0.0.1:1/')).rejects.toThrow('Expected an answer from http://127.0.0.1:1/');
    await expect(reader.readUrl(`http://user:pass@${host}/`)).rejects.toThrow('without user and password');
  });
});

describe('addresses', () => {
  const strict = { loopback: false, privateAddresses: false };
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '::1',
    '::ffff:127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    'fd00::1',
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fe80::1',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '::ffff:93.184.216.34',
  ])('%s is refused', async address => {
    await expect(checkedAddresses(address, strict)).rejects.toThrow('to be on a public address');
  });

  test('of the own network are read when the entry says so, link-local ones never', async () => {
    const own = { loopback: false, privateAddresses: true };
    expect(await checkedAddresses('10.1.2.3', own)).toEqual([{ address: '10.1.2.3', family: 4 }]);
    expect(await checkedAddresses('93.184.216.34', strict)).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(await checkedAddresses('[2606:4700::1111]', strict)).toEqual([{ address: '2606:4700::1111', family: 6 }]);
    await expect(checkedAddresses('169.254.1.1', own)).rejects.toThrow('public address');
    await expect(checkedAddresses('127.0.0.1', own)).rejects.toThrow('public address');
  });
});

test.each([
  ['https://example.com/a', 'example.com', true],
  ['https://example.com:8443/a', 'example.com', false],
  ['https://example.com:8443/a', 'example.com:8443', true],
  ['https://a.example.com/', '*.example.com', true],
  ['https://example.com/', '*.example.com', false],
  ['https://evil-example.com/', '*.example.com', false],
])('%s against %s: %s', (url, host, fits) => {
  expect(findAllowedHost(new URL(url), [{ host }]) !== undefined).toBe(fits);
});
