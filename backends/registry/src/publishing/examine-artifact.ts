import { httpUrlSchema } from '@portico/contracts';
import { isAcceptable, registryRules } from '@portico/remote-checks';
import * as v from 'valibot';
import { configRule } from '../configuration/config-checks.ts';
import { readHosted } from '../mirror/read-hosted.ts';
import type { Registration } from '../remotes/registration.ts';
import { examine } from '../service/examine.ts';
import type { Verdict } from '../service/examine.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import { readBody } from '../service/read-body.ts';
import type { RegistryParts } from '../service/registry-parts.ts';
import { artifactOf } from './artifact.ts';
import type { Artifact } from './artifact.ts';
import { readArchive } from './read-archive.ts';
import { readUpload } from './read-upload.ts';
import type { Upload } from './read-upload.ts';

/** Where the bytes of a version come from. */
export type PublishSource =
  | { readonly kind: 'url'; readonly body: unknown }
  | ({ readonly kind: 'upload' } & Upload);

/** Names of all that is looked at. */
export const publishRules = [...registryRules.map(rule => rule.name), 'every-file-is-listed', configRule];

const urlBody = v.strictObject({ url: httpUrlSchema });

/** Reads what somebody publishes, and does all checks of it. */
export interface ArtifactExamination {
  /** @throws REGISTRY_BODY_INVALID, the UPLOAD_ errors, the errors of hosts that can't be read */
  read(source: PublishSource, registration: Registration, withSignature: boolean): Promise<Artifact>;
  check(registration: Registration, artifact: Artifact, remote: KnownRemote | undefined): Promise<Verdict>;
}

/** Makes the examination. */
export function createArtifactExamination(parts: Pick<RegistryParts, 'reader' | 'uploadLimitMs' | 'offerFile' | 'board' | 'configChecks'>): ArtifactExamination {
  return {
    async read(source, registration, withSignature) {
      if (source.kind === 'upload') return artifactOf(await readArchive(await readUpload(source, parts.uploadLimitMs)));
      const { url } = readBody(urlBody, source.body);
      const reader = { ...parts.reader, allowHosts: parts.reader.allowHosts, withSignature };
      const { content, blobs } = await readHosted(reader, { ...registration, location: url });
      return { content, blobs, findings: [] };
    },
    async check(registration, artifact, remote) {
      const publisherKey = remote?.record.switches.publisherKey;
      const surroundings = { offer: parts.offerFile.current(), remotes: parts.board.remotes(), publisherKey, isRegistered: true };
      const { findings, ...verdict } = examine(registration, artifact.content, surroundings);
      const all = [...artifact.findings, ...findings, ...(await parts.configChecks.findingsOf(verdict.manifest))];
      return { ...verdict, ok: isAcceptable(all), findings: all };
    },
  };
}
