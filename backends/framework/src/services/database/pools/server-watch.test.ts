import { afterEach, expect, test } from '@jest/globals';
import { createServerWatch } from './server-watch.ts';
import type { ServerWatch } from './server-watch.ts';

const joined: (() => void)[] = [];
afterEach(() => joined.splice(0).forEach(leave => leave()));

function watchOf(answers: () => Promise<boolean>) {
  const { promise: changed, resolve } = Promise.withResolvers<{ away: boolean; pluginIds: readonly string[] }>();
  const watch: ServerWatch = createServerWatch({ patienceMs: 1, onChange: resolve });
  const pool = { pluginId: 'notes', answers };
  watch.join(pool);
  joined.push(() => watch.leave(pool));
  return { watch, changed };
}

test('a statement that takes long goes on while the server answers others', async () => {
  const asked = Promise.withResolvers<void>();
  let questions = 0;
  const { watch } = watchOf(async () => {
    questions += 1;
    if (questions === 3) asked.resolve();
    return true;
  });
  let cut = false;
  const statement = watch.follow(asked.promise.then(() => 'done'), () => void (cut = true));
  expect([await statement, cut]).toEqual(['done', false]);
});

test('a statement is cut when the server answers nobody, and who comes then is refused', async () => {
  const { watch, changed } = watchOf(async () => false);
  const { promise, reject } = Promise.withResolvers<never>();
  const statement = watch.follow(promise, () => reject(new Error('cut')));
  await expect(statement).rejects.toThrow('cut');
  expect(await changed).toEqual({ away: true, pluginIds: ['notes'] });
  expect(await watch.ready()).toBe(false);
});

test('whoever comes when the server is back gets on at once', async () => {
  let there = false;
  const { watch, changed } = watchOf(async () => there);
  watch.suspect();
  await changed;
  there = true;
  expect(await watch.ready()).toBe(true);
});
