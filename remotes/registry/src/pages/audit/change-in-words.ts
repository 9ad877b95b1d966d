import type { AuditChange } from '@portico/contracts';

/** Who moved a channel and when stands beside the change; what it gave before is the change itself. */
const saidElsewhere = new Set(['movedAt', 'movedBy', 'previous', 'etag', 'digest']);

/** Fields that are amounts: their name comes after the number. */
const units: Readonly<Record<string, (amount: string) => string>> = {
  bytes: amount => `${amount} bytes`,
  files: amount => (amount === '1' ? '1 file' : `${amount} files`),
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function valueInWords(value: unknown): string {
  if (isNothing(value)) return 'nothing';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (!isFields(value)) return String(value);
  const parts = Object.entries(value).filter(([name, part]) => !saidElsewhere.has(name) && !isNothing(part));
  return parts.map(([name, part]) => units[name]?.(valueInWords(part)) ?? `${name} ${valueInWords(part)}`).join(', ') || 'nothing';
}

/** Without the fields that are the same on both sides. */
function onlyDifferent(value: unknown, other: unknown): unknown {
  if (!isFields(value) || !isFields(other)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(other[name])));
}

/** The subject says it already: `version 1.1.0` is of version 1.1.0. */
const without = (words: string, subject: string): string => words.split(', ').filter(part => part !== subject).join(', ');

/** `channel stable: version 1.0.0 → version 1.1.0`; what is new or taken away is said so. */
export function changeInWords({ subject, before, after }: AuditChange): string {
  if (isNothing(before) && !isNothing(after)) return [`${subject}: new`, without(valueInWords(after), subject)].filter(Boolean).join(', ');
  if (isNothing(after) && !isNothing(before)) return `${subject}: taken away`;
  const [from, to] = [valueInWords(onlyDifferent(before, after)), valueInWords(onlyDifferent(after, before))];
  return from === to ? `${subject}: as before` : `${subject}: ${from} → ${to}`;
}
