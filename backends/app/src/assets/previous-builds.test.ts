import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openAssets } from './open-assets.ts';
import { previousBuildMs } from './previous-builds.ts';

let root = '';
const clock = { ms: Date.UTC(2026, 0, 1) };

async function build(files: Record<string, string>) {
  const assetsDirectory = join(root, 'dist/assets');
  await rm(assetsDirectory, { recursive: true, force: true });
  await mkdir(assetsDirectory, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(assetsDirectory, name), content);
  return openAssets({ directory: join(root, 'data'), assetsDirectory, now: () => clock.ms });
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portico-assets-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('builds', () => {
  test('stay for 7 days after the last day on which they were served', async () => {
    await build({ 'main.aaaaaaaaaaaa.js': 'one', 'main.aaaaaaaaaaaa.js.map': '{}' });
    clock.ms += 1000;
    const second = await build({ 'main.bbbbbbbbbbbb.js': 'two' });
    expect([...second.index().keys()].sort()).toEqual(['main.aaaaaaaaaaaa.js', 'main.bbbbbbbbbbbb.js']);
    clock.ms += previousBuildMs - 2000;
    await second.prune();
    expect(second.index().size).toBe(2);
    clock.ms += 3000;
    await second.prune();
    expect([...second.index().keys()]).toEqual(['main.bbbbbbbbbbbb.js']);
  });

  test('outlive the folder that they were built in', async () => {
    const assets = await build({ 'main.aaaaaaaaaaaa.js': 'one' });
    await rm(join(root, 'dist'), { recursive: true });
    expect(assets.index().get('main.aaaaaaaaaaaa.js')?.directory).toContain(join(root, 'data'));
  });

  test('hold regular files only', async () => {
    await writeFile(join(root, 'secret.txt'), 'x');
    await mkdir(join(root, 'dist/assets'), { recursive: true });
    await symlink(join(root, 'secret.txt'), join(root, 'dist/assets/link.aaaaaaaaaaaa.txt'));
    const assets = await openAssets({ directory: join(root, 'data'), assetsDirectory: join(root, 'dist/assets') });
    expect(assets.index().size).toBe(0);
  });
});
