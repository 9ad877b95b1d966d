import { describe, expect, jest, test } from '@jest/globals';
import { createPermissionApi } from './permission-api.ts';

const publish = { permission: { name: 'registry.remote.publish', resourceType: 'registry-remote' } };

function setUp(answer: (items: { id: string; permission: { name: string }; resourceRef?: string }[]) => object, status = 200) {
  const clock = { ms: 0 };
  const fetch = jest.fn(async (_input: unknown, init?: RequestInit) => {
    const { items } = JSON.parse(String(init?.body)) as { items: { id: string; permission: { name: string } }[] };
    return { ok: status === 200, json: async () => answer(items) } as Response;
  });
  return { clock, fetch, api: createPermissionApi({ fetch: fetch as unknown as typeof globalThis.fetch }, () => clock.ms) };
}
const allowCatalog = (items: { id: string; resourceRef?: string }[]) => ({
  items: items.toReversed().map(({ id, resourceRef }) => ({ id, result: resourceRef === 'catalog' ? 'ALLOW' : 'DENY' })),
});

describe('what the user may do', () => {
  test('is asked in one request for all questions of a moment', async () => {
    const { api, fetch } = setUp(allowCatalog);
    const answers = ['catalog', 'radar', 'catalog'].map(resourceRef => api.authorize({ ...publish, resourceRef }));
    expect(await Promise.all(answers)).toEqual([{ result: 'ALLOW' }, { result: 'DENY' }, { result: 'ALLOW' }]);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.calls[0]?.[0]).toBe('plugin://permission/authorize');
    expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body))).toEqual({
      items: [{ id: '0', ...publish, resourceRef: 'catalog' }, { id: '1', ...publish, resourceRef: 'radar' }],
    });
  });

  test('is kept for half a minute', async () => {
    const { api, clock, fetch } = setUp(allowCatalog);
    const ask = () => api.authorize({ ...publish, resourceRef: 'catalog' });
    await ask();
    clock.ms = 29_000;
    await ask();
    expect(fetch).toHaveBeenCalledTimes(1);
    clock.ms = 31_000;
    await ask();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('is nothing while it cannot be asked, and is asked again then', async () => {
    const { api, fetch } = setUp(allowCatalog);
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await api.authorize({ ...publish, resourceRef: 'catalog' })).toEqual({ result: 'DENY' });
    expect(await api.authorize({ ...publish, resourceRef: 'catalog' })).toEqual({ result: 'ALLOW' });
    expect(await setUp(() => ({}), 503).api.authorize(publish)).toEqual({ result: 'DENY' });
  });
});
