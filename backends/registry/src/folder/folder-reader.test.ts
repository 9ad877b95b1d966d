import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createWorkshop } from '../fixtures/fake-remote.ts';
import type { FakeWorkshop } from '../fixtures/fake-remote.ts';
import { checkAlone } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import { createFolderReader } from './folder-reader.ts';
import type { FolderReader } from './folder-reader.ts';

let workshop: FakeWorkshop;

beforeEach(() => {
  workshop = createWorkshop();
});
afterEach(() => workshop.remove());

function readerOf(location: string): FolderReader {
  const registration: Registration = { origin: 'configuration', kind: 'folder', id: 'tech-radar', location };
  return createFolderReader(registration, content => !checkAlone(registration, content, undefined).reason);
}

async function looks(reader: FolderReader, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let look = 0; look < count; look += 1) {
    const state = await reader.look();
    seen.push(state ? (state.fault?.code ?? 'content') : 'nothing new');
  }
  return seen;
}

describe('the reader of a build folder', () => {
  test('tells what is there once, and nothing while nothing changes', async () => {
    const reader = readerOf(workshop.build('tech-radar'));
    expect(await looks(reader, 3)).toEqual(['content', 'nothing new', 'nothing new']);
  });

  test('bears a good folder without manifest for two looks: a build may be writing it', async () => {
    const folder = workshop.build('tech-radar');
    const reader = readerOf(folder);
    await reader.look();
    rmSync(`${folder}/portico-plugin.json`);
    expect(await looks(reader, 2)).toEqual(['nothing new', 'nothing new']);
    workshop.build('tech-radar', { page: 'export default 2' });
    expect(await looks(reader, 2)).toEqual(['content', 'nothing new']);
  });

  test('tells at the third look that a good folder stays faulty, and once only', async () => {
    const folder = workshop.build('tech-radar');
    const reader = readerOf(folder);
    await reader.look();
    rmSync(`${folder}/portico-plugin.json`);
    expect(await looks(reader, 4)).toEqual(['nothing new', 'nothing new', 'REGISTRY_MANIFEST_MISSING', 'nothing new']);
  });

  test('tells at once of a folder that was faulty from the start, and of its mending', async () => {
    const reader = readerOf(workshop.at('tech-radar'));
    expect(await looks(reader, 2)).toEqual(['REGISTRY_FOLDER_MISSING', 'nothing new']);
    workshop.build('tech-radar');
    expect(await looks(reader, 2)).toEqual(['content', 'nothing new']);
  });

  test('reads a faulty folder again when a file that its manifest names comes back', async () => {
    const folder = workshop.build('tech-radar');
    rmSync(`${folder}/page.0a1b2c3d.js`);
    const reader = readerOf(folder);
    const faulty = await reader.look();
    expect(faulty?.content?.files?.map(file => file.path)).toEqual(['remoteEntry.js', 'styles/page.css']);
    workshop.build('tech-radar');
    expect((await reader.look())?.content?.files).toHaveLength(3);
  });
});
