import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { fakeBuild } from './fixtures/fake-remote.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';
import { packed, tarGz } from './fixtures/tar-archive.ts';

const { headers: adminHeaders } = mockCredentials.admin();

afterEach(async () => {
  // Whatever was sent: the registry still answers.
  expect((await now.client.call('GET', '/remotes')).status).toBe(200);
});
const now = registryForEachTest();

interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly type: string;
}

/** Sends bytes as they are, with a method that fetch would not send. */
function raw(method: string, path: string, options: { body?: Buffer | string; headers?: Record<string, string> } = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { ...adminHeaders, 'content-type': 'application/json', ...options.headers };
    const sent = rawRequest({ host: '127.0.0.1', port: now.registry.port, path: `/api/registry${path}`, method, headers }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, type: String(response.headers['content-type']) }));
    });
    // A server that has answered already may close while a long body is still on its way.
    sent.on('error', fault => ((fault as { code?: string }).code === 'EPIPE' ? undefined : reject(fault)));
    sent.end(options.body);
  });
}

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const remote = (fields: string): string => `{"id":"tech-radar",${fields}}`;

describe('a body', () => {
  test.each<[string, Buffer | string, Record<string, string>, number[]]>([
    ['of 10 MB', remote(`"title":"${'x'.repeat(10_000_000)}"`), {}, [413]],
    ['that is 10,000 levels deep', remote(`"title":${deep(10_000)}`), {}, [400]],
    ['with a mark of the byte order', `\ufeff${remote('"title":"a"')}`, {}, [400]],
    ['that is no UTF-8', Buffer.from(remote('"title":"caf\xe9"'), 'latin1'), {}, [400]],
    ['in another encoding', Buffer.from(remote('"title":"a"'), 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }, [400]],
    ['with a key twice', remote('"title":"first","title":"second"'), {}, [400]],
    ['with a key twice in two spellings', remote('"title":"first","t\\u0069tle":"second"'), {}, [400]],
    ['with a key twice in a part of it', remote('"audience":[{"a":1,"a":2}]'), {}, [400]],
    ['that is no JSON', '{', {}, [400]],
    ['that is a text', '"x"', {}, [400]],
    ['that inflates to 50 MB', gzipSync(Buffer.alloc(50_000_000, 0x20)), { 'content-encoding': 'gzip' }, [413]],
    ['with fields that nobody knows', remote('"roles":["portal-admin"]'), {}, [400]],
    ['of another type', remote('"title":"a"'), { 'content-type': 'text/plain' }, [400]],
  ])('%s is refused', async (_what, body, headers, statuses) => {
    const answer = await raw('POST', '/remotes', { body, headers });
    expect(statuses).toContain(answer.status);
    if (answer.status >= 400) expect(Object.keys(JSON.parse(answer.text) as object)).toEqual(['error', 'request', 'response']);
    expect(answer.text).not.toMatch(/\n\s+at |node_modules|SQLITE/);
  });

  test('with a key twice is refused before anybody has to choose one, and it is said which', async () => {
    const { text } = await raw('POST', '/remotes', { body: remote('"title":"first","title":"second"') });
    const { error } = JSON.parse(text) as { error: { code: string; message: string } };
    expect([error.code, error.message]).toEqual(['FRAMEWORK_BODY_AMBIGUOUS', expect.stringContaining('the key "title" twice in one object')]);
  });

  test.each(['"__proto__":{"polluted":true}', '"constructor":{"prototype":{"polluted":true}}', '"title":"a","__proto__":{"enabled":false}'])(
    'that reaches for the prototype changes nobody’s: %s',
    async fields => {
      await raw('POST', '/remotes', { body: remote(fields) });
      await raw('PATCH', '/remotes/tech-radar', { body: `{${fields}}`, headers: { 'if-match': '*' } });
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      const { body } = await now.client.call('GET', '/remotes');
      for (const one of body.remotes) expect(one.enabled).toBe(true);
    },
  );
});

describe('a method', () => {
  test.each<[string, string, number[]]>([
    ['TRACE', '/remotes', [400, 405]],
    ['PROPFIND', '/remotes', [400, 405]],
    ['PUT', '/remotes', [404, 405]],
    ['DELETE', '/snapshot', [404, 405]],
    ['HEAD', '/remotes', [200]],
    ['OPTIONS', '/remotes', [200, 204, 404]],
  ])('%s %s is answered without a stack trace', async (method, path, statuses) => {
    const answer = await raw(method, path, { headers: { accept: 'text/html' } });
    expect(statuses).toContain(answer.status);
    expect(answer.text).not.toMatch(/<html|node_modules|\.ts:\d/i);
    if (method === 'HEAD') expect(answer.text).toBe('');
  });

  test('that asks for HTML gets JSON, also where something is wrong', async () => {
    for (const path of ['/remotes', '/remotes/nobody', '/nothing']) {
      expect((await raw('GET', path, { headers: { accept: 'text/html' } })).type).toMatch(/^application\/json/);
    }
  });
});

describe('two remotes', () => {
  test('can’t have ids that differ in case only: there is one spelling', async () => {
    await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
    for (const id of ['Tech-Radar', 'TECH-RADAR', 'tech-rādar', 'constructor']) {
      const { status } = await now.client.call('POST', '/remotes', { id });
      expect(id === 'constructor' ? [201] : [400]).toContain(status);
    }
  });

  test('with one extension id or one API: the later one is refused, and it is told', async () => {
    await now.client.publish({ id: 'tech-radar', version: '1.0.0', manifest: { provides: ['radar.client'] } });
    const twin = await now.client.publish({ id: 'other-radar', version: '1.0.0', manifest: { provides: ['radar.client'] } });
    expect([twin.status, twin.body.error.details?.[0]?.code]).toEqual([422, 'apis-are-provided-once']);
    const doubled = { extensions: [{ id: 'page:x', point: 'core.page/v1' }, { id: 'page:x', point: 'core.page/v1' }] };
    const twice = await now.client.publish({ id: 'twice', version: '1.0.0', manifest: doubled });
    expect([twice.status, JSON.stringify(twice.body.error)]).toEqual([422, expect.stringContaining('extension-ids-are-unique')]);
    expect((await now.client.publish({ id: 'third', version: '1.0.0', route: '/tech-radar' })).status).toBe(422);
  });

  test('that need what the shell does not have are refused with the range', async () => {
    const old = await now.client.publish({ id: 'old', version: '1.0.0', shared: [{ request: 'react', range: '^17.0.0' }] });
    expect([old.status, JSON.stringify(old.body.error)]).toEqual([422, expect.stringContaining('^17.0.0')]);
    const future = await now.client.publish({ id: 'future', version: '1.0.0', manifest: { portal: '^99.0.0' } });
    expect([future.status, JSON.stringify(future.body.error)]).toEqual([422, expect.stringContaining('^99.0.0')]);
  });
});

describe('a manifest', () => {
  const text = fakeBuild({ id: 'tech-radar' }).get('portico-plugin.json') ?? '';
  const upload = (manifest: string | Buffer) => now.client.upload('tech-radar', packed(new Map([...fakeBuild({ id: 'tech-radar' }), ['portico-plugin.json', manifest]])));

  test.each<[string, string | Buffer]>([
    ['with a key twice', text.replace('"title"', '"portal":"^9.0.0","title"')],
    ['with a file twice under two digests', text.replace('"path":"remoteEntry.js"', '"path":"other.js","path":"remoteEntry.js"')],
    ['with a mark of the byte order', `\ufeff${text}`],
    ['that is no UTF-8', Buffer.from(text.replace('Title', 'Titl\xe9'), 'latin1')],
    ['that is 10,000 levels deep', text.replace('"schema":1', `"schema":1,"configSchema":${deep(10_000)}`)],
    ['with an extension that is 10,000 levels deep', text.replace('"point":', `"config":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},"point":`)],
    ['that is a list', '[]'],
    ['that is nothing', 'null'],
  ])('%s is refused', async (_what, manifest) => {
    const answer = await upload(manifest);
    expect([answer.status, answer.body.error.code]).toEqual([422, expect.stringMatching(/^REGISTRY_(MANIFEST_UNREADABLE|CHECKS_FAILED)$/)]);
    expect((await now.client.call('GET', '/remotes')).body.remotes).toEqual([]);
  });
});

describe('an upload', () => {
  const build = [...fakeBuild({ id: 'tech-radar' })].map(([path, body]) => ({ path, body }));
  test.each([
    ['a chain of links', [{ path: 'a', type: '2', link: 'b' }, { path: 'b', type: '2', link: '/etc' }, { path: 'a/passwd.js', body: '1' }]],
    ['a link that leads nowhere', [{ path: 'gone.js', type: '2', link: 'nothing' }]],
    ['a neighbour whose name begins alike', [{ path: '../tech-radar-evil/x.js', body: '1' }]],
    ['a NUL in a name', [{ path: 'a%00.js/../../x', body: '1' }]],
    ['a line break in a name', [{ path: 'a\r\nSet-Cookie: x=1.js', body: '1' }]],
    ['a pipe', [{ path: 'pipe', type: '6' }]],
  ])('with %s is refused as a whole', async (_what, entries) => {
    const answer = await now.client.upload('tech-radar', tarGz([...build, ...entries]));
    expect([400, 422]).toContain(answer.status);
    expect((await now.client.call('GET', '/remotes')).body.remotes).toEqual([]);
  });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'MZ\u0000'],
    ['an archive that is a page, too', 'PK\u0003\u0004<html>'],
  ])('of %s that calls itself a script is refused', async (_what, page) => {
    const answer = await now.client.publish({ id: 'tech-radar', version: '1.0.0', page });
    expect([answer.status, answer.body.error.details[0].code]).toEqual([422, 'scripts-are-scripts']);
  });

  test('that breaks off leaves nothing behind, and keeps nobody waiting', async () => {
    const archive = packed(fakeBuild({ id: 'tech-radar' }));
    const half = archive.subarray(0, archive.length / 2);
    const head = [
      'POST /api/registry/remotes/tech-radar/versions HTTP/1.1', 'host: x', 'content-type: application/gzip',
      `authorization: ${adminHeaders.authorization}`, `content-length: ${archive.length}`, '', '',
    ].join('\r\n');
    for (let index = 0; index < 12; index += 1) {
      await new Promise<void>(resolve => {
        const socket = connect(now.registry.port, '127.0.0.1', () => socket.write(Buffer.concat([Buffer.from(head), half]), () => resolve(void socket.destroy())));
        socket.on('error', () => undefined);
      });
    }
    expect((await now.client.upload('tech-radar', archive)).status).toBe(201);
    expect((await now.client.call('GET', '/retention')).body.orphans).toBe(0);
  });

  test('that says it has 10 GB is refused before it is read', async () => {
    const answer = await new Promise<string>(resolve => {
      const head = `POST /api/registry/remotes/tech-radar/versions HTTP/1.1\r\nhost: x\r\ncontent-type: application/gzip\r\nauthorization: ${adminHeaders.authorization}\r\ncontent-length: 10737418240\r\n\r\n`;
      const socket = connect(now.registry.port, '127.0.0.1', () => socket.write(head));
      socket.once('data', data => resolve(data.toString().split('\r\n', 1)[0] ?? ''));
      socket.once('data', () => socket.destroy());
    });
    expect(answer).toBe('HTTP/1.1 413 Payload Too Large');
  });
});
