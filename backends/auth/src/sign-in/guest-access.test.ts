import { describe, expect, test } from '@jest/globals';
import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { decideGuestAccess } from '../index.ts';

const decide = (auth: JsonObject, situation: { development?: boolean; listensOnLoopback?: boolean } = {}) =>
  decideGuestAccess({ config: createConfigReader({ auth }), development: true, listensOnLoopback: true, ...situation });
const production = { development: false };
const open = { development: false, listensOnLoopback: false };
const allowed = { guest: { dangerouslyAllowOutsideDevelopment: true } };

describe('guests', () => {
  test('are admins of a development portal without other providers', () => {
    expect(decide({})).toBe('admin');
    expect(decide({ providers: { guest: {} } })).toBe('admin');
  });

  test('refuse the start where everybody would be an admin', () => {
    expect(() => decide({}, production)).toThrow('Expected guests to be admins only in development and on a loopback address, got the environment production');
    expect(() => decide({ environment: 'production' })).toThrow('got the environment production');
    expect(() => decide({ providers: { guest: {} } }, open)).toThrow('got an address that other machines can reach');
  });

  test('are viewers outside development, if the configuration insists', () => {
    expect(decide({ providers: allowed }, production)).toBe('viewer');
    expect(decide({ providers: allowed }, open)).toBe('viewer');
  });

  test('are viewers beside another provider in development, and refused beside it elsewhere', () => {
    expect(decide({ providers: { guest: {}, github: {} } })).toBe('viewer');
    expect(() => decide({ providers: { guest: {}, github: {} } }, production)).toThrow('got the environment production');
  });

  test('are not there where only other providers are', () => {
    expect(decide({ providers: { github: {} } }, open)).toBe('none');
  });
});
