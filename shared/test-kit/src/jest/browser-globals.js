// jsdom lacks these; react-router and the fetch API clients need them.
import { TextDecoder, TextEncoder } from 'node:util';
import { runInThisContext } from 'node:vm';

Object.assign(globalThis, { TextEncoder, TextDecoder });

// A test file runs in a context of its own, which has jsdom's globals and not Node's. Requests take abort signals of their own kind only.
const names = ['fetch', 'Headers', 'Request', 'Response', 'ReadableStream', 'AbortController', 'AbortSignal', 'structuredClone'];
for (const name of names) Object.defineProperty(globalThis, name, { value: runInThisContext(name), configurable: true, writable: true });
