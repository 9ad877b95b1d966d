import type { Command } from './command.ts';

/** Options that every verb has. */
export const commonOptions: Command['options'] = {
  json: { type: 'switch', says: 'prints the result as JSON, errors too' },
  help: { type: 'switch', says: 'shows this' },
};

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

/** What `portico --help` says. */
export function helpText(commands: Readonly<Record<string, Command>>): string {
  return [
    'Usage: portico <verb> [words] [options]',
    '',
    ...columns(Object.entries(commands).map(([verb, { summary }]) => [verb, summary])),
    '',
    'portico <verb> --help explains the options of one. Every verb takes --json.',
    'Exit codes: 0 done, 1 refused, 2 called wrongly, 3 the portal gives no answer.',
    'A portal is named by --portal or PORTICO_URL (http://localhost:3000), a token by PORTICO_TOKEN;',
    'the development token of a portal on this machine is found by itself.',
  ].join('\n');
}

/** What `portico <verb> --help` says. */
export function helpOfVerb({ usage, summary, options }: Command): string {
  const rows = Object.entries({ ...options, ...commonOptions }).map(([name, { says }]) => [`--${name}`, says] as const);
  return [`Usage: portico ${usage}`, summary, '', ...columns(rows)].join('\n');
}
