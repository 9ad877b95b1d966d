import { transform } from '@swc/core';
import type { JscConfig } from '@swc/core';

/** JavaScript of a TypeScript file: types removed, JSX compiled, imports of siblings named by their compiled files. */
export async function transpile(source: string, filename: string): Promise<string> {
  const { code } = await transform(source, {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: false,
    // Newer than its types: imports of `./a.ts` become imports of `./a.js`.
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx: filename.endsWith('.tsx') },
      transform: { react: { runtime: 'automatic' }, verbatimModuleSyntax: true },
      rewriteRelativeImportExtensions: true,
    } as JscConfig,
    module: { type: 'es6' },
  });
  return code;
}
