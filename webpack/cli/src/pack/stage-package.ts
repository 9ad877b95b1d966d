import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import { transpile } from './transpile.ts';

type Exports = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

interface Description {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly scripts?: unknown;
  readonly devDependencies?: unknown;
  readonly exports: Exports;
  readonly bin?: Readonly<Record<string, string>>;
}

const compiled = /\.tsx?$/;
/** Tests, and what only they need. */
const leftOut = /\.test\.[a-z]+$|^build\/testing\//;

/** A package outside of this repository has no source: the condition that names it goes, everything else stays. */
function publishedExports(exports: Exports): Exports {
  return Object.fromEntries(
    Object.entries(exports).map(([door, target]) => {
      if (typeof target === 'string') return [door, target.replace('./src/', './dist/')];
      const { '@portico/source': _source, ...others } = target;
      return [door, others];
    }),
  );
}

function publishedDescription(description: Description): object {
  const { private: _private, scripts: _scripts, devDependencies: _development, bin, ...others } = description;
  return {
    ...others,
    exports: publishedExports(description.exports),
    ...(bin ? { bin: Object.fromEntries(Object.entries(bin).map(([name, file]) => [name, asCompiled(file)])) } : {}),
    files: ['dist', '*.md'],
    engines: { node: '>=24' },
  };
}

function asCompiled(file: string): string {
  return file.replace(/^\.?\/?src\//, './dist/').replace(compiled, '.js');
}

async function stageSource(directory: string, target: string): Promise<void> {
  const source = join(directory, 'src');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const from = join(source, file);
    if (leftOut.test(file) || !/\.[a-z]+$/.test(file)) continue;
    const to = join(target, compiled.test(file) ? file.replace(compiled, '.js') : file);
    mkdirSync(dirname(to), { recursive: true });
    if (compiled.test(file)) writeFileSync(to, await transpile(readFileSync(from, 'utf8'), from));
    else cpSync(from, to);
  }
}

function stageTypes(directory: string, target: string): void {
  const types = join(directory, '.types/src');
  if (!existsSync(types)) throw createError(buildErrors.TYPES_MISSING, { directory });
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    const source = join(directory, 'src', file.replace(/\.d\.ts$/, ''));
    // Declarations of files that are gone stay in the folder of the compiler.
    const alive = ['.ts', '.tsx'].some(ending => existsSync(source + ending));
    if (file.endsWith('.d.ts') && !file.endsWith('.test.d.ts') && alive) cpSync(join(types, file), join(target, file));
  }
}

/**
 * Puts a library package into `target` as it leaves the repository: JavaScript and declarations in `dist`, no source.
 * Needs the declarations that `npm run types` writes.
 *
 * @throws buildErrors.TYPES_MISSING
 */
export async function stagePackage(directory: string, target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  const dist = join(target, 'dist');
  mkdirSync(dist, { recursive: true });
  const description = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Description;
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(publishedDescription(description), null, 2)}\n`);
  for (const page of readdirSync(directory).filter(name => name.endsWith('.md'))) cpSync(join(directory, page), join(target, page));
  stageTypes(directory, dist);
  await stageSource(directory, dist);
}
