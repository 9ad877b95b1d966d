import { describe, expect, test } from '@jest/globals';
import { redactUrl } from '../../http/redact-url.ts';
import { createRootLogger } from '../../index.ts';
import type { RootLoggerOptions } from '../../index.ts';
import { formatPretty } from './pretty-line.ts';

function logging(secrets: readonly string[] = [], more: RootLoggerOptions = {}) {
  const lines: string[] = [];
  return { lines, logger: createRootLogger({ secrets, write: line => void lines.push(line), ...more }) };
}

describe('log lines', () => {
  test('carry message, fields, fields of the child and the cause of an error', () => {
    const { lines, logger } = logging();
    logger.child({ plugin: 'catalog' }).error('failed', new Error('outer', { cause: new Error('inner') }));
    logger.debug('not at this level');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, plugin: 'catalog', msg: 'failed', err: { type: 'Error' } });
    expect(lines[0]).toContain('inner');
  });

  test('never show secrets of the configuration, bearer tokens and JWTs', () => {
    const { lines, logger } = logging(['s3cr"et+(value)']);
    logger.info('got s3cr"et+(value)', {
      header: 'Bearer abc.def',
      nested: { token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln' },
    });
    expect(lines[0]).toContain('"msg":"got ***"');
    expect(lines[0]).toContain('"header":"Bearer ***"');
    expect(lines[0]).toContain('"token":"***"');
  });

  test('never show a secret of the configuration that stands in an error, its cause, its stack or an address', () => {
    const { lines, logger } = logging(['pass/word "1"']);
    const cause = new Error('password authentication failed for pass/word "1"');
    const address = `postgres://me:${encodeURIComponent('pass/word "1"')}@db`;
    logger.error('The plugin failed', new Error(`cannot connect to ${address}`, { cause }));
    logger.error('again', { nested: { reasons: [cause.message] }, err: cause });
    const written = lines.join('');
    expect(written).toContain('password authentication failed for ***');
    expect(written).toContain('postgres://me:***@db');
    expect(written).not.toMatch(/pass\/word|pass%2F/);
  });

  test('carry the fields of the configuration', () => {
    const { lines, logger } = logging([], { meta: { region: 'north' } });
    logger.info('hello');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ region: 'north', msg: 'hello' });
  });

  test('are written from another level on where an override fits, the first one counting', () => {
    const overrides = [
      { matchers: { plugin: 'catalog', message: '/^read \\d+/' }, level: 'debug' },
      { matchers: { plugin: ['catalog', 'registry'] }, level: 'error' },
    ] as const;
    const { lines, logger } = logging([], { level: 'warn', overrides });
    const catalog = logger.child({ plugin: 'catalog' });
    catalog.debug('read 7 files');
    catalog.warn('slow');
    logger.child({ plugin: 'registry' }).error('broken');
    logger.child({ plugin: 'auth' }).info('signed in');
    logger.warn('of the root');
    expect(lines.map(line => (JSON.parse(line) as { msg: string }).msg)).toEqual(['read 7 files', 'broken', 'of the root']);
  });

  test('for people have the stack below', () => {
    const line = JSON.stringify({
      level: 50,
      time: 0,
      msg: 'failed',
      plugin: 'a',
      port: 1,
      err: { stack: 'Error: x\n    at y' },
    });
    expect(formatPretty(line)).toBe('00:00:00.000 \u001b[31merror\u001b[39m a failed port=1\n  Error: x\n      at y\n');
  });
});

test.each([
  ['/a?token=x&b=1', '/a?token=***&b=1'],
  ['/a?b=1&access_token=x', '/a?b=1&access_token=***'],
  ['/callback?code=x&state=y&scope=z', '/callback?code=***&state=***&scope=z'],
  ['https://me:pw@example.com/a', 'https://***@example.com/a'],
  ['/a?postcode=1&q=token', '/a?postcode=1&q=token'],
])('the address %s is logged as %s', (url, shown) => {
  expect(redactUrl(url)).toBe(shown);
});
