import { beforeEach, describe, expect, test } from '@jest/globals';
import { parseShape, violationListSchema } from '@portico/contracts';
import type { Violation } from '@portico/contracts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const portal = 'https://portal.example';
const file = `${portal}/remotes/tech-radar/1.0.0/page.0a1b2c3d.js`;
const now = registryForEachTest({ cspReports: { perMinute: 1000 } });

beforeEach(async () => {
  await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
});

/** Sends a body as a browser does that nobody is signed in with. */
function send(body: unknown, type = 'application/reports+json', headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return now.registry.fetch('/api/registry/csp-reports', { method: 'POST', headers: { 'content-type': type, ...headers }, body: text });
}

interface Reported {
  readonly directive?: string;
  readonly blocked?: string;
  readonly source?: string;
  readonly page?: string;
}

const newer = ({ directive = 'connect-src', blocked = 'https://elsewhere.example/api?user=ada', source = file, page = `${portal}/` }: Reported): object => ({
  type: 'csp-violation',
  age: 3,
  url: page,
  user_agent: 'browser',
  body: { documentURL: page, effectiveDirective: directive, blockedURL: blocked, sourceFile: source, disposition: 'enforce', sample: 'x' },
});

async function violations(query = ''): Promise<Violation[]> {
  const { body } = await now.client.call('GET', `/violations${query}`);
  expect(parseShape(violationListSchema, body)).toMatchObject({ ok: true });
  return body.violations;
}

describe('reports about the policy of the page', () => {
  test('are taken without a session in both forms, and counted for the version whose file did it', async () => {
    const older = { 'document-uri': `${portal}/`, 'violated-directive': "connect-src 'self'", 'blocked-uri': 'https://elsewhere.example', 'source-file': file };
    expect((await send({ 'csp-report': older }, 'application/csp-report')).status).toBe(204);
    expect((await send([newer({}), newer({}), { type: 'deprecation', body: {} }])).status).toBe(204);
    expect(await violations()).toEqual([
      {
        remote: 'tech-radar',
        version: '1.0.0',
        directive: 'connect-src',
        blocked: 'https://elsewhere.example',
        attributedBy: 'source',
        source: 'page.0a1b2c3d.js',
        count: 3,
        firstAt: expect.any(String),
        lastAt: expect.any(String),
      },
    ]);
    const { body } = await now.client.call('GET', '/remotes/tech-radar/health');
    expect(body.violations).toMatchObject([{ version: '1.0.0', directive: 'connect-src', count: 3 }]);
  });

  test('are taken as Chromium sends them from a page with TLS: some at once, with the cookie, without a word about the page that sends them', async () => {
    const common = { columnNumber: 140, disposition: 'enforce', documentURL: `${portal}/tech-radar`, lineNumber: 20, originalPolicy: "default-src 'self'; report-to portal", referrer: '', sample: '', sourceFile: file, statusCode: 200 };
    const bodies = [
      { ...common, blockedURL: 'https://elsewhere.example/collect', effectiveDirective: 'connect-src' },
      { ...common, blockedURL: 'eval', effectiveDirective: 'script-src' },
      { ...common, blockedURL: 'inline', effectiveDirective: 'script-src-attr' },
    ];
    const reports = bodies.map(body => ({ age: 12, body, type: 'csp-violation', url: `${portal}/tech-radar`, user_agent: 'Mozilla/5.0' }));
    // Whoever ends TLS need not have told the portal of it, so that this origin may be another one than it knows itself by.
    const headers = { cookie: 'portico-session=a.b.c', origin: portal };
    expect((await send(reports, 'application/reports+json', headers)).status).toBe(204);
    expect((await violations()).map(({ remote, version, directive, blocked }) => [remote, version, directive, blocked]).sort()).toEqual([
      ['tech-radar', '1.0.0', 'connect-src', 'https://elsewhere.example'],
      ['tech-radar', '1.0.0', 'script-src', 'eval'],
      ['tech-radar', '1.0.0', 'script-src-attr', 'inline'],
    ]);
  });

  test('are counted all where a browser has collected a hundred of them, each with the whole policy', async () => {
    const policy = `default-src 'self'; connect-src ${'https://a-host-of-the-company.example '.repeat(40)}`;
    const one = newer({}) as { body: object };
    const reports = Array.from({ length: 100 }, () => ({ ...one, body: { ...one.body, originalPolicy: policy } }));
    expect((await send(reports)).status).toBe(204);
    expect(await violations()).toMatchObject([{ remote: 'tech-radar', count: 100 }]);
  });

  test.each([
    ['application/csp-report; charset=utf-8', { 'csp-report': { 'document-uri': `${portal}/`, 'effective-directive': 'img-src', 'blocked-uri': 'https://x.example/1.png', 'source-file': file } }],
    ['application/json', { 'csp-report': { 'document-uri': `${portal}/`, 'violated-directive': "img-src 'self'", 'blocked-uri': 'https://x.example', 'source-file': file } }],
    ['application/json', [newer({ directive: 'img-src', blocked: 'https://x.example/' })]],
    ['application/reports+json', [newer({ directive: 'img-src', blocked: 'https://x.example/' }), { type: 'csp-violation' }, null, 7, { type: 'intervention', body: {} }]],
  ])('are read as %s', async (type, body) => {
    expect((await send(body, type)).status).toBe(204);
    expect(await violations()).toMatchObject([{ remote: 'tech-radar', directive: 'img-src', blocked: 'https://x.example', count: 1 }]);
  });

  test.each<[string, Reported, Partial<Violation>]>([
    ['the file that did it, asked for a second time', { source: `${portal}/remotes/tech-radar/1.0.0/~2/page.js?x` }, { remote: 'tech-radar', version: '1.0.0', attributedBy: 'source', source: 'page.js' }],
    ['a version that nobody knows', { source: `${portal}/remotes/tech-radar/6.6.6/page.js` }, { remote: 'tech-radar', attributedBy: 'source' }],
    ['the file that was refused', { source: '', blocked: file, directive: 'script-src-elem' }, { remote: 'tech-radar', version: '1.0.0', attributedBy: 'blocked', blocked: '/remotes/tech-radar/1.0.0/page.0a1b2c3d.js' }],
    ['code in a blob on its page', { source: 'blob', blocked: 'eval', page: `${portal}/tech-radar/languages` }, { remote: 'tech-radar', attributedBy: 'page', blocked: 'eval' }],
    ['code of the shell on its page', { source: `${portal}/assets/main.1.js`, page: `${portal}/tech-radar` }, { remote: 'tech-radar', attributedBy: 'page' }],
    ['a page of nobody', { source: '', page: `${portal}/tech-radars` }, { attributedBy: 'nothing' }],
    ['a remote that nobody knows', { source: `${portal}/remotes/evil/1.0.0/a.js` }, { attributedBy: 'nothing' }],
  ])('are attributed by %s', async (_what, reported, expected) => {
    await send([newer(reported)]);
    const [found] = await violations();
    expect(found).toMatchObject(expected);
    expect([found?.remote, found?.version]).toEqual([expected.remote, expected.version]);
  });

  test('leave nothing of what they say but what is agreed', async () => {
    const markup = '"><img src=x onerror=alert(1)>';
    await send([
      newer({ directive: markup, blocked: `${markup}${'x'.repeat(5000)}`, source: `${portal}/remotes/tech-radar/1.0.0/${encodeURIComponent(markup)}` }),
      newer({ blocked: 'https://name:secret@elsewhere.example/people/ada?token=1#x' }),
      newer({ blocked: 'data:text/html,<script>' }),
      newer({ source: `${portal}/remotes/tech-radar/${'9'.repeat(3000)}/x.js` }),
    ]);
    const kept = (await violations()).map(({ directive, blocked, version = '' }) => [directive, blocked, version]);
    expect(kept.sort()).toEqual([
      ['connect-src', 'data:', '1.0.0'],
      ['connect-src', 'https://elsewhere.example', ''],
      ['connect-src', 'https://elsewhere.example', '1.0.0'],
      ['other', 'other', '1.0.0'],
    ]);
  });

  test('of extensions of a browser are nobody’s fault', async () => {
    await send([newer({ source: 'chrome-extension' }), newer({ blocked: 'moz-extension://abc/x.js' })]);
    expect(await violations()).toEqual([]);
  });

  test('take a limited number of rows, whatever a browser makes up', async () => {
    for (let index = 0; index < 8; index += 1) {
      await send(Array.from({ length: 20 }, (_, other) => newer({ blocked: `https://h${index}-${other}.example/` })));
    }
    const kept = await violations('?remote=tech-radar');
    expect(kept).toHaveLength(101);
    expect(kept.find(({ blocked }) => blocked === 'others')?.count).toBe(60);
  });

  test.each([
    ['no JSON', '{', 'application/csp-report', 400],
    ['another type', 'x=1', 'text/plain', 400],
    ['something else', '{"a":1}', 'application/csp-report', 204],
    ['a long one', `{"csp-report":{"x":"${'x'.repeat(270_000)}"}}`, 'application/csp-report', 413],
    ['a prototype', '{"csp-report":{"__proto__":{"polluted":1}}}', 'application/csp-report', 204],
  ])('of %s do no harm', async (_what, body, type, status) => {
    expect((await send(body, type)).status).toBe(status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('an address that reports too much is told to wait', async () => {
  await now.startAnew({ cspReports: { perMinute: 3 } });
  let answer = await send([newer({})]);
  // The minute may end in between.
  while (answer.status === 204) answer = await send([newer({})]);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});

test('only those who are signed in see what was counted', async () => {
  expect((await now.registry.fetch('/api/registry/violations')).status).toBe(401);
});
