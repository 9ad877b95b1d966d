import type { AuditChange } from '@portico/contracts';

/** Who moved a channel and when stands beside the change; what it gave before is the change itself. */
const saidElsewhere = new Set(['movedAt', 'movedBy', 'previous', 'etag', 'digest']);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function valueInWords(value: unknown): string {
  if (isNothing(value)) return 'nothing';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (!isFields(value)) return String(value);
  const parts = Object.entries(value).filter(([name, part]) => !saidElsewhere.has(name) && !isNothing(part));
  return parts.map(([name, part]) => `${name} ${valueInWords(part)}`).join(', ') || 'nothing';
}

/** Without the fields that are the same on both sides. */
function onlyDifferent(value: unknown, other: unknown): unknown {
  if (!isFields(value) || !isFields(other)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(other[name])));
}

/** `channel stable: version 1.0.0 → version 1.1.0`. */
export function changeInWords({ subject, before, after }: AuditChange): string {
  const [from, to] = [valueInWords(onlyDifferent(before, after)), valueInWords(onlyDifferent(after, before))];
  return from === to ? `${subject}: as before` : `${subject}: ${from} → ${to}`;
}
