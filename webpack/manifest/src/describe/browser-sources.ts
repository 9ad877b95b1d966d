import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const emptyModule = 'export default new Proxy({}, { get: (_, name) => String(name) });';

// Whatever is taken from it, called or made of it is the stand-in again; as a text it is empty.
const standInValue = `const standIn = new Proxy(function () {}, {
  get(_, name) {
    if (name === Symbol.toPrimitive) return () => '';
    return name === 'then' || typeof name === 'symbol' ? undefined : standIn;
  },
  apply: () => standIn,
  construct: () => standIn,
});`;

/** The text of a module that stands in for one that must not run. */
function standIn(names: readonly string[]): string {
  const exported = names.map(name => {
    if (name === 'default') return 'export default standIn;';
    return name === '*' ? '' : `export { standIn as ${JSON.stringify(name)} };`;
  });
  return [standInValue, ...exported].join('\n');
}

/**
 * Makes Node understand the sources of a browser build: `.tsx` is compiled, stylesheets are empty, and the
 * refused imports of the plugin's own files are replaced by stand-ins.
 *
 * @param ownFiles - file URLs of the plugin's own files
 */
export function understandBrowserSources(ownFiles: ReadonlySet<string>, refused: Readonly<Record<string, readonly string[]>>): void {
  registerHooks({
    resolve(specifier, context, next) {
      const names = context.parentURL && ownFiles.has(context.parentURL) ? refused[specifier] : undefined;
      if (names) return { url: `data:text/javascript,${encodeURIComponent(standIn(names))}`, format: 'module', shortCircuit: true };
      return next(specifier, context);
    },
    load(url, context, next) {
      if (url.endsWith('.css')) return { format: 'module', source: emptyModule, shortCircuit: true };
      if (!url.endsWith('.tsx')) return next(url, context);
      const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
        filename: fileURLToPath(url),
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
      });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}
