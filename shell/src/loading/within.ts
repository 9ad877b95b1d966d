import type { PorticoError } from '@portico/errors';

/** The result of `work`, unless it takes longer than the budget. What comes later is dropped. */
export async function within<T>(work: Promise<T>, budgetMs: number, late: () => PorticoError): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lateness = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), budgetMs);
  });
  try {
    return await Promise.race([work, lateness]);
  } finally {
    clearTimeout(timer);
  }
}
