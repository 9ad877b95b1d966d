import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { supervise } from './supervisor.ts';
import type { Supervisor, SuperviseOptions } from './supervisor.ts';

const folders: string[] = [];
const running: Supervisor[] = [];

/** A process that plays the portal; `runs` holds one line per start of it. */
function portal(script: string): { file: string; runs: () => number } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-supervisor-'));
  folders.push(folder);
  const file = path.join(folder, 'portal.mjs');
  const log = path.join(folder, 'runs');
  fs.writeFileSync(log, '');
  fs.writeFileSync(file, `import fs from 'node:fs';\nfs.appendFileSync(${JSON.stringify(log)}, 'run\\n');\n${script}`);
  return { file, runs: () => fs.readFileSync(log, 'utf8').split('\n').length - 1 };
}

function start(file: string, options: Partial<SuperviseOptions> = {}): Supervisor {
  const supervisor = supervise({
    command: process.execPath,
    arguments: [file],
    environment: { ...process.env, NODE_OPTIONS: '' },
    onReady: () => undefined,
    onRestart: () => undefined,
    firstDelayMs: 1,
    ...options,
  });
  running.push(supervisor);
  return supervisor;
}

afterEach(() => {
  for (const supervisor of running.splice(0)) supervisor.stop('SIGKILL');
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

describe('the supervisor', () => {
  test('passes on the address once the portal is ready, and its exit code after a graceful stop', async () => {
    const { file } = portal(
      `process.on('SIGTERM', () => process.exit(0));
       process.send({ type: 'ready', url: 'http://localhost:3000' });
       setInterval(() => {}, 1000);`,
    );
    const { promise: ready, resolve } = Promise.withResolvers<string>();
    const supervisor = start(file, { onReady: resolve });
    expect(await ready).toBe('http://localhost:3000');
    supervisor.stop('SIGTERM');
    expect(await supervisor.done).toBe(0);
  });

  test('does not start a portal again that ended before it was ready', async () => {
    const { file, runs } = portal('process.exit(1);');
    expect(await start(file).done).toBe(1);
    expect(runs()).toBe(1);
  });

  test('starts a portal again that ended after it was ready', async () => {
    const { file, runs } = portal(
      `process.send({ type: 'ready', url: 'x' }, () => process.exit(7));`,
    );
    const exits: string[] = [];
    const { promise: thrice, resolve } = Promise.withResolvers<void>();
    const supervisor = start(file, {
      onRestart(exit) {
        exits.push(exit);
        if (exits.length === 3) resolve();
      },
    });
    await thrice;
    supervisor.stop('SIGTERM');
    await supervisor.done;
    expect(exits).toEqual(['exit code 7', 'exit code 7', 'exit code 7']);
    expect(runs()).toBeGreaterThanOrEqual(3);
  });

  test('gives up on a portal that ends again and again, with a message that says so', async () => {
    const { file } = portal(`process.send({ type: 'ready', url: 'x' }, () => process.exit(7));`);
    await expect(start(file, { maxEnds: 2 }).done).rejects.toMatchObject({
      code: 'START_PORTAL_ENDS_AGAIN_AND_AGAIN',
      message: expect.stringContaining('ended 3 times within 60 seconds'),
    });
  });
});
