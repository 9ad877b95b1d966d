import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import { describeFiles, integrityOf, manifestFileName } from '@portico/manifest';
import { isAcceptable, registryRules, runChecks } from '@portico/remote-checks';
import type { Command } from '../command.ts';
import { findProject } from '../project/find-project.ts';
import { readJson } from '../project/read-json.ts';
import { artifactFiles } from '../project/read-dist.ts';
import { findingLines } from './findings.ts';
import { foreignManifest } from './foreign-manifest.ts';
import type { FederationManifest } from './foreign-manifest.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function readFederation(directory: string): FederationManifest | undefined {
  const file = join(directory, 'mf-manifest.json');
  return existsSync(file) ? readJson<FederationManifest>(file) : undefined;
}

/** `portico manifest`: makes the build of any bundler publishable. */
export const manifest: Command = {
  summary: 'writes portico-plugin.json, digests included, beside the build of any bundler',
  usage: 'manifest <folder> [--id <id>] [--title <title>] [--route <path>] [--entry <file>] [--type module|script] [--global <name>]',
  options: { id: 'string', title: 'string', route: 'string', entry: 'string', type: 'string', global: 'string', version: 'string' },
  async run({ words, options }, { directory, progress }) {
    const dist = resolve(directory, words[0] ?? 'dist');
    if (!existsSync(dist)) throw createError(buildErrors.FOLDER_MISSING, { directory: dist });
    const files = artifactFiles(dist);
    const assets = [...files].map(([path, content]) => ({ path, bytes: content.length, integrity: integrityOf(content) }));
    progress(`${assets.length} files`);
    const made = foreignManifest({
      federation: readFederation(dist),
      description: findProject(dist)?.package ?? findProject(directory)?.package,
      said: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, text(value)])),
      assets,
    });
    const file = join(dist, manifestFileName);
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
    const findings = runChecks(registryRules, { manifest: made, files: describeFiles(files, made.federation.entry) });
    const ok = isAcceptable(findings);
    const verdict = ok ? `Wrote ${file}: ${made.id} ${made.version} may be published` : `Wrote ${file}, but ${made.id} ${made.version} is refused as it is`;
    return await Promise.resolve({ ok, lines: [...findingLines(findings), verdict], data: { ok, file, manifest: made, findings } });
  },
};
