import { authErrors, createError, isPorticoError } from '@portico/errors';

interface ProviderFault {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly status?: unknown;
}

const longestReason = 200;
/** Faults of the provider or of the portal's settings: not the account's. */
const notTheAccount = ['temporarily_unavailable', 'server_error', 'invalid_client', 'unauthorized_client'];

/** Answers of the provider that say no: they stay no however often one asks. */
function refusalOf({ name, error, error_description: description, status, code }: ProviderFault): string | undefined {
  if (typeof error === 'string' && (typeof status !== 'number' || status < 500)) {
    if (notTheAccount.includes(error)) return undefined;
    return (typeof description === 'string' ? `${error}: ${description}` : error).slice(0, longestReason);
  }
  // A token or an answer that does not fit: wrong nonce, state, issuer, audience, signature, time.
  const checks = ['OAUTH_JWT_', 'OAUTH_INVALID_', 'OAUTH_KEY_SELECTION', 'OAUTH_DECRYPTION', 'OAUTH_MISSING', 'OAUTH_JSON_ATTRIBUTE'];
  if (typeof code === 'string' && checks.some(check => code.startsWith(check))) return `an answer that does not fit the question (${code})`;
  return name === 'OperationProcessingError' && code === undefined ? 'an answer that cannot be used' : undefined;
}

/** Turns what the client threw into a fault that says whether another try may help. */
export function translateFault(thrown: unknown, title: string): Error {
  if (isPorticoError(thrown)) return thrown;
  const causes = [thrown, (thrown as { cause?: unknown } | null)?.cause];
  const reason = causes.map(cause => refusalOf((cause ?? {}) as ProviderFault)).find(found => found !== undefined);
  if (reason !== undefined) return createError(authErrors.PROVIDER_REFUSED, { provider: title, reason }, { cause: thrown });
  return createError(authErrors.PROVIDER_DOWN, { provider: title }, { cause: thrown });
}
