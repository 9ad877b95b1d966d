import { describe, expect, test } from '@jest/globals';
import { coreConfigSchema, loadConfig } from '@portico/config/node';
import { appConfigSchema } from './config-schema.ts';

const load = (csp: object) =>
  loadConfig({
    directory: import.meta.dirname,
    env: { APP_CONFIG_backend_csp: JSON.stringify(csp) },
    schemas: [coreConfigSchema, appConfigSchema],
  });

describe('the configuration of the page', () => {
  test("takes Backstage's csp", async () => {
    const csp = { 'connect-src': ["'self'", 'http:', 'https:'], 'script-src': ["'self'"], 'upgrade-insecure-requests': false };
    expect((await load(csp)).reader.get('backend.csp')).toEqual(csp);
  });

  test.each([[["'unsafe-inline'"]], [["'self'", "'UNSAFE-eval'"]]])('refuses script-src %j before the start', async sources => {
    await expect(load({ 'script-src': sources })).rejects.toThrow("Expected a source other than 'unsafe-inline' and 'unsafe-eval'");
  });
});
