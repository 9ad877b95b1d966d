const levels: Readonly<Record<string, string>> = {
  20: 'debug',
  30: 'info',
  40: '\u001b[33mwarn\u001b[39m',
  50: '\u001b[31merror\u001b[39m',
};
const shownElsewhere = new Set(['level', 'time', 'msg', 'plugin', 'err', 'requestId']);

interface LogLine {
  readonly level: number;
  readonly time: number;
  readonly msg: string;
  readonly plugin?: string;
  readonly err?: { readonly stack?: string; readonly message?: string };
  readonly [field: string]: unknown;
}

/** A log line for people: time, level, plugin, message and further fields; the stack of an error below. */
export function formatPretty(line: string): string {
  const entry = JSON.parse(line) as LogLine;
  const time = new Date(entry.time).toISOString().slice(11, 23);
  const fields = Object.entries(entry)
    .filter(([name]) => !shownElsewhere.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const text = [time, levels[entry.level] ?? entry.level, entry.plugin ?? 'root', entry.msg, ...fields].join(' ');
  const stack = entry.err ? `\n  ${(entry.err.stack ?? entry.err.message ?? '').replaceAll('\n', '\n  ')}` : '';
  return `${text}${stack}\n`;
}
