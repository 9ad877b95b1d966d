import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findProductionPackages } from './production-packages.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portico-lock-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: object): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(content));
}

const link = (resolved: string) => ({ resolved, link: true });

describe('what a package needs to run', () => {
  test('is found near and far, in the version that Node would find, without what is for development', () => {
    write('rooms/portal/package.json', { name: '@x/portal' });
    write('rooms/library/package.json', { name: '@x/library' });
    write('package-lock.json', {
      packages: {
        'rooms/portal': { dependencies: { '@x/library': '1', a: '1' }, devDependencies: { tool: '1' } },
        'rooms/library': { dependencies: { a: '2' }, optionalDependencies: { elsewhere: '1' } },
        'rooms/library/node_modules/a': { peerDependencies: { peer: '1', maybe: '1' }, peerDependenciesMeta: { maybe: { optional: true } } },
        'node_modules/@x/library': link('rooms/library'),
        'node_modules/@x/portal': link('rooms/portal'),
        'node_modules/a': { dependencies: { b: '1' } },
        'node_modules/a/node_modules/b': {},
        'node_modules/b': {},
        'node_modules/peer': {},
        'node_modules/maybe': {},
        'node_modules/tool': {},
      },
    });
    const { workspaces, thirdParties } = findProductionPackages(root, 'rooms/portal');
    expect([...workspaces]).toEqual([['@x/portal', 'rooms/portal'], ['@x/library', 'rooms/library']]);
    expect(thirdParties).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/peer', 'rooms/library/node_modules/a']);
  });

  test('and is not in the lock is told', () => {
    write('rooms/portal/package.json', { name: '@x/portal' });
    write('package-lock.json', { packages: { 'rooms/portal': { dependencies: { gone: '1' } } } });
    expect(() => findProductionPackages(root, 'rooms/portal')).toThrow('Expected package-lock.json to hold gone, which rooms/portal needs to run, found nothing');
  });
});
