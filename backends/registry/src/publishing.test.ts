import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { fakeBuild } from './fixtures/fake-remote.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';
import { packed, tarGz } from './fixtures/tar-archive.ts';

const user = mockCredentials.user();
const now = registryForEachTest();

function codeOf(body: { error: { code: string; details?: { code: string }[] } }): string[] {
  return [body.error.code, ...(body.error.details ?? []).map(({ code }) => code)];
}

describe('POST /remotes/:id/versions', () => {
  test('publishes an upload: 201, seen by everyone, its files served, and the same again is 200', async () => {
    const first = await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
    expect(first).toMatchObject({ status: 201, body: { remote: 'tech-radar', version: '1.0.0', created: true, files: 3, channels: ['stable'] } });
    const remote = await now.registry.remote('tech-radar');
    expect(remote).toMatchObject({ version: '1.0.0', status: 'ok', entry: { url: '/remotes/tech-radar/1.0.0/remoteEntry.js' } });
    const answer = await now.registry.fetch(remote.entry.url, { as: user });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, max-age=31536000, immutable']);
    expect(await now.client.publish({ id: 'tech-radar', version: '1.0.0' })).toMatchObject({ status: 200, body: { created: false } });
  });

  test('never changes a version: other bytes are 409, and the published ones stay', async () => {
    await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
    const other = await now.client.publish({ id: 'tech-radar', version: '1.0.0', page: 'export default 2' });
    expect([other.status, codeOf(other.body)]).toEqual([409, ['REGISTRY_VERSION_EXISTS']]);
    const page = await now.registry.fetch('/remotes/tech-radar/1.0.0/page.0a1b2c3d.js', { as: user });
    expect(await page.text()).toBe('export default 1');
  });

  test('leaves the channels alone but for the first version, and moves the one that is named', async () => {
    await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
    expect((await now.client.publish({ id: 'tech-radar', version: '1.1.0', page: '2' })).body.channels).toEqual([]);
    expect(await now.client.versionsFor(user)).toEqual({ 'tech-radar': '1.0.0' });
    expect((await now.client.publish({ id: 'tech-radar', version: '1.2.0', page: '3' }, { query: '?channel=stable' })).body.channels).toEqual(['stable']);
    expect(await now.client.versionsFor(user)).toEqual({ 'tech-radar': '1.2.0' });
  });

  test('moves the channel that is named also when the version is there already', async () => {
    await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
    await now.client.publish({ id: 'tech-radar', version: '1.1.0', page: '2' });
    const again = await now.client.publish({ id: 'tech-radar', version: '1.1.0', page: '2' }, { query: '?channel=stable' });
    expect(again).toMatchObject({ status: 200, body: { created: false, channels: ['stable'] } });
    expect(await now.client.versionsFor(user)).toEqual({ 'tech-radar': '1.1.0' });
  });

  test('does not give a first version to everyone when it is a trial', async () => {
    expect((await now.client.publish({ id: 'tech-radar', version: '1.0.0-rc.1' })).body.channels).toEqual([]);
    expect(await now.client.versionsFor(user)).toEqual({});
  });

  test('takes the archive of the folder itself, leaves source maps out, and keeps versions over a restart', async () => {
    const build = new Map([...fakeBuild({ id: 'tech-radar' }), ['remoteEntry.js.map', '{}']]);
    const archive = tarGz([{ path: 'dist/', type: '5' }, ...[...build].map(([path, body]) => ({ path: `dist/${path}`, body }))]);
    expect((await now.client.upload('tech-radar', archive)).status).toBe(201);
    expect((await now.registry.fetch('/remotes/tech-radar/1.2.0/remoteEntry.js.map', { as: user })).status).toBe(404);
  });

  test('says everything that is wrong at once, and keeps nothing', async () => {
    const manifest = { portal: '^9.0.0', version: 'latest', federation: { entry: 'remoteEntry.js' } };
    const answer = await now.client.publish({ id: 'tech-radar', manifest });
    expect(answer.status).toBe(422);
    expect(codeOf(answer.body)).toEqual(expect.arrayContaining(['manifest-is-well-formed', 'version-is-semver', 'portal-range-fits-offer']));
    expect((await now.client.call('GET', '/remotes/tech-radar')).status).toBe(404);
  });

  test('makes one of 200 callers at the same time the publisher', async () => {
    const archive = packed(fakeBuild({ id: 'tech-radar', version: '1.0.0' }));
    const answers = await Promise.all(Array.from({ length: 200 }, () => now.client.upload('tech-radar', archive)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 199 }, () => 200), 201]);
    expect((await now.client.call('GET', '/remotes/tech-radar')).body.versions).toHaveLength(1);
  });

  test('makes one of many callers with other bytes each the publisher, and refuses the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => now.client.publish({ id: 'tech-radar', version: '1.0.0', page: `export default ${index}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 39 }, () => 409)]);
  });

  test.each(['__proto__', 'constructor.', '..%2f..', '%2e', 'Tech-Radar', 'a'.repeat(300), 'tech%00radar', 'tech\u202eradar'])(
    'refuses the id %j',
    async id => {
      const { status } = await now.client.upload(id, packed(fakeBuild({ id: 'tech-radar' })));
      expect([400, 404]).toContain(status);
      expect((await now.client.call('GET', '/remotes')).body.remotes).toEqual([]);
    },
  );

  test.each(['1', '1.0.0-', '01.0.0', '1'.repeat(4000), '1.0.0/..', `1.0.0-${'a'.repeat(200)}`])('refuses the version %#', async version => {
    expect((await now.client.publish({ id: 'tech-radar', version })).status).toBe(422);
  });

  test('refuses a build that is another remote', async () => {
    const answer = await now.client.upload('tech-radar', packed(fakeBuild({ id: 'catalog' })));
    expect([answer.status, codeOf(answer.body)]).toEqual([422, ['REGISTRY_CHECKS_FAILED', 'id-is-as-registered']]);
  });

  test('refuses files that the manifest does not list, and files that are missing or differ', async () => {
    const build = fakeBuild({ id: 'tech-radar' });
    const extra = await now.client.upload('tech-radar', packed(new Map([...build, ['evil.js', '1']])));
    expect([extra.status, codeOf(extra.body)]).toEqual([422, ['REGISTRY_CHECKS_FAILED', 'every-file-is-listed']]);
    const missing = await now.client.upload('tech-radar', packed(new Map([...build].filter(([path]) => path !== 'styles/page.css'))));
    expect(codeOf(missing.body)).toContain('assets-match-the-files');
    const other = await now.client.upload('tech-radar', packed(new Map([...build, ['page.0a1b2c3d.js', 'export default 9']])));
    expect(codeOf(other.body)).toContain('assets-match-the-files');
  });

  test('takes only versions that the publisher has signed, once the remote has a key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
    expect((await now.client.call('POST', '/remotes', { id: 'tech-radar', publisherKey: pem })).status).toBe(201);
    const build = fakeBuild({ id: 'tech-radar', version: '1.0.0' });
    const unsigned = await now.client.upload('tech-radar', packed(build));
    expect([unsigned.status, codeOf(unsigned.body)]).toEqual([422, ['REGISTRY_CHECKS_FAILED', 'signature-is-of-the-publisher']]);
    const signed = (key: typeof privateKey): Buffer => {
      const signature = sign(null, Buffer.from(build.get('portico-plugin.json') ?? ''), key).toString('base64');
      return packed(new Map([...build, ['portico-plugin.sig', signature]]));
    };
    const other = await now.client.upload('tech-radar', signed(generateKeyPairSync('ed25519').privateKey));
    expect(codeOf(other.body)).toContain('signature-is-of-the-publisher');
    expect((await now.client.upload('tech-radar', signed(privateKey))).status).toBe(201);

    // A key that was replaced signs nothing any more.
    const next = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string;
    const change = { publisherKey: next };
    expect((await now.client.call('PATCH', '/remotes/tech-radar', change, { headers: { 'if-match': '*' } })).status).toBe(200);
    const later = fakeBuild({ id: 'tech-radar', version: '1.1.0' });
    const signature = sign(null, Buffer.from(later.get('portico-plugin.json') ?? ''), privateKey).toString('base64');
    const revoked = await now.client.upload('tech-radar', packed(new Map([...later, ['portico-plugin.sig', signature]])));
    expect([revoked.status, codeOf(revoked.body)]).toEqual([422, ['REGISTRY_CHECKS_FAILED', 'signature-is-of-the-publisher']]);
  });

  test('tells of code that replaces what all plugins share, and lets it in', async () => {
    const { status, body } = await now.client.publish({ id: 'tech-radar', version: '1.0.0', page: 'window.fetch=()=>0;Object.prototype.x=1;history.pushState=null' });
    expect(status).toBe(201);
    const told = (body.findings as { rule: string; severity: string; message: string }[]).map(({ rule, severity, message }) => `${severity} ${rule} ${message.split(' ').at(-1)}`);
    expect(told).toEqual(['window.fetch', 'Object.prototype.x', 'history.pushState'].map(name => `warning globals-are-left-alone ${name}`));
  });
});

const build = [...fakeBuild({ id: 'tech-radar' })].map(([path, body]) => ({ path, body }));

describe('an upload', () => {
  test.each([
    ['a path that leads out', [{ path: '../evil.js', body: '1' }]],
    ['a path that leads out in the middle', [{ path: 'a/../../evil.js', body: '1' }]],
    ['an absolute path', [{ path: '/tmp/evil.js', body: '1' }]],
    ['a drive', [{ path: 'C:\\evil.js', body: '1' }]],
    ['a backslash', [{ path: '..\\evil.js', body: '1' }]],
    ['a symbolic link', [{ path: 'link.js', type: '2', link: '/etc/passwd' }]],
    ['a hard link', [{ path: 'link.js', type: '1', link: 'remoteEntry.js' }]],
    ['a device', [{ path: 'null', type: '3' }]],
    ['a file twice', [{ path: 'remoteEntry.js', body: '1' }]],
    ['a file twice in another case', [{ path: 'REMOTEENTRY.js', body: '1' }]],
    ['two manifests', [{ path: 'portico-plugin.json', body: '{}' }]],
    ['a name that turns text round', [{ path: 'a\u202egnp.js', body: '1' }]],
  ])('with %s is refused as a whole', async (_what, entries) => {
    const answer = await now.client.upload('tech-radar', tarGz([...build, ...entries]));
    expect([answer.status, codeOf(answer.body)]).toEqual([400, ['REGISTRY_UPLOAD_INVALID']]);
    expect((await now.client.call('GET', '/remotes')).body.remotes).toEqual([]);
  });

  test.each([
    ['no gzip', Buffer.from('hello'), 400],
    ['half of it', packed(fakeBuild()).subarray(0, 300), 400],
    ['an archive without a manifest', tarGz([{ path: 'remoteEntry.js', body: '1' }]), 404],
    ['a manifest that is no JSON', tarGz([{ path: 'portico-plugin.json', body: '{' }]), 422],
    ['nothing', Buffer.alloc(0), 400],
    ['what inflates to more than is allowed', tarGz([{ path: 'zeros.js', body: Buffer.alloc(60 * 1024 * 1024) }]), 413],
    ['a file that is too large', tarGz([{ path: 'zeros.js', body: Buffer.alloc(9 * 1024 * 1024) }]), 413],
    ['too many files', tarGz(Array.from({ length: 2001 }, (_, index) => ({ path: `${index}.js`, body: '' }))), 413],
  ])('of %s is refused', async (_what, archive, status) => {
    expect((await now.client.upload('tech-radar', archive)).status).toBe(status);
  });

  test.each([
    'application/zip',
    'multipart/form-data; boundary=a',
    'multipart/form-data; boundary=a; boundary=b; boundary="c"',
    'multipart/mixed; boundary="application/gzip"',
    'application/gzipped',
    'text/plain; application/gzip',
  ])('of the type %s is refused', async type => {
    const answer = await now.client.upload('tech-radar', packed(fakeBuild()), { headers: { 'content-type': type } });
    expect([answer.status, codeOf(answer.body)]).toEqual([400, ['REGISTRY_UPLOAD_TYPE']]);
    expect((await now.client.call('GET', '/remotes')).body.remotes).toEqual([]);
  });

  test('can be tried without effect', async () => {
    const headers = { 'content-type': 'application/gzip' };
    const body = new Uint8Array(packed(fakeBuild({ id: 'tech-radar', manifest: { portal: '^9.0.0' } })));
    const answer = await now.registry.fetch('/api/registry/preflight', { as: mockCredentials.admin(), method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ ok: false, id: 'tech-radar', findings: [{ rule: 'portal-range-fits-offer' }] });
    expect((await now.client.call('GET', '/remotes')).body.remotes).toEqual([]);
  });
});
