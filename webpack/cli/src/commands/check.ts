import { describeFiles } from '@portico/manifest';
import { isAcceptable, registryRules, runChecks } from '@portico/remote-checks';
import { portalOptions } from '../command.ts';
import type { Command } from '../command.ts';
import { findPortal } from '../portal/find-portal.ts';
import { createRegistryCalls } from '../portal/registry-calls.ts';
import { findDist } from '../project/find-project.ts';
import { packDist } from '../project/pack-dist.ts';
import { readDist } from '../project/read-dist.ts';
import { findingLines } from './findings.ts';

/** `portico check`: what a registry would say of a build, before it is published. */
export const check: Command = {
  summary: 'applies the rules of the registry to a build; with --portal also those that need a portal',
  usage: 'check [folder] [--portal <url>]',
  mostWords: 1,
  options: portalOptions,
  async run(input, context) {
    const dist = readDist(findDist(context.directory, input.words[0]));
    const { id = '?', version = '?' } = dist.manifest;
    const asked = input.options['portal'] !== undefined || context.environment['PORTICO_URL'] !== undefined;
    if (asked) context.progress(`asking the portal about ${id} ${version}`);
    const findings = asked
      ? (await createRegistryCalls(findPortal(input, context)).preflight(await packDist(dist))).findings
      : runChecks(registryRules, { manifest: dist.manifest, files: describeFiles(dist.files, dist.manifest.federation?.entry) });
    const ok = isAcceptable(findings);
    const verdict = ok ? `${id} ${version} may be published` : `${id} ${version} is refused as it is`;
    return { ok, lines: [...findingLines(findings), verdict], data: { ok, id, version, findings } };
  },
};
