import { parseShape, pluginDescriptionSchema, type PluginManifest } from '@portico/contracts';
import { buildRules, runChecks, type CheckInput, type Finding } from '@portico/remote-checks';
import { assembleManifest } from './assemble-manifest.ts';
import type { BuiltRemote } from './built-remote.ts';
import { describeFiles } from './describe-files.ts';
import { askForDescription } from './describe/ask.ts';
import type { PluginSource } from './plugin-source.ts';

/** A remote's manifest and everything that is wrong with the remote. */
export interface CheckedRemote {
  readonly manifest: PluginManifest;
  readonly findings: readonly Finding[];
}

/**
 * Stamps the manifest of a built remote and applies all rules of the build: to the manifest, to the files, to the
 * source, and to what the browser build describes when it is loaded as the shell would.
 */
export async function checkRemote(remote: BuiltRemote, source: PluginSource): Promise<CheckedRemote> {
  const manifest = assembleManifest(remote, source.description);
  const built = source.description === undefined ? { findings: [] } : await describeBuilt(remote);
  const input: CheckInput = {
    manifest,
    files: describeFiles(remote.files, remote.entry),
    source: { imports: source.imports },
    ...('built' in built ? { built: built.built } : {}),
  };
  return { manifest, findings: [...source.findings, ...built.findings, ...runChecks(buildRules, input)] };
}

type Built = { readonly findings: readonly Finding[] } & Pick<CheckInput, 'built'>;

async function describeBuilt(remote: BuiltRemote): Promise<Built> {
  const scripts = [...remote.files].filter(([path]) => path.endsWith('.js'));
  const answer = await askForDescription({
    kind: 'build',
    directory: remote.directory,
    entry: remote.entry,
    global: remote.global,
    scripts: Object.fromEntries(scripts.map(([path, content]) => [path, content.toString('utf8')])),
    shared: Object.fromEntries(remote.shared.map(({ request, range }) => [request, range])),
  });
  if ('fault' in answer) return { findings: [unloadable(remote.entry, answer.fault)] };
  const parsed = parseShape(pluginDescriptionSchema, answer.description);
  // A description of the wrong shape is reported for the manifest already.
  return parsed.ok ? { built: parsed.value, findings: [] } : { findings: [] };
}

function unloadable(entry: string, fault: string): Finding {
  return {
    rule: 'browser-build-loads',
    severity: 'error',
    path: entry,
    message: `Expected the built remote to load and to describe itself, got: ${fault}`,
    fix: 'Keep code that needs a page out of plugin.tsx and of what it imports; look at the first line of the fault',
  };
}
