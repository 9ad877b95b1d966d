import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { coreConfigSchema, loadConfig } from '../node.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portico-core-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function load(content: string, env: Record<string, string> = {}) {
  await writeFile(join(directory, 'app-config.yaml'), content);
  return loadConfig({ directory, env, schemas: [coreConfigSchema] });
}

const written = `
app:
  title: Scaffolded App
  baseUrl: http://localhost:3000
  packages: all
  packageName: app
  support: { url: https://example.com/issues, items: [ { title: Issues, icon: github, links: [ { url: https://x.example, title: X } ] } ] }
  analytics: { ga4: { measurementId: G-0000000 } }
  routes: { bindings: { catalog.viewTechDoc: techdocs.docRoot, org.catalogIndex: false } }
  extensions:
    - page:catalog
    - nav-item:search: false
    - entity-card:org/members-list: { config: { initialRelationAggregation: aggregated }, disabled: false }
organization: { name: My Company }
backend:
  baseUrl: http://localhost:7007
  listen: ":7007"
  workingDirectory: /tmp
  trustProxy: true
  rateLimit: { window: 6s, incomingRequestLimit: 100 }
  csp: { connect-src: ["'self'", 'http:', 'https:'], upgrade-insecure-requests: false }
  cors: { origin: http://localhost:3000, methods: [GET, HEAD, PATCH, POST, PUT, DELETE], credentials: true }
  reading: { allow: [ { host: example.com }, { host: "*.mozilla.org", paths: [ /docs ] } ] }
  database:
    client: pg
    pluginDivisionMode: schema
    connection: { host: "\${POSTGRES_HOST}", port: "\${POSTGRES_PORT}", user: u, password: "\${POSTGRES_PASSWORD}", ssl: { rejectUnauthorized: false, ca: { $env: CA } } }
    plugin: { auth: { client: better-sqlite3, connection: ":memory:" } }
  cache: { store: redis, connection: redis://user:pass@cache.example.com:6379, useRedisSets: true, defaultTtl: 1d }
  auth:
    keys: [ { secret: "a secret of many words" } ]
    externalAccess:
      - { type: static, options: { token: "\${CI_TOKEN}", subject: ci }, accessRestrictions: [ { plugin: catalog, permission: catalog.entity.read } ] }
      - { type: jwks, options: { url: https://issuer.example/jwks, issuer: https://issuer.example, audience: [ a, b ], algorithm: RS256 } }
  startup: { default: { onPluginBootFailure: continue }, plugins: { search: { onPluginBootFailure: abort } } }
  lifecycle: { serverShutdownDelay: { seconds: 20 } }
auth:
  environment: development
  session: { secret: custom }
  providers:
    guest:
    github: { development: { clientId: "\${ID}", clientSecret: "\${SECRET}", signIn: { resolvers: [ { resolver: usernameMatchingUserEntityName } ] } } }
discovery: { endpoints: [ { target: { internal: "http+srv://x/api/{{pluginId}}", external: "https://x/api/{{pluginId}}" }, plugins: [ catalog ] }, { target: http://y, plugins: [ "*" ] } ] }
integrations: { github: [ { host: github.com, token: "\${GITHUB_TOKEN}" } ] }
techdocs: { builder: local }
permission: { enabled: true }
kubernetes:
`;

describe('the core schema', () => {
  test.each([
    '[catalog, auth]',
    '{ include: [catalog], exclude: [auth] }',
    '{ catalog: { process: own, memoryLimit: 256 } }',
    '{ include: [catalog], catalog: { process: own, memoryLimit: "1.5GiB" } }',
  ])('takes backend.plugins as %s', async plugins => {
    expect((await load(`backend: { plugins: ${plugins} }`)).reader.has('backend.plugins')).toBe(true);
  });

  test('takes a configuration that was written for Backstage, and types what variables yield', async () => {
    const env = { POSTGRES_HOST: 'db', POSTGRES_PORT: '5432', POSTGRES_PASSWORD: '12345', CI_TOKEN: 'token-of-ci' };
    const { reader } = await load(written, env);
    expect(reader.get('backend.database.connection')).toMatchObject({ host: 'db', port: 5432, password: '12345' });
    expect(reader.getString('backend.listen')).toBe(':7007');
    expect(reader.get('app.routes.bindings')).toEqual({ 'catalog.viewTechDoc': 'techdocs.docRoot', 'org.catalogIndex': false });
    expect(reader.get('backend.lifecycle.serverShutdownDelay')).toEqual({ seconds: 20 });
  });

  test.each([
    ['backend: { listen: here }', 'At backend.listen: Expected ":3000", "127.0.0.1:3000" or { host, port }, got "here"'],
    ['backend: { listen: { port: 70000 } }', 'At backend.listen.port: Expected a port number from 0 to 65535, got 70000'],
    ['backend: { csp: { img-src: "a; script-src *" } }', 'At backend.csp.img-src: Expected a list of sources, or false to remove the directive'],
    ['backend: { csp: { img-src: ["a; script-src *"] } }', 'At backend.csp.img-src[0]: Expected a source without ";", "," and blanks'],
    ['backend: { reading: { allow: [ { paths: [ /a ] } ] } }', 'At backend.reading.allow[0].host: Expected a host such as "example.com"'],
    ['backend: { cache: { defaultTtl: { hour: 1 } } }', 'At backend.cache.defaultTtl.hour: Expected no key hour here (known: years, months'],
    ['app: { extensions: [ { a: true, b: true } ] }', 'At app.extensions[0]: Expected the id of an extension, or an object with the id as its only key'],
    ['app: { routes: { bindings: { a.b: 4 } } }', 'At app.routes.bindings.a.b: Expected the id of a route such as "catalog.entity", or false'],
    ['backend: { plugins: catalog }', 'At backend.plugins: Expected a list of plugin ids, or { include, exclude, <plugin id>: { process, memoryLimit } }, got "catalog"'],
    ['backend: { plugins: { catalog: { process: alone } } }', 'At backend.plugins.catalog.process: Expected one of "shared", "own", got "alone"'],
    ['backend: { plugins: { catalog: { memoryLimit: much } } }', 'At backend.plugins.catalog.memoryLimit: Expected megabytes, or a text such as "512MB", got "much"'],
    ['backend: { startup: { retry: { firstDelay: { hour: 1 } } } }', 'At backend.startup.retry.firstDelay.hour: Expected no key hour here'],
    ['discovery: { endpoints: [ { plugins: [ a ] } ] }', 'At discovery.endpoints[0].target: Expected a URL or { internal, external }, got nothing'],
    ['auth: { providers: { guest: { dangerouslyAllowOutsideDevelopment: maybe } } }', 'At auth.providers.guest.dangerouslyAllowOutsideDevelopment: Expected true or false, got "maybe"'],
  ])('refuses %s', async (content, message) => {
    await expect(load(content)).rejects.toThrow(message);
  });
});
