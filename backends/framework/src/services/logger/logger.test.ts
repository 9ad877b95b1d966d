import { describe, expect, test } from '@jest/globals';
import { redactUrl } from '../../http/redact-url.ts';
import { createRootLogger } from '../../index.ts';
import { formatPretty } from './pretty-line.ts';

function logging(secrets: readonly string[] = [], level = 'info') {
  const lines: string[] = [];
  return { lines, logger: createRootLogger({ level, secrets, write: line => void lines.push(line) }) };
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
