import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

const firstReadingMs = 20_000;
const root = resolve(import.meta.dirname, '../../..');
// Compiled code from the last start halves the next one; only what is imported after this line takes part.
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? resolve(root, 'node_modules/.cache/node-compile'));

// Loading modules makes much short-lived garbage; without this the young generation grows for it and stays 15 MB larger.
setFlagsFromString('--semi-space-growth-factor=1');

const { startPortal } = await import('./portal.ts');
await startPortal(process, root);

// The first reading of the catalog makes as much garbage; after it, room for the young generation is what requests need.
setTimeout(() => setFlagsFromString('--semi-space-growth-factor=2'), firstReadingMs).unref();
