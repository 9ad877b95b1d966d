import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FakeEndpoint } from '../fixtures/answers.ts';
import { fakeFetch, publicConfig, session } from '../fixtures/answers.ts';
import { aRemote } from '../fixtures/remotes.ts';
import { createLastPortals } from './last-portal.ts';
import { createLastSnapshots } from './last-snapshot.ts';
import type { PortalPart } from './portal.ts';
import type { ReadyPortal } from './portal-state.ts';
import { configUrl, sessionUrl, snapshotUrl } from './read-endpoints.ts';
import { refresh } from './refresh.ts';

const known: ReadyPortal = { kind: 'ready', config: publicConfig, session, snapshot: { revision: 1, remotes: [] }, etag: '"1"' };
const newer = { revision: 2, remotes: [aRemote()] };

function setUp(endpoints: Record<string, FakeEndpoint>) {
  const { fetch } = fakeFetch(endpoints);
  const now = () => 0;
  const lastSnapshots = createLastSnapshots(localStorage);
  const options = { fetch, storage: localStorage, lastPortals: createLastPortals(localStorage, now), now };
  return { lastSnapshots, run: (...parts: PortalPart[]) => refresh(known, parts, options) };
}

beforeEach(() => localStorage.clear());

describe('refresh', () => {
  test('asks with the tag of what is known and keeps it when it still holds', async () => {
    const tags: unknown[] = [];
    const { run } = setUp({
      [snapshotUrl](init) {
        tags.push(new Headers(init?.headers).get('if-none-match'));
        return { status: 304 };
      },
    });
    expect(await run('snapshot')).toBe(known);
    expect(tags).toEqual(['"1"']);
  });

  test('takes up and remembers a newer snapshot', async () => {
    const { run, lastSnapshots } = setUp({ [snapshotUrl]: { body: newer, etag: '"2"' } });
    expect(await run('snapshot')).toEqual({ ...known, snapshot: newer, etag: '"2"' });
    expect(lastSnapshots.read(session.user.entityRef)?.snapshot.revision).toBe(2);
  });

  test('takes up configuration and snapshot together', async () => {
    const config = { revision: 'c2', config: {} };
    const { run } = setUp({ [snapshotUrl]: { body: newer }, [configUrl]: { body: config } });
    expect(await run('config', 'snapshot')).toMatchObject({ config, snapshot: newer });
  });

  test('leads to the sign-in page once the session has ended', async () => {
    const { run } = setUp({ [snapshotUrl]: { status: 401 }, [sessionUrl]: { status: 401 } });
    expect(await run('snapshot')).toEqual({ kind: 'signed-out', config: publicConfig });
  });

  test('fails as a value', async () => {
    expect(await setUp({ [snapshotUrl]: 'down' }).run('snapshot')).toMatchObject({ kind: 'failed', error: { code: 'LOADER_ANSWER_UNREACHABLE' } });
  });
});
