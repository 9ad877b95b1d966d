import { beforeEach, describe, expect, test } from '@jest/globals';
import { impactSchema, parseShape } from '@portico/contracts';
import type { Impact } from '@portico/contracts';
import { mockCredentials } from '@portico/test-kit/backend';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const viewer = mockCredentials.user();
const now = registryForEachTest(workshop => ({ remotes: [{ path: workshop.build('home', { route: '/home' }) }] }));

beforeEach(async () => {
  await now.client.publish({ id: 'radar', version: '1.0.0' });
  await now.client.publish({ id: 'radar', version: '2.0.0', page: '2', shared: [{ request: 'react', range: '>=19' }], manifest: { portal: '>=1' } });
  await now.client.publish({ id: 'plain', version: '1.0.0', shared: [], manifest: { owner: 'insight' } });
});

async function impact(body: object): Promise<Impact> {
  const answer = await now.client.call('POST', '/impact', body, { as: viewer });
  expect(answer.status).toBe(200);
  expect(parseShape(impactSchema, answer.body)).toMatchObject({ ok: true });
  return answer.body;
}

const inShort = ({ remotes }: Impact): unknown =>
  Object.fromEntries(remotes.map(({ id, breaks, versions }) => [id, [breaks, ...versions.map(({ version, then }) => `${version.split('+')[0]} ${then}`)]]));

describe('who would break', () => {
  test('if a shared module moved on: whatever somebody gets, with its owner and the range that does not hold it', async () => {
    await now.client.call('PUT', '/remotes/radar/channels/canary', { version: '2.0.0', weight: 10 });
    const answer = await impact({ shared: { react: '20.0.0' } });
    expect(answer.changes).toEqual([{ request: 'react', from: '19.3.1', to: '20.0.0' }]);
    expect(inShort(answer)).toEqual({
      home: [true, '1.2.0 refused'],
      radar: [true, '1.0.0 refused', '2.0.0 fine'],
      plain: [false, '1.0.0 independent'],
    });
    const radar = answer.remotes.find(({ id }) => id === 'radar');
    expect(radar?.versions[0]).toMatchObject({ givenBy: ['stable'], now: 'fine', findings: [{ rule: 'shared-ranges-fit-offer', message: expect.stringContaining('^19.0.0') }] });
    expect(answer.remotes.find(({ id }) => id === 'plain')?.owner).toBe('group:default/insight');
    expect(answer.remotes.at(-1)?.id).toBe('plain');
  });

  test('if the plugin API moved on', async () => {
    await now.client.call('PUT', '/remotes/radar/pins/user:default%2Fada', { version: '2.0.0' });
    const answer = await impact({ portal: '2.0.0' });
    expect(inShort(answer)).toEqual({ home: [true, '1.2.0 refused'], plain: [true, '1.0.0 refused'], radar: [true, '1.0.0 refused', '2.0.0 fine'] });
    expect(answer.remotes.find(({ id }) => id === 'radar')?.versions[1]?.givenBy).toEqual(['pin user:default/ada']);
  });

  test('if a module were not offered any more', async () => {
    const answer = await impact({ shared: { react: null } });
    expect(answer.changes).toEqual([{ request: 'react', from: '19.3.1' }]);
    expect(answer.remotes.find(({ id }) => id === 'home')?.versions[0]?.findings[0]?.rule).toBe('shared-modules-are-known');
  });

  test('if nothing changed: nobody', async () => {
    const answer = await impact({});
    expect(answer.changes).toEqual([]);
    expect(inShort(answer)).toEqual({ home: [false, '1.2.0 fine'], plain: [false, '1.0.0 fine'], radar: [false, '1.0.0 fine'] });
  });

  test.each([[{ shared: { react: 'next' } }], [{ portal: '^2' }], [{ modules: {} }], [{ shared: { '': '1.0.0' } }]])(
    'is not said for what is no offer: %j',
    async body => {
      const answer = await now.client.call('POST', '/impact', body, { as: viewer });
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'REGISTRY_BODY_INVALID']);
    },
  );
});
