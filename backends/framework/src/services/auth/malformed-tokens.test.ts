import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { stopAll } from '../../fixtures/running-backend.ts';
import { forge, makeKeys, tokenOfAda, tokenPortal } from '../../fixtures/token-portal.ts';
import type { TokenKeys } from '../../fixtures/token-portal.ts';
import { limitUserToken } from './user-token-format.ts';

let keys: TokenKeys;
let foreign: TokenKeys;
beforeAll(async () => {
  [keys, foreign] = await Promise.all([makeKeys('k1'), makeKeys('k1')]);
});
afterEach(stopAll);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const anHour = 3_600;
const now = () => Math.floor(Date.now() / 1000);
const secret = () => new TextEncoder().encode(JSON.stringify(keys.publicJwk).padEnd(32));
const withHeader = async (header: unknown) => `${encode(header)}.${(await forge(keys)).split('.').slice(1).join('.')}`;

const malformed: Readonly<Record<string, () => string | Promise<string>>> = {
  'of algorithm none': async () => `${encode({ alg: 'none', typ: 'vnd.portico.user' })}.${(await forge(keys)).split('.')[1]}.`,
  'of algorithm None, with a signature': () => withHeader({ alg: 'None', typ: 'vnd.portico.user', kid: 'k1' }),
  'signed with the public key as a shared secret': () => forge(keys, { header: { alg: 'HS256' }, key: secret() }),
  'for another audience': () => forge(keys, { claims: { aud: 'backstage' } }),
  'for no audience': () => forge(keys, { claims: { aud: undefined } }),
  'of another type': () => forge(keys, { header: { typ: 'JWT' } }),
  'of no type': () => forge(keys, { header: { typ: undefined } }),
  expired: () => forge(keys, { claims: { iat: now() - 2 * anHour, exp: now() - anHour } }),
  'not yet valid': () => forge(keys, { claims: { nbf: now() + anHour } }),
  'without an end': () => forge(keys, { claims: { exp: undefined } }),
  'of a foreign key under a known name': () => forge(keys, { key: foreign.privateKey }),
  'with SQL in its kid': () => forge(keys, { header: { kid: "k1' OR '1'='1" } }),
  'with a path in its kid': () => forge(keys, { header: { kid: '../../../../dev/null' } }),
  'with a huge kid': () => forge(keys, { header: { kid: 'k'.repeat(5_000) } }),
  'with a kid that is no text': () => forge(keys, { header: { kid: { $ne: null } } }),
  'without a kid, of a foreign key': () => forge(keys, { header: { kid: undefined }, key: foreign.privateKey }),
  'that brings its own key': () => forge(keys, { header: { jwk: foreign.publicJwk }, key: foreign.privateKey }),
  'that says where to fetch its key': () => forge(keys, { header: { jku: 'http://127.0.0.1:1/jwks.json' }, key: foreign.privateKey }),
  'with a critical header that nobody knows': () => withHeader({ alg: 'ES256', typ: 'vnd.portico.user', kid: 'k1', crit: ['x'], x: 1 }),
  'of dots only': () => '..',
  'with a truncated signature': async () => (await forge(keys)).slice(0, -8),
  'without its signature': async () => `${(await forge(keys)).split('.').slice(0, 2).join('.')}.`,
  'with changed claims': async () => {
    const [head, , signature] = (await forge(keys)).split('.');
    return `${head}.${encode({ sub: 'user:default/root', ent: [], roles: ['portal-admin'], aud: 'portico', iat: 1, exp: 9_999_999_999 })}.${signature}`;
  },
  'of a plugin, sent as a user': () => forge(keys, { header: { typ: 'vnd.portico.user' }, claims: { sub: 'caller', aud: 'demo' } }),
  'of a user, sent as a plugin': () => forge(keys, { header: { typ: 'vnd.portico.plugin' }, claims: { sub: 'auth', aud: 'demo' } }),
  'of a plugin with a path for a name': () => forge(keys, { header: { typ: 'vnd.portico.plugin' }, claims: { sub: '../auth', aud: 'demo' } }),
  'that is only the limited one of a user': async () => limitUserToken(await tokenOfAda(keys)) ?? '',
  'that is empty': () => '',
  'with a payload that is a bomb of nested JSON': async () => {
    const [head, , signature] = (await forge(keys)).split('.');
    return `${head}.${Buffer.from('['.repeat(8_000)).toString('base64url')}.${signature}`;
  },
  'with a header that is a bomb of nested JSON': async () =>
    `${Buffer.from('{"a":'.repeat(2_000)).toString('base64url')}.${(await forge(keys)).split('.').slice(1).join('.')}`,
  'with a header that is a list': () => withHeader(['ES256']),
  'with ownership that is no list': () => forge(keys, { claims: { ent: 'user:default/root' } }),
};

describe('a malformed token', () => {
  test.each(Object.keys(malformed))('%s: 401 with one and the same message', async kind => {
    const portal = await tokenPortal(keys);
    const response = await portal.as((await malformed[kind]?.()) ?? '');
    const { error } = (await response.json()) as { error: { code: string; message: string; fix: string } };
    expect([response.status, response.headers.get('www-authenticate'), error]).toEqual([
      401,
      'Bearer',
      {
        name: 'AuthenticationError',
        code: 'FRAMEWORK_UNAUTHENTICATED',
        message: 'Expected a signed-in user or a valid token, got neither',
        fix: 'Sign in, or send a valid token as "Authorization: Bearer <token>"',
      },
    ]);
  });

  test('is told from a well-formed one', async () => {
    const portal = await tokenPortal(keys);
    expect((await portal.as(await forge(keys))).status).toBe(200);
    expect((await portal.as(await tokenOfAda(keys))).status).toBe(200);
  });
});

test.each([
  ['Authorization', (size: number) => `Authorization: Bearer ${'a'.repeat(size)}`],
  ['Cookie', (size: number) => `Cookie: portico-session=${'a'.repeat(size)}`],
  ['a header of its own', (size: number) => `X-Filler: ${'a'.repeat(size)}`],
  ['many headers', (size: number) => Array.from({ length: 40 }, (_, index) => `X-${index}: ${'a'.repeat(size / 40)}`).join('\r\n')],
])('headers of 20 KB in %s are answered with 431', async (_name, header) => {
  const portal = await tokenPortal(keys);
  const socket = connect(portal.port, '127.0.0.1');
  socket.write(`GET /api/demo/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${header(20_000)}\r\n\r\n`);
  expect((await text(socket)).split('\r\n')[0]).toBe('HTTP/1.1 431 Request Header Fields Too Large');
});
