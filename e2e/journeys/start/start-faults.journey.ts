import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, root, startPortal } from '../../setup/portal.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the portal until it ends. */
function run(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, ['--conditions=@portico/source', 'backends/portal/src/main.ts', ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.on('exit', code => resolve({ code, output }));
  });
}

function scratch(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'portico-start-'));
}

test('a port in use is one clear message and exit code 1', async () => {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  const { code, output } = await run({ PORT: String(port), PORTICO_DATA_DIR: scratch() });
  server.close();
  expect(code).toBe(1);
  expect(output).toContain(String(port));
  expect(output).not.toMatch(/^\s+at /m);
});

test('a data folder in use by another portal is refused, and free again once that portal is gone', async () => {
  const dataDirectory = scratch();
  const first = await startPortal({ dataDirectory });
  const second = await run({ PORT: String(await freePort()), PORTICO_DATA_DIR: dataDirectory });
  expect(second.code).toBe(1);
  expect(second.output).toContain(dataDirectory);
  expect(second.output).not.toMatch(/^\s+at /m);
  first.process.kill('SIGKILL');
  await new Promise(resolve => first.process.on('exit', resolve));
  const third = await startPortal({ dataDirectory });
  expect(await third.stop()).toBe(0);
});

test('a data folder that cannot be made is refused', async () => {
  const file = path.join(scratch(), 'a-file');
  fs.writeFileSync(file, '');
  const { code, output } = await run({ PORT: String(await freePort()), PORTICO_DATA_DIR: path.join(file, 'data') });
  expect(code).toBe(1);
  expect(output).toContain(file);
  expect(output).not.toMatch(/^\s+at /m);
});

test('bad configuration values are told all at once, each with its path and what was expected', async () => {
  const file = path.join(scratch(), 'bad.yaml');
  fs.writeFileSync(file, 'backend:\n  listen:\n    port: many\n  cache:\n    store: cupboard\ncatalog:\n  locations: none\n');
  const { code, output } = await run({ PORTICO_DATA_DIR: scratch() }, '--config', file);
  expect(code).toBe(1);
  expect(output).toMatch(/backend\.listen/);
  expect(output).toMatch(/backend\.cache\.store/);
  expect(output).toMatch(/catalog\.locations/);
  expect(output).toContain('bad.yaml');
  expect(output).not.toMatch(/^\s+at /m);
});
