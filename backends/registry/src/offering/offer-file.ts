import { readFile, stat } from 'node:fs/promises';
import { offerSchema, parseShape } from '@portico/contracts';
import type { Offer } from '@portico/contracts';

/** What the shell's build offers, as it is on disk. */
export interface OfferFile {
  readonly path: string;
  /** Reads the file if it has changed. Gives true when the offer is another one now. */
  refresh(): Promise<boolean>;
  /** Undefined while there is no file that can be read. */
  current(): Offer | undefined;
}

async function readOffer(path: string): Promise<Offer | undefined> {
  try {
    const parsed = parseShape(offerSchema, JSON.parse(await readFile(path, 'utf8')));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** Follows `offer.json` of the shell's build. */
export function createOfferFile(path: string): OfferFile {
  let seen = '';
  let offer: Offer | undefined;
  return {
    path,
    async refresh() {
      const state = await stat(path).catch(() => undefined);
      const signature = state ? `${state.mtimeMs}:${state.size}:${state.ino}` : 'absent';
      if (signature === seen) return false;
      seen = signature;
      const before = JSON.stringify(offer);
      offer = await readOffer(path);
      return JSON.stringify(offer) !== before;
    },
    current: () => offer,
  };
}
