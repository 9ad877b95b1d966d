import { expect, test } from '@jest/globals';
import { createTurns } from './turns.ts';

test('one owner never holds all turns, and who waits is served in order', async () => {
  const inTurn = createTurns({ atATime: 3, ofOne: 2 });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (owner: string, name: string): Promise<void> =>
    inTurn(owner, () => new Promise<void>(resolve => (started.push(name), ends.set(name, resolve))));
  const tasks = [run('ada', 'a1'), run('ada', 'a2'), run('ada', 'a3'), run('ada', 'a4'), run('bob', 'b1'), run('bob', 'b2')];
  expect(started).toEqual(['a1', 'a2', 'b1']);
  ends.get('b1')?.();
  await tasks[4];
  expect(started).toEqual(['a1', 'a2', 'b1', 'b2']);
  ends.get('a2')?.();
  await tasks[1];
  expect(started).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
  for (const name of ['a1', 'b2', 'a3']) ends.get(name)?.();
  await Promise.all([tasks[0], tasks[2], tasks[5]]);
  ends.get('a4')?.();
  await Promise.all(tasks);
  expect(started).toHaveLength(6);
});

test('a task that fails gives its turn on', async () => {
  const inTurn = createTurns({ atATime: 1, ofOne: 1 });
  const failing = inTurn('ada', () => Promise.reject(new Error('broken')));
  const next = inTurn('ada', async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
