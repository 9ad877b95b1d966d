import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PluginManifest } from '@portico/contracts';
import { buildErrors, createError } from '@portico/errors';
import { describeFiles, manifestFileName } from '@portico/manifest';
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

/** The preset's own manifest holds extensions, APIs and the configuration schema; it alone lists what to preload. */
function refusePresetBuild(directory: string): void {
  const file = join(directory, manifestFileName);
  const written = existsSync(file) ? readJson<Partial<PluginManifest>>(file) : undefined;
  if (written?.federation?.preload) throw createError(buildErrors.PRESET_BUILD, { directory });
}

/** `portico manifest`: makes the build of any bundler publishable. */
export const manifest: Command = {
  summary: 'writes portico-plugin.json, digests included, beside the build of any bundler',
  usage: 'manifest <folder> [--id <id>] [--version <version>] [--title <title>] [--route <path>] [--entry <file>] [--type module|script] [--global <name>]',
  mostWords: 1,
  options: {
    id: { type: 'value', says: 'id of the plugin; without it from package.json' },
    version: { type: 'value', says: 'without it from package.json' },
    title: { type: 'value', says: 'what people see; the id without it' },
    route: { type: 'value', says: 'path of its page; /<id> without it' },
    entry: { type: 'value', says: 'the file that exposes ./plugin; without it from mf-manifest.json, or remoteEntry.js' },
    type: { type: 'value', says: 'module or script; without it from mf-manifest.json, or as the entry is written' },
    global: { type: 'value', says: 'the global that a script sets: <id>__<8 hex digits of its content>' },
  },
  async run({ words, options }, { directory, progress }) {
    const dist = resolve(directory, words[0] ?? 'dist');
    if (!existsSync(dist)) throw createError(buildErrors.FOLDER_MISSING, { directory: dist });
    const said = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, text(value)]));
    const { type = 'module' } = said;
    if (!['module', 'script'].includes(type)) {
      throw createError(buildErrors.OPTION_INVALID, { reason: `the type ${type}, neither module nor script`, usage: manifest.usage });
    }
    refusePresetBuild(dist);
    const files = artifactFiles(dist);
    progress(`${files.size} files`);
    const made = foreignManifest({ federation: readFederation(dist), project: findProject(dist) ?? findProject(directory), said, files });
    const file = join(dist, manifestFileName);
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
    const findings = runChecks(registryRules, { manifest: made, files: describeFiles(files, made.federation.entry) });
    const ok = isAcceptable(findings);
    const verdict = ok ? `Wrote ${file}: ${made.id} ${made.version} may be published` : `Wrote ${file}, but ${made.id} ${made.version} is refused as it is`;
    return await Promise.resolve({ ok, lines: [...findingLines(findings), verdict], data: { ok, file, manifest: made, findings } });
  },
};
