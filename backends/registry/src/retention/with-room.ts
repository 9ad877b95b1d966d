import { isPorticoError, registryErrors } from '@portico/errors';
import type { Sweeping } from './sweeping.ts';

/** Does what takes room; where there is none, what nobody uses of the remote goes first. @throws REGISTRY_QUOTA_USED_UP */
export async function withRoom<T>(sweeping: Pick<Sweeping, 'makeRoom'>, remote: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!isPorticoError(thrown) || thrown.code !== registryErrors.QUOTA_USED_UP.code) throw thrown;
    await sweeping.makeRoom(remote);
    return work();
  }
}
