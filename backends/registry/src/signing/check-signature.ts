import type { Finding } from '@portico/remote-checks';
import type { RemoteContent } from '../remotes/remote-content.ts';
import { isSignedBy, signatureFile } from './publisher-key.ts';

function finding(message: string): Finding {
  const fix = 'Sign portico-plugin.json with the private key of the publisher: portico publish --key <file>';
  return { rule: 'signature-is-of-the-publisher', severity: 'error', path: signatureFile, message, fix };
}

/** Looks at the signature of a build, where the remote has a publisher key; without one there is nothing to find. */
export function checkSignature({ signed }: RemoteContent, publisherKey: string | undefined): readonly Finding[] {
  if (publisherKey === undefined) return [];
  if (signed?.signature === undefined) return [finding('Expected a signature of the publisher, got a version without one')];
  if (isSignedBy(publisherKey, signed.manifestBytes, signed.signature)) return [];
  return [finding("Expected a signature by the publisher's key, got one that is not")];
}
