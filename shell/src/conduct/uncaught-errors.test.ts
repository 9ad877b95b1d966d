import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createError, loaderErrors } from '@portico/errors';
import { aRemote } from '../fixtures/remotes.ts';
import { traceOwner } from './trace-owner.ts';
import type { UncaughtError } from './uncaught-errors.ts';
import { watchUncaught } from './uncaught-errors.ts';

const origin = 'https://portal.example';
const live = aRemote({ id: 'live', version: '3.0.0', entry: { url: 'https://team.example/build/remoteEntry.js', type: 'module', global: 'live' } });
const ownerOf = (trace: string) => traceOwner(trace, origin, [aRemote(), live]);
const tell = jest.fn<(uncaught: UncaughtError) => void>();
let page: EventTarget;

function errorWith(stack: string, error: Error = new TypeError('x is not a function')): Error {
  return Object.assign(error, { stack });
}
const throws = (error: unknown, filename = `${origin}/assets/main.js`) => page.dispatchEvent(Object.assign(new Event('error'), { error, filename }));
const rejects = (reason: unknown) => page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
const at = (file: string) => `    at load (${origin}${file}:1:2)`;

beforeEach(() => {
  tell.mockClear();
  page = new EventTarget();
  watchUncaught({ window: page as unknown as Window, ownerOf, tell });
});

describe('what nobody has caught', () => {
  test.each([
    ['in V8', at('/remotes/tech-radar/1.2.0/page.3f.js'), 'tech-radar', '1.2.0'],
    ['in other browsers', `load@${origin}/remotes/tech-radar/1.2.0/page.3f.js:1:2`, 'tech-radar', '1.2.0'],
    ['in a build of a folder', at('/remotes/home/1.0.0+0a1b2c3d/remoteEntry.js'), 'home', '1.0.0+0a1b2c3d'],
    ['after a retry', at('/remotes/home/1.0.0%2B0a1b2c3d/~1/remoteEntry.js'), 'home', '1.0.0+0a1b2c3d'],
    ['through code of the portal', `${at('/assets/main.js')}\n${at('/remotes/home/1.0.0/a.js')}\n${at('/remotes/catalog/1.0.0/a.js')}`, 'home', '1.0.0'],
    ['in a remote from elsewhere', '    at https://team.example/build/page.js:1:2', 'live', '3.0.0'],
  ])('is laid to the innermost plugin that it came through: %s', (_where, frames, id, version) => {
    rejects(errorWith(`TypeError: x is not a function\n${frames}`));
    expect(tell.mock.calls).toMatchObject([[{ owner: { id, version }, phase: 'rejection', code: 'TypeError' }]]);
  });

  test.each([
    ['of the portal itself', errorWith(`Error: Expected ${origin}/remotes/home/1.0.0/a.js\n${at('/assets/main.js')}`)],
    ['of another site', errorWith('Error\n    at https://elsewhere.example/remotes/home/1.0.0/a.js:1:2')],
    ['without a trace', 'only a text'],
    ['that is nothing', undefined],
  ])('stays the own of the page: an error %s', (_what, error) => {
    rejects(error);
    throws(error);
    expect(tell).not.toHaveBeenCalled();
  });

  test('is laid to the file where it happened, when it has no trace', () => {
    throws('only a text', `${origin}/remotes/home/1.0.0/a.js`);
    expect(tell.mock.calls).toMatchObject([[{ owner: { id: 'home' }, phase: 'error', code: 'UNKNOWN' }]]);
  });

  test('has the code of the catalogue, where it is of it', () => {
    rejects(errorWith(at('/remotes/home/1.0.0/a.js'), createError(loaderErrors.SIGNED_OUT)));
    expect(tell.mock.calls).toMatchObject([[{ code: 'LOADER_SIGNED_OUT' }]]);
  });

  test('is told three times of a kind and ten times of a version, however often it happens', () => {
    const error = (version: string, name: string) => Object.assign(errorWith(at(`/remotes/home/${version}/a.js`)), { name });
    for (let turn = 0; turn < 1_000; turn += 1) throws(error('1.0.0', 'TypeError'));
    expect(tell).toHaveBeenCalledTimes(3);
    for (let turn = 0; turn < 1_000; turn += 1) throws(error('1.0.0', `Error${turn}`));
    expect(tell).toHaveBeenCalledTimes(10);
    throws(error('1.1.0', 'TypeError'));
    expect(tell).toHaveBeenCalledTimes(11);
  });
});
