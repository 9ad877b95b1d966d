import { frameworkErrors } from '@portico/errors';

const mostTries = 10;

const transient = [
  // Transactions that stood in each other's way.
  frameworkErrors.DATABASE_CONFLICT.code, 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT',
  // A file that was there a moment ago was swept away: another try brings it along.
  '23503', 'ER_NO_REFERENCED_ROW_2', 'SQLITE_CONSTRAINT_FOREIGNKEY',
];
const retryable = new Set(transient);

function codeOf(thrown: unknown): string {
  return String((thrown as { code?: unknown } | null)?.code ?? '');
}

/** Does something in the database, again where others stood in its way. It has to leave nothing behind when it fails. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (tries >= mostTries || !retryable.has(codeOf(thrown))) throw thrown;
      await new Promise(resolve => setTimeout(resolve, Math.random() * 50 * tries));
    }
  }
}
