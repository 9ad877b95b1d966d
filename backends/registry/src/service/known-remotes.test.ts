import { expect, jest, test } from '@jest/globals';
import { blankRecord } from '../model/remote-record.ts';
import type { RemoteState } from '../offering/offering.ts';
import { createKnownRemotes } from './known-remotes.ts';

const stateOf = (id: string, location = ''): RemoteState => ({ registration: { origin: 'call', kind: 'mirror', id, expectedId: id, location } });

function lookUp(states: readonly RemoteState[]) {
  const recordOf = jest.fn(() => blankRecord);
  const [now, none] = [{ states }, [] as const];
  const known = createKnownRemotes({ remotes: () => none, recordOf } as never, { states: () => now.states } as never);
  return { known, recordOf, now };
}

test('a thousand remotes are put together once, however often one of them is asked for', () => {
  const { known, recordOf } = lookUp(Array.from({ length: 1000 }, (_, index) => stateOf(`remote-${index}`)));
  for (let index = 0; index < 1000; index += 1) expect(known.get(`remote-${index}`).id).toBe(`remote-${index}`);
  expect(known.list()).toHaveLength(1000);
  expect(recordOf).toHaveBeenCalledTimes(1000);
});

test('a change of one is seen with the next look', () => {
  const { known, now } = lookUp([stateOf('radar', 'https://one.example')]);
  expect(known.find('scores')).toBeUndefined();
  now.states = [...now.states, stateOf('scores')];
  expect(known.find('scores')?.id).toBe('scores');
});

test('of two with one id the earlier is found, and both are listed', () => {
  const { known } = lookUp([stateOf('radar', 'https://one.example'), stateOf('radar', 'https://two.example')]);
  expect(known.get('radar').registration.location).toBe('https://one.example');
  expect(known.list()).toHaveLength(2);
});

test.each(['__proto__', 'constructor', 'toString', ''])('nothing is found under %j', id => {
  expect(lookUp([stateOf('radar')]).known.find(id)).toBeUndefined();
});
