import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startFrontDoor } from '@portico/test-kit/servers';
import type { RunningFrontDoor } from '@portico/test-kit/servers';
import { assembleFrontend } from './assembled.ts';
import { startEchoBackend } from './echo-backend.ts';
import type { EchoBackend } from './echo-backend.ts';

let frontend: Awaited<ReturnType<typeof assembleFrontend>>;
let backend: EchoBackend;
let door: RunningFrontDoor;

beforeAll(async () => {
  [frontend, backend] = await Promise.all([assembleFrontend(), startEchoBackend()]);
  door = await startFrontDoor({ directory: frontend.directory, backends: [backend.address] });
});
afterAll(async () => {
  await Promise.all([door?.stop(), backend?.stop()]);
  frontend?.remove();
});

const reload = (runDirectory: string, nginx = 'nginx') =>
  promisify(execFile)('/bin/sh', [path.join(frontend.directory, 'nginx/start.sh'), '--reload'], {
    env: { ...process.env, PORTICO_NGINX: nginx, PORTICO_RUN_DIRECTORY: runDirectory, PORTICO_PAGE_DIRECTORY: path.join(frontend.directory, 'page') },
  });

async function shown(): Promise<{ readonly title: string | undefined; readonly referrers: string | null }> {
  const answer = await fetch(door.url, { headers: { accept: 'text/html' } });
  return { title: /<title>(.*)<\/title>/.exec(await answer.text())?.[1], referrers: answer.headers.get('referrer-policy') };
}

test('a page that is written anew, its policies included, is taken up without a restart', async () => {
  expect(await shown()).toEqual({ title: 'Portico', referrers: 'strict-origin-when-cross-origin' });
  const rewrite = (file: string, from: string, to: string) => {
    const place = path.join(frontend.directory, 'page', file);
    fs.writeFileSync(place, fs.readFileSync(place, 'utf8').replace(from, to));
  };
  rewrite('index.html', '<title>Portico', '<title>Atrium');
  rewrite('page.conf', 'strict-origin-when-cross-origin', 'no-referrer');
  await reload(door.runDirectory, door.nginx);
  // The workers of before answer until those of now are there.
  while ((await shown()).referrers !== 'no-referrer');
  expect(await shown()).toEqual({ title: 'Atrium', referrers: 'no-referrer' });
});

test('without a front door that runs, that is said', async () => {
  await expect(reload(frontend.directory)).rejects.toThrow(`Expected a front door that runs from ${frontend.directory}, found none`);
});
