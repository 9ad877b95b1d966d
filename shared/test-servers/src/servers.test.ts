import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { startMariadb, startMemcached, startNginx, startPostgres, startRedis } from './index.ts';
import type { RunningServer, SqlConnection } from './index.ts';

const started: RunningServer[] = [];
afterEach(async () => void (await Promise.all(started.splice(0).map(server => server.stop()))));

async function keep<S extends RunningServer>(starting: Promise<S>): Promise<S> {
  const server = await starting;
  started.push(server);
  return server;
}

/** Sends lines to a port and gives what came back until the answer matches, or the connection ended. */
function talk(port: number, text: string, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', data => ((answer += data.toString()), until.test(answer) && (socket.destroy(), resolve(answer))));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

async function askPostgres(connection: SqlConnection, statement: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function askMariadb(connection: SqlConnection, statement: string): Promise<unknown> {
  const client = await createConnection(connection);
  try {
    return (await client.query(statement))[0];
  } finally {
    await client.end();
  }
}

describe('database servers', () => {
  test('PostgreSQL keeps what it acknowledged through kill -9, on the same port', async () => {
    const server = await keep(startPostgres());
    await askPostgres(server.connection, 'create table kept as select 7 as number');
    const { pid } = server;
    await server.kill();
    await expect(askPostgres(server.connection, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    expect(server.pid).not.toBe(pid);
    expect(await askPostgres(server.connection, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  test('MariaDB keeps what it acknowledged through kill -9, on the same port', async () => {
    const server = await keep(startMariadb());
    await askMariadb(server.connection, 'create database kept');
    await askMariadb(server.connection, 'create table kept.numbers as select 7 as number');
    await server.kill();
    await expect(askMariadb(server.connection, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    expect(await askMariadb(server.connection, 'select number from kept.numbers')).toEqual([{ number: 7 }]);
  });
});

describe('cache servers', () => {
  test('a port that somebody else listens on is told, whoever answers there', async () => {
    const { port } = await keep(startMemcached());
    await expect(keep(startNginx({ port, prepare: () => ['true'] }))).rejects.toThrow(`got port ${port} taken by another program`);
  });

  test('memcached answers, and forgets at a restart', async () => {
    const server = await keep(startMemcached());
    expect(server.connection).toBe(`127.0.0.1:${server.port}`);
    expect(await talk(server.port, 'set a 0 0 1\r\n7\r\nget a\r\n', /END/)).toContain('VALUE a 0 1\r\n7');
    await server.restart();
    expect(await talk(server.port, 'get a\r\n', /END/)).toBe('END\r\n');
  });

  test('Redis asks for its password', async () => {
    const server = await keep(startRedis({ password: 'let me in' }));
    expect(server.connection).toBe(`redis://:let%20me%20in@127.0.0.1:${server.port}`);
    expect(await talk(server.port, 'PING\r\n', /\n/)).toContain('NOAUTH');
    expect(await talk(server.port, 'AUTH "let me in"\r\nPING\r\n', /PONG/)).toContain('+PONG');
  });

  test('a frozen server holds its connections without an answer, and goes on afterwards', async () => {
    const server = await keep(startRedis());
    await server.pause();
    const answer = talk(server.port, 'PING\r\n', /PONG/);
    const first = await Promise.race([answer, new Promise(resolve => setTimeout(resolve, 100, 'silence'))]);
    expect(first).toBe('silence');
    await server.resume();
    expect(await answer).toContain('+PONG');
  });
});

test('a server leaves no process and no folder behind', async () => {
  const folderWith = (text: string) =>
    fs.globSync(`${os.tmpdir()}/portico-memcached-*/note`).find(note => fs.readFileSync(note, 'utf8') === text);
  const server = await keep(startMemcached({ files: { note: 'only here' } }));
  expect(folderWith('only here')).toBeDefined();
  await server.stop();
  expect(folderWith('only here')).toBeUndefined();
  expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
});

test('arguments that the server refuses are told in its own words', async () => {
  await expect(startRedis({ arguments: ['--no-such-setting', 'x'] })).rejects.toThrow(/Expected a redis server to answer after its start, got exit code 1.*no-such-setting/s);
});
