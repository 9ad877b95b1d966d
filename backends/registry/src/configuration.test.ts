import { beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import type { Finding } from '@portico/remote-checks';
import { startBuildHost } from './fixtures/build-host.ts';
import { fakeBuild } from './fixtures/fake-remote.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const secret = 'hunter2-hunter2-hunter2';
const own = {
  type: 'object',
  required: ['url'],
  properties: {
    url: { type: 'string', visibility: 'frontend' },
    rows: { type: 'integer', visibility: 'frontend' },
    token: { type: 'string', pattern: '^[A-Z]+$', visibility: 'secret' },
    internal: { enum: ['a'] },
  },
};
const build = { id: 'tech-radar', version: '1.0.0', manifest: { configSchema: { type: 'object', properties: { techRadar: own } } } };
const now = registryForEachTest();
const start = (techRadar: JsonObject): Promise<void> => now.startAnew({ further: { techRadar } });

const inWords = (findings: readonly Finding[]): string[] => findings.map(({ rule, severity, path, message }) => `${severity} ${rule} ${path}: ${message}`);
const report = async (): Promise<Finding[]> => (await now.client.call('GET', '/remotes/tech-radar')).body.findings;
const logged = (word: string): string[] => now.registry.log.map(({ msg }) => String(msg)).filter(text => text.includes(word));

/** Waits until something was logged so often. */
async function loggedTimes(word: string, times: number): Promise<string[]> {
  while (logged(word).length < times) await now.client.call('GET', '/remotes');
  return logged(word);
}

describe('configuration that is not what a remote asks for', () => {
  beforeEach(() => start({ rows: 'many', token: secret, internal: secret }));

  test('is told at preflight, at publish and in the report, with path, expected, received and fix, and keeps nothing out', async () => {
    const preflight = await now.client.preflight(build);
    expect([preflight.body.ok, preflight.body.rules]).toEqual([true, expect.arrayContaining(['configuration-fits-the-schema'])]);
    expect(inWords(preflight.body.findings)).toEqual([
      'warning configuration-fits-the-schema techRadar.url: At techRadar.url: Expected a string, got nothing (the configuration)',
      'warning configuration-fits-the-schema techRadar.rows: At techRadar.rows: Expected a whole number, got "many" (the configuration)',
      expect.stringMatching(/^warning .* techRadar\.token: At techRadar\.token: Expected .*, got a string that is not shown/),
      expect.stringMatching(/^warning .* techRadar\.internal: At techRadar\.internal: Expected one of "a", got a string that is not shown/),
    ]);
    for (const { fix } of preflight.body.findings) expect(fix).toMatch(/^Change techRadar\.\w+ in the configuration to /);
    const published = await now.client.publish(build);
    expect([published.status, inWords(published.body.findings), inWords(await report())]).toEqual([201, inWords(preflight.body.findings), inWords(preflight.body.findings)]);
    expect((await now.registry.remote('tech-radar')).status).toBe('ok');
  });

  test('is logged once, without values that may be secrets, and once more when it has changed', async () => {
    await now.client.publish(build);
    expect(await loggedTimes('is not what remote tech-radar asks for', 4)).toHaveLength(4);
    await now.client.publish({ id: 'scores', version: '1.0.0' });
    now.registry.changeConfig({ ...now.registry.config, techRadar: { url: 'https://x.example', rows: 5, token: secret, internal: 'a' } });
    const all = await loggedTimes('is not what remote tech-radar asks for', 5);
    expect([all.length, all.at(-1)]).toEqual([5, expect.stringContaining('techRadar.token')]);
    now.registry.changeConfig({ ...now.registry.config, techRadar: { url: 'https://x.example' } });
    await loggedTimes('is what remote tech-radar asks for', 1);
    expect(await report()).toEqual([]);
    expect(JSON.stringify(now.registry.log)).not.toContain(secret);
    expect(JSON.stringify(now.registry.log)).not.toContain('hunter2');
  });

  test('is told of a remote that its team hosts, too', async () => {
    const host = await startBuildHost(fakeBuild(build));
    try {
      await now.startAnew({ origins: { allowed: [host.url] }, further: { techRadar: { url: 5 } } });
      const { body } = await now.client.call('POST', '/preflight', { url: host.url });
      expect(inWords(body.findings)).toEqual([]);
      now.registry.changeConfig({ ...now.registry.config, techRadar: { url: ['x'] } });
      const again = await now.client.call('POST', '/preflight', { url: host.url });
      expect(inWords(again.body.findings)).toEqual([expect.stringContaining('At techRadar.url: Expected a string, got a list')]);
    } finally {
      await host.stop();
    }
  });

  test('is told from the start of a portal, whose remotes all work', async () => {
    const remotes = ['tech-radar', 'catalog'].map(id => ({ path: now.workshop.build(id, id === 'catalog' ? {} : build) }));
    await now.startAnew({ remotes, further: { techRadar: { rows: 'many' } } });
    expect(await loggedTimes('is not what remote tech-radar asks for', 2)).toHaveLength(2);
    expect((await now.registry.snapshot()).remotes.map(({ status }) => status)).toEqual(['ok', 'ok']);
  });
});

test('configuration that nobody has set, or that fits once texts are numbers, is nothing to tell', async () => {
  await now.client.publish(build);
  expect(await report()).toEqual([]);
  await start({ url: 'https://x.example', rows: '7', token: 'ABC' });
  expect((await now.client.publish(build)).body.findings).toEqual([]);
});

test.each([
  ['a pattern that is none', { type: 'string', pattern: '(' }],
  ['a pattern that never comes to an end', { type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' }],
  ['a reference to another document', { $ref: 'https://elsewhere.example/x.json' }],
])('a schema with %s harms neither the portal nor another remote', async (_what, url) => {
  await start({ url: 'a'.repeat(60) });
  const configSchema = { type: 'object', properties: { techRadar: { type: 'object', properties: { url } } } };
  const published = await now.client.publish({ ...build, manifest: { configSchema } });
  expect([published.status, inWords(published.body.findings)]).toEqual([201, [expect.stringContaining('Expected a schema that techRadar can be checked against')]]);
  await now.client.publish({ id: 'scores', version: '1.0.0' });
  expect((await now.registry.snapshot()).remotes.map(({ status }) => status)).toEqual(['ok', 'ok']);
});
