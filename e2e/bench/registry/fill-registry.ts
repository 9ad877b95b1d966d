import type { RunningPortal } from '../../setup/portal.ts';
import { startPortal } from '../../setup/portal.ts';
import { archiveOf, pipelineOf } from './publish.ts';
import { filesOf, realisticRemote } from './realistic-remote.ts';

const atATime = 4;

/** Publishes two versions of each remote, so that each has a last good version to fall back to. */
export async function fillRegistry(portal: RunningPortal, from: number, to: number): Promise<void> {
  const pipeline = pipelineOf(portal);
  let next = from;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < to; index = next++) {
      for (const version of ['1.0.0', '1.1.0']) {
        const remote = realisticRemote(index, version);
        await pipeline.publish(remote.id, await archiveOf(filesOf(remote, index)), 'stable');
      }
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}

/** The remotes that every portal of the benchmark has from its configuration: its own pages. */
export const ownRemotes = 4;

/** Starts a portal in which so many remotes are registered, its own among them. */
export async function startFilledPortal(remotes: number): Promise<RunningPortal> {
  const portal = await startPortal({ environment: { PORTICO_LOG_LEVEL: 'warn' } });
  await fillRegistry(portal, 0, remotes - ownRemotes);
  return portal;
}
