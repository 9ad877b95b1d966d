import { describe, expect, test } from '@jest/globals';
import { buildErrors, createError } from '@portico/errors';
import type { Command } from './command.ts';
import { runCommand } from './run-command.ts';

const greet: Command = {
  summary: 'greets',
  usage: 'greet [name] [--loud]',
  mostWords: 1,
  options: { loud: { type: 'switch', says: 'shouts' } },
  run: ({ words, options }) => {
    const [name = 'nobody'] = words;
    return Promise.resolve({ ok: name !== 'nobody', lines: [options['loud'] ? `${name}!` : name], data: { name } });
  },
};
const failing: Command = { ...greet, run: () => Promise.reject(createError(buildErrors.PORTAL_UNREACHABLE, { url: 'http://a', reason: 'nobody listens' })) };
const withoutToken: Command = { ...greet, run: () => Promise.reject(createError(buildErrors.TOKEN_MISSING, { url: 'http://a' })) };
const details = [{ code: 'x', path: 'a', message: 'first', fix: 'mend it' }];
const refused: Command = { ...greet, run: () => Promise.reject(createError(buildErrors.FAILED, { count: 1 }, { details })) };

async function runWith(nodeVersion: string, ...args: string[]) {
  const written = { result: '', problem: '' };
  const code = await runCommand({
    commands: { greet, failing, refused, tokenless: withoutToken },
    args,
    nodeVersion,
    context: { directory: '/', environment: {}, progress: () => undefined, node: process.execPath },
    output: { result: text => (written.result += text), problem: text => (written.problem += text) },
  });
  return { code, ...written };
}

const run = (...args: string[]) => runWith('24.0.0', ...args);

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
    expect((await run('refused')).problem).toBe('Expected a build without faults, found 1\n  - first\n    mend it\nFix: Correct each fault by its own fix and build again');
  });

  test('refuses words that nothing takes, and a Node that cannot run it', async () => {
    const { code, problem } = await run('greet', 'ada', 'bob');
    expect([code, problem]).toEqual([2, 'Expected a line that makes sense, got: the word "bob", which nothing here takes\nFix: Call it as: portico greet [name] [--loud]']);
    const old = await runWith('20.11.1', 'greet', 'ada');
    expect([old.code, old.problem]).toEqual([2, expect.stringMatching(/^Expected Node 24 or later, got 20\.11\.1\nFix: /)]);
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
    expect((await run('greet', '--help')).result).toMatch(/^Usage: portico greet \[name\] \[--loud\]\ngreets\n\n {2}--loud {2}shouts\n {2}--json /);
  });
});
