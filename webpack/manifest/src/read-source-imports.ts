import { readFileSync } from 'node:fs';
import { parseSync, type ModuleItem } from '@swc/core';

/** One static import of a source file that is still there when it runs. */
export interface SourceImport {
  /** The request as written: `@portico/plugin-api`. */
  readonly request: string;
  /** The names that are taken; `default` and `*` included. */
  readonly names: readonly string[];
}

/** Reads the static imports of a TypeScript file; those of types only are left out. Throws what the parser throws. */
export function readSourceImports(file: string): SourceImport[] {
  const module = parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' });
  return module.body.flatMap(importOf);
}

function importOf(item: ModuleItem): SourceImport[] {
  if (item.type === 'ExportAllDeclaration') return [{ request: item.source.value, names: ['*'] }];
  if (item.type === 'ExportNamedDeclaration' && item.source && !item.typeOnly) {
    const names = item.specifiers.flatMap(one => (one.type === 'ExportSpecifier' && !one.isTypeOnly ? [one.orig.value] : []));
    return [{ request: item.source.value, names }];
  }
  if (item.type !== 'ImportDeclaration' || item.typeOnly) return [];
  const names = item.specifiers.flatMap(one => {
    if (one.type === 'ImportDefaultSpecifier') return ['default'];
    if (one.type === 'ImportNamespaceSpecifier') return ['*'];
    return one.isTypeOnly ? [] : [one.imported?.value ?? one.local.value];
  });
  // `import { type A } from 'x'` is gone when it runs; `import 'x'` is not.
  return names.length === 0 && item.specifiers.length > 0 ? [] : [{ request: item.source.value, names }];
}
