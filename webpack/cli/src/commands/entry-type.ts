import { parseSync } from '@swc/core';

/** How an entry has to be loaded: as a module where it imports or exports anything. What can't be read counts as a script. */
export function entryTypeOf(source: string): 'module' | 'script' {
  try {
    const { body } = parseSync(source, { syntax: 'ecmascript', target: 'es2022' });
    return body.some(({ type }) => /^(Import|Export)/.test(type)) ? 'module' : 'script';
  } catch {
    return 'script';
  }
}
