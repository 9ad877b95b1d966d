import { expect, test } from '@jest/globals';
import { changeInWords } from './change-in-words.ts';

const change = (before: unknown, after: unknown) => changeInWords({ remote: 'radar', subject: 'channel stable', before, after });

test('what the subject says is not said again', () => {
  const published = { remote: 'radar', subject: 'version 1.1.0', before: null, after: { version: '1.1.0', bytes: 754, files: 1 } };
  expect(changeInWords(published)).toBe('version 1.1.0: new, 754 bytes, 1 file');
});

test.each([
  [null, { version: '1.0.0', priority: 0, previous: [] }, 'channel stable: new, version 1.0.0, priority 0'],
  [{ version: '1.0.0', priority: 0 }, null, 'channel stable: taken away'],
  [null, true, 'channel stable: new, true'],
  [
    { version: '1.0.0', priority: 0, previous: [], movedAt: '2026-01-01', movedBy: 'user:default/ada' },
    { version: '1.1.0', priority: 0, previous: ['1.0.0'], movedAt: '2026-01-02', movedBy: 'user:default/bob' },
    'channel stable: version 1.0.0 → version 1.1.0',
  ],
  [{ weight: 10 }, { weight: 25, audience: ['group:default/a', 'group:default/b'] }, 'channel stable: weight 10 → weight 25, audience group:default/a, group:default/b'],
  [{ movedAt: 'x' }, { movedAt: 'y' }, 'channel stable: as before'],
  [true, false, 'channel stable: true → false'],
])('%j to %j is told as a change of what matters', (before, after, words) => {
  expect(change(before, after)).toBe(words);
});
