import type { AuditChange } from '@portico/contracts';

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return parts.map(([name, part]) => `${name} ${valueInWords(part)}`).join(', ');
}

/** `channel stable: version 1.0.0 → version 1.1.0`. */
export function changeInWords({ subject, before, after }: AuditChange): string {
  return `${subject}: ${valueInWords(before)} → ${valueInWords(after)}`;
}
