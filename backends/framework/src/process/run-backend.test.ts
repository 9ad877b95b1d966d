import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from '../fixtures/launched-backend.ts';
import type { LaunchOptions } from '../fixtures/launched-backend.ts';
import { stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

const headers = { authorization: 'Bearer test-token' };

describe('a backend process', () => {
  test('tells its supervisor when it is ready and leaves with 0 on SIGTERM', async () => {
    const { child, exit, ready } = await launch();
    const { type, url } = await ready;
    expect(type).toBe('ready');
    const response = await fetch(`${url}/api/demo/`, { headers });
    expect(await response.json()).toEqual({ title: 'From the defaults' });
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  test('leaves with 0 whatever plugins do: hooks and answers that never end', async () => {
    const { child, exit, ready } = await launch({ config: 'demo: { hangs: true }' });
    const { url } = await ready;
    const endless = await fetch(`${url}/api/demo/endless`, { headers });
    expect(endless.status).toBe(200);
    child.kill('SIGTERM');
    await expect(endless.text()).rejects.toThrow('terminated');
    expect(await exit).toBe(0);
  });

  test('ends at once at a second signal', async () => {
    const { child, exit, ready } = await launch({ config: 'demo: { hangs: true }' });
    await ready;
    child.kill('SIGTERM');
    const again = setInterval(() => child.kill('SIGTERM'), 50);
    expect(await exit).toBe(143);
    clearInterval(again);
  });

  test('says which variables of its files are not set', async () => {
    const { child, exit, output, ready } = await launch({ config: 'demo: { title: a, one: "${NOBODY_SET_THIS}", other: "${NOR_THIS:-}" }' });
    await ready;
    child.kill('SIGTERM');
    await exit;
    expect(await output).toContain('Expected the variable NOBODY_SET_THIS to be set, got nothing, so that demo.one is missing');
    expect(await output).not.toContain('NOR_THIS');
  });

  test('follows its configuration files', async () => {
    const { cwd, ready } = await launch({ config: 'app: { title: First }' });
    const { url } = await ready;
    const title = async () => ((await (await fetch(`${url}/api/demo/`, { headers })).json()) as { title: string }).title;
    expect(await title()).toBe('First');
    await writeFile(join(cwd, 'app-config.yaml'), 'app: { title: Second }');
    while ((await title()) !== 'Second') await pause(20);
  });

  test('logs no secret of the configuration, also where it came by a change of the files', async () => {
    const configWith = (secret: string, title: string) => `app: { title: ${title} }\nbackend: { auth: { keys: [ { secret: ${secret} } ] } }`;
    const { child, cwd, exit, output, ready } = await launch({ config: configWith('an-old-secret', 'First') });
    const { url } = await ready;
    const log = async () => ((await (await fetch(`${url}/api/demo/log`, { headers })).json()) as { title: string }).title;
    expect(await log()).toBe('First');
    await writeFile(join(cwd, 'app-config.yaml'), configWith('a-new-secret', 'Second'));
    while ((await log()) !== 'Second') await pause(20);
    child.kill('SIGTERM');
    await exit;
    const written = await output;
    expect(written).toContain('the keys are [{\\"secret\\":\\"***\\"}]');
    expect(written).not.toMatch(/an-old-secret|a-new-secret/);
  });

  test('survives a rejection that nobody handles, and drains and leaves with 1 after an uncaught exception', async () => {
    const { exit, output, ready } = await launch();
    const { url } = await ready;
    expect((await fetch(`${url}/api/demo/reject`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/api/demo/`, { headers })).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
      status: 'degraded',
      plugins: { demo: { status: 'degraded', reason: 'A rejection was not handled: nobody waits for this' }, events: { status: 'ok' } },
    });
    const views = await (await fetch(`${url}/api/instance/plugins`, { headers })).json();
    expect(views).toMatchObject({ plugins: { demo: { unhandledRejections: 1 }, events: { unhandledRejections: 0 } } });
    await fetch(`${url}/api/demo/throw`, { headers }).catch(() => undefined);
    expect(await exit).toBe(1);
    expect(await output).toContain('A rejection was not handled: nobody waits for this');
    expect(await output).toContain('An exception was not caught');
  });

  test('leaves when its supervisor is gone', async () => {
    const { child, exit, ready } = await launch();
    await ready;
    child.disconnect();
    expect(await exit).toBe(0);
  });
});

describe('a start that cannot be', () => {
  test.each<[string, LaunchOptions, string[]]>([
    ['a bad argument', { args: ['--verbose'] }, ['Expected --config <file> and nothing else, got --verbose']],
    ['a bad port', { env: { PORT: '80a' } }, ['Expected PORT to be a number from 0 to 65535, got 80a']],
    [
      'two bad values',
      { config: 'app: { baseUrl: nowhere }\nbackend: { listen: { port: x } }' },
      ['At app.baseUrl', 'At backend.listen'],
    ],
    [
      'a data folder that cannot be made',
      { env: { PORTICO_DATA_DIR: '/dev/null/data' } },
      ['a data folder that can be written, got /dev/null/data'],
    ],
  ])('%s: one clear message and exit code 1', async (_what, options, messages) => {
    const { exit, output } = await launch(options);
    expect(await exit).toBe(1);
    const printed = await output;
    for (const message of messages) expect(printed.split(message)).toHaveLength(2);
    expect(printed).not.toMatch(/^\s+at /m);
  });

  test('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { exit, output } = await launch({ env: { PORT: String(port) } });
    expect(await exit).toBe(1);
    expect(await output).toContain(`Expected port ${port} on 127.0.0.1 to be free`);
    expect(await output).toContain(`PORT=${port + 1} npm start`);
    taken.close();
  });

  test('a data folder that another portal uses; it is free again once that one was killed', async () => {
    const first = await launch();
    await first.ready;
    const second = await launch({ directory: first.cwd });
    expect(await second.exit).toBe(1);
    expect(await second.output).toContain(`which another portal uses (process ${first.child.pid})`);
    first.child.kill('SIGKILL');
    await first.exit;
    const third = await launch({ directory: first.cwd });
    expect((await third.ready).type).toBe('ready');
  });
});
