import { addModuleDigests } from './import-map.ts';

/** What the probe needs of the browser. */
export interface ProbeOptions {
  readonly nonce: string | undefined;
  readonly importModule: (url: string) => Promise<unknown>;
}

let outcome: Promise<boolean> | undefined;

// A digest that no text has.
const impossible = `sha384-${'A'.repeat(64)}`;

async function probe({ nonce, importModule }: ProbeOptions): Promise<boolean> {
  if (!HTMLScriptElement.supports?.('importmap')) return false;
  const url = URL.createObjectURL(new Blob(['export default 1'], { type: 'text/javascript' }));
  addModuleDigests({ [new URL(url).href]: impossible }, nonce);
  try {
    await importModule(url);
    return false;
  } catch {
    return true;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Whether this browser checks the digests of import maps, also of those added while the page runs. It is tried once,
 * with a module that has to be refused, before the first ES-module remote.
 */
export function enforcesModuleIntegrity(options: ProbeOptions): Promise<boolean> {
  outcome ??= probe(options);
  return outcome;
}
