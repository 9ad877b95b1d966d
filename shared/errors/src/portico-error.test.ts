import { describe, expect, test } from '@jest/globals';
import { configErrors, createError, isPorticoError, messageOf, startErrors, statusOf } from './index.ts';

describe('createError', () => {
  test('fills the placeholders of message and fix, and keeps code and name of the catalogue', () => {
    const error = createError(configErrors.VALUE_INVALID, {
      path: 'backend.listen.port', expected: 'a number', received: '"x"', source: 'app-config.yaml',
    });
    expect(error).toMatchObject({
      name: 'InputError',
      code: 'CONFIG_VALUE_INVALID',
      message: expect.stringMatching(/backend\.listen\.port.*Expected a number, got "x".*app-config\.yaml/),
      fix: expect.stringContaining('app-config.yaml'),
    });
  });

  test('keeps the cause and the findings it stands for', () => {
    const cause = new Error('disk full');
    const details = [{ code: 'X', message: 'one', fix: 'mend one' }];
    const error = createError(startErrors.ARGUMENT_UNKNOWN, { received: '--x' }, { cause, details });
    expect(error.cause).toBe(cause);
    expect(error.details).toEqual(details);
  });

  test('leaves a placeholder without a value readable instead of printing undefined', () => {
    expect(createError(startErrors.ARGUMENT_UNKNOWN).message).toContain('{received}');
  });
});

describe('recognising errors', () => {
  test('works by mark and not by class, so that two copies of this package agree', () => {
    const error = createError(startErrors.ARGUMENT_UNKNOWN, { received: '--x' });
    expect(isPorticoError(error)).toBe(true);
    expect(isPorticoError(new Error('x'))).toBe(false);
    expect(isPorticoError(null)).toBe(false);
    expect(isPorticoError({ [Symbol.for('portico.error')]: true })).toBe(true);
  });

  test('anything that was thrown has a message', () => {
    expect([messageOf(new Error('a')), messageOf('b'), messageOf(undefined)]).toEqual(['a', 'b', 'undefined']);
  });

  test('a name that is not of the catalogue is an internal error', () => {
    expect([statusOf('NotFoundError'), statusOf('TypeError'), statusOf('constructor')]).toEqual([404, 500, 500]);
  });
});
