import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isPorticoError } from '@portico/errors';
import { coreConfigSchema, loadConfig } from '../node.ts';
import type { LoadConfigOptions } from '../node.ts';

let directory = '';

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
}

const load = (options: Partial<LoadConfigOptions> = {}) => loadConfig({ directory, env: {}, schemas: [coreConfigSchema], ...options });

async function faultsOf(options: Partial<LoadConfigOptions> = {}): Promise<string[]> {
  const fault: unknown = await load(options).catch((thrown: unknown) => thrown);
  if (!isPorticoError(fault)) throw new Error('expected the loading to fail');
  expect(fault.code).toBe('CONFIG_INVALID');
  return (fault.details ?? []).map(detail => detail.message);
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portico-config-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('layers', () => {
  test('lie over each other: file, environments, local file, local environments, variables', async () => {
    await write({
      'app-config.yaml': 'x: { base: 1, env: 1, eu: 1, local: 1, envLocal: 1, variable: 1 }',
      'app-config.production.yaml': 'x: { env: 2, eu: 2, local: 2, envLocal: 2, variable: 2 }',
      'app-config.eu.yaml': 'x: { eu: 3, local: 3, envLocal: 3, variable: 3 }',
      'app-config.local.yaml': 'x: { local: 4, envLocal: 4, variable: 4 }',
      'app-config.production.local.yaml': 'x: { envLocal: 5, variable: 5 }',
    });
    const { data, files } = await load({ environment: 'production, eu', env: { APP_CONFIG_x_variable: '6' }, defaults: { x: { base: 0, built: 0 } } });
    expect(data).toEqual({ x: { built: 0, base: 1, env: 2, eu: 3, local: 4, envLocal: 5, variable: 6 } });
    expect(files).toHaveLength(5);
  });

  test('named files replace the default set and must exist', async () => {
    await write({ 'app-config.yaml': 'a: 1', 'one.yaml': 'b: 1', 'two.yaml': 'b: 2' });
    expect((await load({ files: ['one.yaml', 'two.yaml'] })).data).toEqual({ b: 2 });
    expect(await faultsOf({ files: ['three.yaml'] })).toEqual(['Expected a readable configuration file at three.yaml, got no such file']);
  });

  test('need no file at all', async () => {
    expect((await load()).data).toEqual({});
  });

  test('null in a higher layer unsets a value of a lower one', async () => {
    await write({ 'app-config.yaml': 'app: { title: a, support: { url: b } }', 'app-config.local.yaml': 'app: { support: null }' });
    expect((await load()).data).toEqual({ app: { title: 'a' } });
  });

  test('are frozen when they are merged', async () => {
    await write({ 'app-config.yaml': 'a: { b: [ { c: 1 } ] }' });
    const { data } = await load();
    expect(() => Object.assign((data as { a: object }).a, { b: 2 })).toThrow('Cannot assign to read only property');
  });

  test('variables hold JSON or text, and a bad name is reported', async () => {
    const env = { APP_CONFIG_a_list: '[1,2]', APP_CONFIG_a_text: 'x: y', 'APP_CONFIG_a_with-dash': 'true' };
    expect((await load({ env })).data).toEqual({ a: { list: [1, 2], text: 'x: y', 'with-dash': true } });
    expect(await faultsOf({ env: { APP_CONFIG_a__b: '1', APP_CONFIG_constructor: '1' } })).toEqual([
      expect.stringContaining('Expected APP_CONFIG_a__b to be APP_CONFIG_ and keys joined by "_"'),
      expect.stringContaining('got the key "constructor"'),
    ]);
  });

  test('an environment name cannot lead to another folder', async () => {
    await expect(load({ environment: '../x' })).rejects.toThrow('got "../x"');
  });
});

describe('substitution', () => {
  test('fills variables, fallbacks and escapes', async () => {
    await write({ 'app-config.yaml': 'a: "${A}-${B:-fallback}-${EMPTY:-full}-$${C}"\nmissing: "${NOPE}"\nlist: [ "${NOPE}", b ]' });
    expect((await load({ env: { A: '1', EMPTY: '' } })).data).toEqual({ a: '1-fallback-full-${C}', list: ['b'] });
  });

  test('tells which values are missing for want of a variable, but for those that may be', async () => {
    await write({
      'app-config.yaml': 'a: { b: "${NO_B}", c: "x${NO_C}" }\nd: { $env: NO_D }\ne: "${NO_E:-}"\nf: "${NO_F:-f}"\ng: "${NO_G}"',
      'app-config.local.yaml': 'g: 1',
    });
    expect((await load()).unset).toEqual([
      { path: 'a.b', variable: 'NO_B' },
      { path: 'a.c', variable: 'NO_C' },
      { path: 'd', variable: 'NO_D' },
    ]);
  });

  test('includes texts, variables and parts of files, relative to the file that names them', async () => {
    await write({
      'app-config.yaml': 'key: { $file: keys/key.txt }\nname: { $env: NAME }\npart: { $include: "parts/one.yaml#deep.value" }',
      'keys/key.txt': 'the key\n',
      'parts/one.yaml': 'deep: { value: { $include: two.json } }',
      'parts/two.json': '{ "n": "${NAME}" }',
    });
    const { data, files } = await load({ env: { NAME: 'x' } });
    expect(data).toEqual({ key: 'the key', name: 'x', part: { n: 'x' } });
    expect(files.map(file => file.slice(directory.length + 1)).sort()).toEqual(['app-config.yaml', 'keys/key.txt', 'parts/one.yaml', 'parts/two.json']);
  });

  test('reports every include that leads nowhere', async () => {
    await write({
      'app-config.yaml': 'a: { $file: no.txt }\nb: { $include: b.yaml }\nc: { $file: x, other: 1 }\nd: { $foo: x }\ne: { $include: "b.yaml#none" }\nf: { $include: x.txt }',
      'b.yaml': 'again: { $include: b.yaml }',
    });
    expect(await faultsOf()).toEqual(
      expect.arrayContaining([
        'At a: Expected $file to name a readable file, got no.txt: no such file (app-config.yaml)',
        expect.stringContaining('which includes itself (app-config.yaml)'),
        'At c: Expected $file to name a value as the only key, got further keys beside it (app-config.yaml)',
        'At d: Expected $foo to name one of $env, $file, $include, got an unknown instruction (app-config.yaml)',
        expect.stringContaining('got b.yaml without a value at none'),
        expect.stringContaining('At f: Expected $include to name a readable .yaml, .yml or .json file'),
      ]),
    );
  });
});

describe('faults', () => {
  test('of syntax name file, line and column, and show nothing of the content', async () => {
    await write({ 'app-config.yaml': 'app:\n  title: a\n  title: b\n  token: "hunter2222\n' });
    const [first] = await faultsOf();
    expect(first).toContain('Expected valid YAML at app-config.yaml:3:3');
    expect((await faultsOf()).join()).not.toContain('hunter2222');
  });

  test('of a file that is no mapping, and of prototype keys, are reported', async () => {
    await write({ 'app-config.yaml': '- a', 'app-config.local.yaml': 'a: { __proto__: { b: 1 } }' });
    expect(await faultsOf()).toEqual([
      'Expected keys and values at the top of app-config.yaml, got a list',
      'At a.__proto__: Expected an ordinary key, got __proto__, which would reach the prototype of an object',
    ]);
  });

  test('are reported all at once, each with path, expectation, value, source and fix', async () => {
    await write({
      'app-config.yaml': 'app: { baseUrl: nowhere }\nbackend: { listen: { port: x }, database: { client: oracle } }',
      'app-config.local.yaml': 'backend: { cors: { maxAge: -1 } }',
    });
    const env = { APP_CONFIG_backend_cache_store: 'disk' };
    expect(await faultsOf({ env })).toEqual([
      'At app.baseUrl: Expected an http or https URL, got "nowhere" (app-config.yaml)',
      'At backend.listen.port: Expected a port number from 0 to 65535, got "x" (app-config.yaml)',
      'At backend.cors.maxAge: Expected a number of at least 0, got -1 (app-config.local.yaml)',
      'At backend.database.client: Expected one of "better-sqlite3", "pg", "mysql2", "sqlite3", "mysql", got "oracle" (app-config.yaml)',
      'At backend.cache.store: Expected one of "memory", "memcache", "redis", "valkey", got "disk" (environment variable APP_CONFIG_backend_cache_store)',
    ]);
    await expect(load({ env })).rejects.toMatchObject({ details: expect.arrayContaining([expect.objectContaining({ path: 'app.baseUrl', fix: 'Change app.baseUrl in app-config.yaml to an http or https URL' })]) });
  });

  test('of secrets do not show them', async () => {
    await write({ 'app-config.yaml': 'backend:\n  auth: { externalAccess: [ { type: static, options: { token: pass wd, subject: ci } } ] }\n  database: { connection: { password: [ hunter2222 ] } }' });
    const faults = (await faultsOf()).join('\n');
    expect(faults).toContain('At backend.auth.externalAccess[0].options.token: Expected a token of at least 8 characters without blanks');
    expect(faults).not.toMatch(/pass wd|hunter2222/);
  });

  test('of a choice that has words for itself are told in these words, beside keys that nobody knows', async () => {
    await write({ 'app-config.yaml': 'radar: { rings: [ { nme: a }, {} ] }' });
    const ring = { properties: { name: { type: 'string' } }, additionalProperties: false, anyOf: [{ required: ['name'] }, { required: ['id'] }], expected: 'a name or an id' };
    const schema = { type: 'object', properties: { radar: { type: 'object', properties: { rings: { type: 'array', items: ring } } } } };
    expect(await faultsOf({ schemas: [schema] })).toEqual([
      'At radar.rings[0]: Expected a name or an id, got an object (app-config.yaml)',
      'At radar.rings[0].nme: Expected no key nme here (known: name), got "a" (app-config.yaml)',
      'At radar.rings[1]: Expected a name or an id, got an object (app-config.yaml)',
    ]);
  });

  test('say which variable is missing', async () => {
    await write({ 'app-config.yaml': 'backend: { auth: { externalAccess: [ { type: static, options: { token: "${CI_TOKEN}", subject: ci } } ] } }' });
    expect(await faultsOf()).toEqual([expect.stringContaining('got nothing, because CI_TOKEN is not set (app-config.yaml)')]);
  });

  test('name misspelt keys of the core, and let keys of plugins alone', async () => {
    await write({ 'app-config.yaml': 'app: { titel: a, ownThing: 1 }\nbackend: { listn: 1, somethingElse: { a: 1 } }\ncatlog: {}' });
    expect(await faultsOf()).toEqual([
      'At app.titel: Expected a known key, got titel, which looks like a misspelt title (app-config.yaml)',
      'At backend.listn: Expected a known key, got listn, which looks like a misspelt listen (app-config.yaml)',
    ]);
  });

  test("of a plugin's keys come from the plugin's schema", async () => {
    await write({ 'app-config.yaml': 'radar: { rings: many }' });
    const schema = { type: 'object', properties: { radar: { type: 'object', properties: { rings: { type: 'number' } } } } };
    expect(await faultsOf({ schemas: [coreConfigSchema, schema] })).toEqual(['At radar.rings: Expected a number, got "many" (app-config.yaml)']);
  });
});
