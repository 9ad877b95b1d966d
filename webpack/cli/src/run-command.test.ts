import { describe, expect, test } from '@jest/globals';
import { buildErrors, createError } from '@portico/errors';
import type { Command } from './command.ts';
import { runCommand } from './run-command.ts';

const greet: Command = {
  summary: 'greets',
  usage: 'greet [name] [--loud]',
  options: { loud: 'boolean' },
  run: ({ words, options }) => {
    const [name = 'nobody'] = words;
    return Promise.resolve({ ok: name !== 'nobody', lines: [options['loud'] ? `${name}!` : name], data: { name } });
  },
};
const failing: Command = { ...greet, run: () => Promise.reject(createError(buildErrors.PORTAL_UNREACHABLE, { url: 'http://a', reason: 'nobody listens' })) };
const withoutToken: Command = { ...greet, run: () => Promise.reject(createError(buildErrors.TOKEN_MISSING, { url: 'http://a' })) };
const details = [{ code: 'x', path: 'a', message: 'first', fix: 'mend it' }];
const refused: Command = { ...greet, run: () => Promise.reject(createError(buildErrors.FAILED, { count: 1 }, { details })) };

async function run(...args: string[]) {
  const written = { result: '', problem: '' };
  const code = await runCommand({
    commands: { greet, failing, refused, tokenless: withoutToken },
    args,
    context: { directory: '/', environment: {}, progress: () => undefined, node: process.execPath },
    output: { result: text => (written.result += text), problem: text => (written.problem += text) },
  });
  return { code, ...written };
}

describe('a line of the command line tool', () => {
  test('prints what the command says, for people or for programs', async () => {
    expect(await run('greet', 'ada', '--loud')).toEqual({ code: 0, result: 'ada!', problem: '' });
    const { code, result } = await run('greet', 'ada', '--json');
    expect([code, JSON.parse(result)]).toEqual([0, { name: 'ada' }]);
  });

  test('ends with 1 for a no, with 2 for a line that makes no sense, with 3 when the portal does not answer', async () => {
    expect((await run('greet')).code).toBe(1);
    expect((await run('refused')).code).toBe(1);
    expect((await run('greet', '--laut')).code).toBe(2);
    expect((await run('shout')).code).toBe(2);
    expect((await run()).code).toBe(2);
    expect((await run('tokenless')).code).toBe(2);
    expect((await run('failing')).code).toBe(3);
  });

  test('says what was expected, every detail and the fix', async () => {
    expect((await run('greet', '--laut')).problem).toBe("Expected a line that makes sense, got: Unknown option '--laut'\nFix: Call it as: portico greet [name] [--loud]");
    expect((await run('shout')).problem).toMatch(/^Expected one of the verbs greet, failing, refused, tokenless, got "shout"/);
    expect((await run('refused')).problem).toBe('Expected a build without faults, found 1\n  - first\n    mend it\nFix: Correct each fault below by its own fix and build again');
  });

  test('gives errors to programs as JSON', async () => {
    const { code, result } = await run('failing', '--json');
    expect([code, JSON.parse(result)]).toEqual([
      3,
      { ok: false, error: { code: 'BUILD_PORTAL_UNREACHABLE', message: 'Expected a portal at http://a, but nobody listens', fix: 'Start it, or name another with --portal or PORTICO_URL' } },
    ]);
  });

  test('explains itself', async () => {
    expect((await run('--help')).result).toMatch(/greet +greets/);
    expect((await run('greet', '--help')).result).toBe('Usage: portico greet [name] [--loud]\ngreets');
  });
});
