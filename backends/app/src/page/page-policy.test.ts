import { describe, expect, test } from '@jest/globals';
import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { createPagePolicy } from './page-policy.ts';

const withoutOverrides = { registry: { overrides: { enabled: false } } };

const policyOf = (data: JsonObject): Record<string, string> => {
  const registry = { ...withoutOverrides.registry, ...(data['registry'] as JsonObject | undefined) };
  const header = createPagePolicy(createConfigReader({ ...data, registry }))('N');
  return Object.fromEntries(header.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
};

describe("the page's policy", () => {
  test('lets scripts run by nonce only, and everything else come from the origin', () => {
    expect(policyOf({})).toEqual({
      'default-src': "'self'",
      'script-src': "'nonce-N' 'strict-dynamic'",
      'style-src': "'self' 'nonce-N'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'self'",
      'form-action': "'self'",
      'report-uri': '/api/registry/csp-reports',
    });
  });

  test('has reports sent in the way that browsers take, with TLS and without', () => {
    expect(policyOf({ app: { baseUrl: 'https://portal.example' } })).toMatchObject({ 'report-uri': '/api/registry/csp-reports', 'report-to': 'portal' });
    expect(policyOf({ app: { baseUrl: 'http://localhost:3000' } })).not.toHaveProperty('report-to');
  });

  test('adds what backend.csp names, and removes what it sets to false', () => {
    const csp = { 'connect-src': ["'self'", 'https://a.example'], 'frame-src': ['https://b.example'], 'object-src': ['https://c.example'], 'form-action': false };
    const policy = policyOf({ backend: { csp } });
    expect(policy).toMatchObject({ 'connect-src': "'self' https://a.example", 'frame-src': "'self' https://b.example", 'object-src': 'https://c.example' });
    expect(policy).not.toHaveProperty('form-action');
    expect(policyOf({ backend: { csp: { 'frame-ancestors': ["'none'"] } } })['frame-ancestors']).toBe("'none'");
  });

  test('knows the origins of live remotes', () => {
    const policy = policyOf({ registry: { origins: { allowed: ['https://live.example'] } } });
    expect(policy).toMatchObject({ 'connect-src': "'self' https://live.example", 'style-src': "'self' 'nonce-N' https://live.example" });
    expect(policy['script-src']).toBe("'nonce-N' 'strict-dynamic'");
  });

  test('lets an override be read where it may come from, and never opens scripts to an address', () => {
    const local = 'http://localhost:* http://127.0.0.1:*';
    const policy = policyOf({ registry: { overrides: { enabled: true } } });
    expect(policy).toMatchObject({
      'style-src': `'self' 'nonce-N' ${local}`,
      'img-src': `'self' data: ${local}`,
      'font-src': `'self' ${local}`,
      'connect-src': `'self' ${local} ws://localhost:* ws://127.0.0.1:*`,
      'script-src': "'nonce-N' 'strict-dynamic'",
      'default-src': "'self'",
    });
    expect(policyOf({ registry: { overrides: { enabled: true, allowedOrigins: ['https://builds.example'] } } })['connect-src']).toBe(
      "'self' https://builds.example wss://builds.example",
    );
    expect(policyOf({ registry: { overrides: { enabled: true, allowedOrigins: [] } } })).not.toHaveProperty('font-src');
  });

  test.each([
    [{ 'script-src': ["'unsafe-inline'"] }, "At backend.csp.script-src: Expected sources that keep injected scripts from running, got 'unsafe-inline'"],
    [{ 'Script-Src-Elem': ["'Unsafe-Eval'"] }, "At backend.csp.script-src-elem: Expected sources that keep injected scripts from running, got 'Unsafe-Eval'"],
    [{ 'script-src': false }, 'got false'],
  ])('refuses %j', (csp, message) => {
    expect(() => policyOf({ backend: { csp } as unknown as JsonObject })).toThrow(message);
  });

  test('keeps nonce and trust in the finer script directives', () => {
    expect(policyOf({ backend: { csp: { 'script-src-elem': ['https://a.example'] } } })['script-src-elem']).toBe("'nonce-N' 'strict-dynamic' https://a.example");
  });
});
