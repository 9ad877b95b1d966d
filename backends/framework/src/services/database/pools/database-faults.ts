import { createError, frameworkErrors, isPorticoError } from '@portico/errors';

const lostCodes = new Set([
  // of the network
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT',
  // of PostgreSQL: being stopped, crashed, starting, too many connections
  '57P01', '57P02', '57P03', '53300',
  // of MySQL and MariaDB
  'PROTOCOL_CONNECTION_LOST', 'PROTOCOL_SEQUENCE_TIMEOUT', 'ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR', 'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_CONNECTION_KILLED', 'ER_NORMAL_SHUTDOWN', 'ER_NET_READ_ERROR', 'ER_NET_ERROR_ON_WRITE',
]);

/** Transactions that stood in each other's way; the database undid one of them. */
const conflictCodes = new Set(['40001', '40P01', 'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

// Faults to which drivers give no code. Statements stand before the driver's words, so the words are looked for at the end.
const lostWords = /(Connection terminated[\w ]*|not queryable|Connection ended unexpectedly|in closed state|timeout expired|Connection lost: The server closed the connection\.?)$/;

interface DriverFault {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly fatal?: unknown;
}

function isLost({ code, message }: DriverFault): boolean {
  const known = String(code ?? '');
  // Class 08 of the SQL standard: connection exceptions.
  return lostCodes.has(known) || /^08[0-9A-Z]{3}$/.test(known) || (typeof message === 'string' && lostWords.test(message));
}

/**
 * The one place where faults of the drivers of database servers get a meaning: a database that is away or overrun, or a
 * transaction that gave way to another, is a ServiceUnavailableError. Other faults, such as a broken rule of the
 * tables, stay what they are.
 */
export function translateDatabaseFault(thrown: unknown, pluginId: string): unknown {
  if (isPorticoError(thrown) || typeof thrown !== 'object' || thrown === null) return thrown;
  const fault = thrown as DriverFault;
  if (fault.name === 'KnexTimeoutError') return createError(frameworkErrors.DATABASE_BUSY, { plugin: pluginId }, { cause: thrown });
  if (conflictCodes.has(String(fault.code))) return createError(frameworkErrors.DATABASE_CONFLICT, { plugin: pluginId }, { cause: thrown });
  if (isLost(fault)) return createError(frameworkErrors.DATABASE_UNAVAILABLE, { plugin: pluginId }, { cause: thrown });
  return thrown;
}

/** True for what `translateDatabaseFault` makes of a server that is away. */
export function isUnavailable(fault: unknown): boolean {
  return isPorticoError(fault) && fault.code === frameworkErrors.DATABASE_UNAVAILABLE.code;
}

const fullCodes = new Set(['53300', 'ER_CON_COUNT_ERROR', 'ER_TOO_MANY_USER_CONNECTIONS']);

/** True where nobody got a connection: the server is gone, starts or stops, or says nothing. One that is full answers. */
export function isServerAway(thrown: unknown): boolean {
  if (isPorticoError(thrown)) return true;
  const fault = thrown as DriverFault;
  return isLost(fault) && !fullCodes.has(String(fault.code));
}
