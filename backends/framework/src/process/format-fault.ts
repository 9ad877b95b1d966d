import { createError, frameworkErrors, isPorticoError, messageOf } from '@portico/errors';

function firstFrame(thrown: unknown): string {
  const frame = thrown instanceof Error ? /^\s*at .*$/m.exec(thrown.stack ?? '')?.[0].trim() : undefined;
  return frame ? `${messageOf(thrown)} (${frame})` : messageOf(thrown);
}

/** A fault that ends a start, for people: what, what to do, and each detail on a line of its own. No stack. */
export function formatFault(thrown: unknown): string {
  const fault = isPorticoError(thrown) ? thrown : createError(frameworkErrors.START_FAILED, { reason: firstFrame(thrown) });
  // Some messages list their details themselves.
  const details = (fault.details ?? []).filter(detail => !fault.message.includes(detail.message));
  return [
    `${fault.message} [${fault.code}]`,
    ...details.map(detail => `  ${detail.message}\n    ${detail.fix}`),
    ...(details.length > 0 ? [] : [`  ${fault.fix}`]),
    '',
  ].join('\n');
}
