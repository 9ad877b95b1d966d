import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@portico/errors';
import { buildRules, runChecks, type Finding } from '@portico/remote-checks';
import { askForDescription } from './describe/ask.ts';
import { readSourceImports } from './read-source-imports.ts';

/** What the source of a plugin says, without a browser. */
export interface PluginSource {
  /** The requests of the static imports of `plugin.tsx` and `routes.ts`. */
  readonly imports: readonly string[];
  /** What `plugin.tsx` describes; undefined where it could not be read. */
  readonly description?: unknown;
  readonly findings: readonly Finding[];
}

const path = 'src/plugin.tsx';
const importRules = buildRules.filter(rule => rule.name === 'plugin-imports-are-allowed');

/** A fault that the derivation itself meets. */
function undescribed(message: string): Finding {
  return {
    rule: 'plugin-describes-itself',
    severity: 'error',
    path,
    message: `Expected the default export of ${path} to describe itself in Node, got: ${message}`,
    fix: 'Export what createPlugin(...) returns, and keep everything that needs a browser behind () => import(...)',
  };
}

/**
 * Reads what a plugin declares: its imports from the source text, its description by running it in a process of its
 * own, where imports that are not allowed are replaced by stand-ins, so that one fault doesn't hide the others.
 */
export async function readPluginSource(directory: string): Promise<PluginSource> {
  const file = join(directory, path);
  if (!existsSync(file)) return { imports: [], findings: [undescribed('no such file')] };
  try {
    const found = [file, join(directory, 'src/routes.ts')].filter(one => existsSync(one)).flatMap(readSourceImports);
    const imports = [...new Set(found.map(one => one.request))];
    const isRefused = (request: string): boolean => runChecks(importRules, { source: { imports: [request] } }).length > 0;
    const refused: Record<string, readonly string[]> = {};
    for (const { request, names } of found.filter(one => isRefused(one.request))) {
      refused[request] = [...new Set([...(refused[request] ?? []), ...names])];
    }
    const answer = await askForDescription({ kind: 'source', file, refused });
    if ('fault' in answer) return { imports, findings: [undescribed(answer.fault)] };
    return { imports, description: answer.description, findings: [] };
  } catch (thrown) {
    return { imports: [], findings: [undescribed(messageOf(thrown))] };
  }
}
