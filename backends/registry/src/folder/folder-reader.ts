import { isPorticoError } from '@portico/errors';
import type { RemoteState } from '../offering/offering.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';
import { folderSignature } from './folder-signature.ts';
import { readFolder } from './read-folder.ts';

/** A build that is being written looks faulty for a moment: a good folder counts as faulty after this many looks. */
const patience = 3;
/** A faulty folder is read afresh after this many looks even when nothing seems to have changed. */
const lookAgain = 10;

/** Follows one build folder. */
export interface FolderReader {
  /** The new state of the remote; undefined while there is nothing new. */
  look(): Promise<RemoteState | undefined>;
}

/**
 * Makes a reader of a build folder.
 *
 * @param isSound - whether the remote may run with this content
 */
export function createFolderReader(registration: Registration, isSound: (content: RemoteContent) => boolean): FolderReader {
  const directory = registration.location;
  let signature: string | undefined;
  let shown: 'nothing' | 'good' | 'faulty' = 'nothing';
  /** What was read last, if that was faulty. */
  let faulty: RemoteState | undefined;
  /** Looks at the faulty folder since it became so, or since it was read last. */
  let looks = 0;

  async function read(): Promise<RemoteState> {
    try {
      return { registration, content: await readFolder(directory) };
    } catch (fault) {
      if (!isPorticoError(fault)) throw fault;
      return { registration, fault };
    }
  }

  /** Reads the folder; gives its state if that is good. */
  async function readGood(before: string): Promise<RemoteState | undefined> {
    const state = await read();
    if (state.content && isSound(state.content)) {
      [signature, shown, faulty, looks] = [before, 'good', undefined, 0];
      return state;
    }
    faulty = state;
    signature = await folderSignature(directory, state.content?.manifest);
    return undefined;
  }

  return {
    async look() {
      const now = await folderSignature(directory, faulty?.content?.manifest);
      if (now === signature && !faulty) return undefined;
      looks += 1;
      if (now === signature && shown === 'faulty' && looks < lookAgain) return undefined;
      if (now !== signature || shown === 'faulty') {
        const good = await readGood(now);
        if (good) return good;
      }
      if (shown === 'good' && looks < patience) return undefined;
      [shown, looks] = ['faulty', 0];
      return faulty;
    },
  };
}
