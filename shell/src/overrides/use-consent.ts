import { useCallback, useEffect, useState } from 'react';
import type { ProposedOverride } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { useShell } from '../layout/shell-context.ts';
import { localNetwork } from './local-network.ts';
import type { LocalNetwork } from './local-network.ts';
import { overrideCalls } from './override-calls.ts';
import { takeUp } from './override-tabs.ts';
import { readManifest, withoutAssets } from './read-manifest.ts';

/** How far the question is. */
export type ConsentStep =
  /** The portal is asked whether it allows this at all. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'refused'; readonly error: PorticoError }
  | { readonly kind: 'question'; readonly proposed: ProposedOverride; readonly network: LocalNetwork }
  /** The user has agreed: now, and not before, its origin is asked. */
  | { readonly kind: 'working'; readonly proposed: ProposedOverride; readonly network: LocalNetwork }
  | { readonly kind: 'failed'; readonly proposed: ProposedOverride; readonly network: LocalNetwork; readonly error: PorticoError };

/** A proposal `<id>@<url>` in its parts. */
export function readProposal(text: string): { readonly remote: string; readonly url: string } {
  const at = text.indexOf('@');
  return at < 0 ? { remote: text, url: '' } : { remote: text.slice(0, at), url: text.slice(at + 1) };
}

const asError = (thrown: unknown): PorticoError =>
  isPorticoError(thrown) ? thrown : createError(loaderErrors.RENDER_FAILED, { reason: messageOf(thrown) }, { cause: thrown });

/** Hook: asks the portal about a proposal, and does what the user agrees to. */
export function useConsent(text: string, onDone: () => void): { readonly step: ConsentStep; agree(): void } {
  const { portal } = useShell();
  const [step, setStep] = useState<ConsentStep>({ kind: 'checking' });
  useEffect(() => {
    let current = true;
    const { remote, url } = readProposal(text);
    const check = async (): Promise<ConsentStep> => {
      const proposed = await overrideCalls.propose(remote, url);
      return { kind: 'question', proposed, network: await localNetwork(proposed.origin, window as never) };
    };
    check().then(
      next => current && setStep(next),
      (thrown: unknown) => current && setStep({ kind: 'refused', error: asError(thrown) }),
    );
    return () => void (current = false);
  }, [text]);

  const agree = useCallback(() => {
    if (step.kind !== 'question' && step.kind !== 'failed') return;
    const { proposed, network } = step;
    const load = async () => {
      const manifest = proposed.manifestUrl === undefined ? undefined : withoutAssets(await readManifest(proposed.manifestUrl));
      await overrideCalls.set(proposed.remote, readProposal(text).url, manifest);
      await takeUp(portal);
    };
    setStep({ kind: 'working', proposed, network });
    load().then(onDone, async (thrown: unknown) => {
      // The browser may have asked meanwhile, and been told no.
      setStep({ kind: 'failed', proposed, network: await localNetwork(proposed.origin, window as never), error: asError(thrown) });
    });
  }, [step, text, portal, onDone]);
  return { step, agree };
}
