import { registryOf } from '../../fixtures/demo-remote.ts';
import type { RegistryCalls } from '../../fixtures/demo-remote.ts';
import { startPortal } from '../../setup/portal.ts';
import { randomFrom } from '../random.ts';
import type { SoakOutcome } from '../soak-case.ts';
import { findGaps, findWrongLooks } from './version-history.ts';
import type { Look, State } from './version-history.ts';

const ids = ['first', 'second', 'third'];
const moves = 25;
const readers = 6;
const rivals = 8;

interface Snapshot {
  readonly remotes: readonly { readonly id: string; readonly version: string }[];
}

interface Trail {
  readonly entries: readonly {
    readonly outcome: string;
    readonly changes: readonly { readonly subject: string; readonly before?: { version?: string } | null; readonly after?: { version?: string } | null }[];
  }[];
}

const now = () => performance.now();

/** What all moves go out from. Without it the first rollback would find nothing to go back to, and nobody would know why. */
async function publishFirst(registry: RegistryCalls, id: string): Promise<void> {
  const status = await registry.publish({ id, version: '1.0.0' }, 'stable');
  if (status !== 201) throw new Error(`The first version of ${id} was answered with ${status}`);
}

/** Publishes, promotes and rolls back one remote at random, and gives what it was brought into. */
async function drive(registry: RegistryCalls, id: string, random: () => number): Promise<State[]> {
  const given: string[] = ['1.0.0'];
  const states: State[] = [{ version: '1.0.0', beganAt: 0, endedAt: 0 }];
  for (let move = 1; move <= moves; move += 1) {
    const beganAt = now();
    const goesBack = given.length > 1 && random() < 0.4;
    const next = `1.${move}.0`;
    const { status, body } = goesBack
      ? await registry.call('POST', `/remotes/${id}/rollback`)
      : { status: await registry.publish({ id, version: next }, 'stable'), body: undefined };
    if (![200, 201].includes(status)) throw new Error(`${goesBack ? 'A rollback' : next} of ${id} was answered with ${status}: ${JSON.stringify(body)}`);
    if (goesBack) given.pop();
    else given.push(next);
    states.push({ version: given.at(-1) ?? '', beganAt, endedAt: now() });
  }
  return states;
}

async function look(registry: RegistryCalls, isDone: () => boolean): Promise<Map<string, Look[]>> {
  const looks = new Map(ids.map(id => [id, [] as Look[]]));
  while (!isDone()) {
    const beganAt = now();
    const { body } = await registry.call('GET', '/snapshot');
    const endedAt = now();
    const versions = new Map((body as Snapshot).remotes.map(({ id, version }) => [id, version]));
    for (const id of ids) looks.get(id)?.push({ version: versions.get(id), beganAt, endedAt });
  }
  return looks;
}

async function trailOf(registry: RegistryCalls, id: string) {
  const { body } = await registry.call('GET', `/audit?remote=${id}&limit=200`);
  const done = (body as Trail).entries.filter(({ outcome }) => outcome === 'done').toReversed();
  const changes = done.flatMap(entry => entry.changes.filter(({ subject }) => subject === 'channel stable'));
  return changes.map(({ before, after }) => ({ before: before?.version, after: after?.version }));
}

/** Several people move one channel at once, each with what they have read: who is late is told so. */
async function rival(url: string, token: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const remote = `${url}/api/registry/remotes/first`;
  const { channels, versions } = (await (await fetch(remote, { headers })).json()) as {
    readonly channels: readonly { readonly etag: string }[];
    readonly versions: readonly { readonly version: string }[];
  };
  const body = JSON.stringify({ version: versions[0]?.version });
  const move = () => fetch(`${remote}/channels/stable`, { method: 'PUT', headers: { ...headers, 'if-match': `"${channels[0]?.etag}"` }, body });
  const statuses = await Promise.all(Array.from({ length: rivals }, async () => (await move()).status));
  const taken = statuses.filter(status => status === 200).length;
  return taken === 1 ? [] : [`${taken} of ${rivals} moves from one state were taken: ${statuses.join(', ')}`];
}

/** Publishes, promotions and rollbacks of three remotes, while six readers ask who gets what; every answer and the trail are checked. */
export async function moveUnderLoad(seed: number): Promise<SoakOutcome> {
  const random = randomFrom(seed);
  const portal = await startPortal();
  try {
    const registry = registryOf(portal);
    for (const id of ids) await publishFirst(registry, id);
    let done = false;
    const looking = Array.from({ length: readers }, () => look(registry, () => done));
    const driven = await Promise.all(ids.map(async id => [id, await drive(registry, id, random)] as const)).finally(() => (done = true));
    const looks = await Promise.all(looking);
    const wrong = driven.flatMap(([id, states]) => looks.flatMap(seen => findWrongLooks(states, seen.get(id) ?? []).map(fault => `${id}: ${fault}`)));
    const trails = await Promise.all(
      driven.map(async ([id, states]) => {
        const steps = await trailOf(registry, id);
        const differs = states.some(({ version }, index) => steps[index]?.after !== version);
        return [...findGaps(steps), ...(differs ? ['the trail is not what was done'] : [])].map(fault => `${id}: ${fault}`);
      }),
    );
    const rivalry = await rival(portal.url, portal.developmentToken());
    const answers = looks.reduce((sum, seen) => sum + (seen.get('first')?.length ?? 0), 0);
    return { faults: [...wrong, ...trails.flat(), ...rivalry], figures: { moves: ids.length * moves, answers } };
  } finally {
    await portal.stop();
  }
}
