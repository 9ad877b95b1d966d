import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { freePort, root } from '../../setup/portal.ts';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // An orphan that has ended stays in the list until the first process of the system looks after it.
    const status = `/proc/${pid}/status`;
    return !fs.existsSync(status) || !/^State:\s+Z/m.test(fs.readFileSync(status, 'utf8'));
  } catch {
    return false;
  }
}

test('one command starts the topology and tells its address, another ends all of it', async () => {
  // It starts seven servers and ends them, and builds what is not built.
  test.setTimeout(400_000);
  const dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-stack-'));
  const port = await freePort();
  const stack = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), PORTICO_DATA_DIR: dataDirectory };
    const command = ['--conditions=@portico/source', 'e2e/setup/stack/main.ts', ...args];
    return (await promisify(execFile)(process.execPath, command, { cwd: root, env })).stdout;
  };
  const ready = `Portico is ready at http://127.0.0.1:${port}`;
  try {
    expect((await stack()).trim().split('\n').at(-1)).toBe(ready);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect((await stack()).trim(), 'a second start says that it runs').toBe(ready);
    const portico = ['--conditions=@portico/source', 'webpack/cli/src/main.ts', 'status', '--portal', `http://127.0.0.1:${port}`];
    const environment = { ...process.env, NODE_OPTIONS: '', PORTICO_DATA_DIR: dataDirectory };
    const { stdout } = await promisify(execFile)(process.execPath, portico, { cwd: root, env: environment });
    expect(stdout, 'the command line tool finds the token by itself').toContain('tech-radar');
    const state = JSON.parse(fs.readFileSync(path.join(dataDirectory, 'stack/state.json'), 'utf8')) as { keeper: number; processes: Record<string, number> };
    const pids = [state.keeper, ...Object.values(state.processes)];
    expect(Object.keys(state.processes).sort()).toEqual(['catalog', 'memcached', 'nginx', 'postgres', 'replica-1', 'replica-2']);
    expect(pids.filter(pid => !isAlive(pid))).toEqual([]);
    expect(await stack('--down')).toBe('The stack has ended\n');
    expect(pids.filter(isAlive)).toEqual([]);
    expect(fs.readdirSync(path.join(dataDirectory, 'stack'))).toEqual(['logs']);
    expect(await stack('--down')).toBe('No stack is running\n');
  } finally {
    await stack('--down');
    fs.rmSync(dataDirectory, { recursive: true, force: true });
  }
});
