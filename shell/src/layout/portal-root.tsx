import { useState, useSyncExternalStore } from 'react';
import { SignInPage, UnreachablePage } from '../parts/first-parts.tsx';
import { laterParts, loadLater } from '../parts/later.ts';
import { lazyPart } from '../parts/lazy-part.tsx';
import { brandOf } from '../tweaks/branding.ts';
import { Frame } from './frame.tsx';
import { titleOf } from './portal-title.ts';
import type { PortalInUseProps } from './portal-in-use.tsx';
import { useShell } from './shell-context.ts';

function organizationOf(config: Readonly<Record<string, unknown>>): string | undefined {
  const { name } = (config['organization'] ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

const LatePortalInUse = lazyPart(async () => (await loadLater()).PortalInUse, { title: 'The portal' });

/** The portal in use. Its code is there before it is shown, unless it could not be fetched then; that is decided once. */
function PortalInUse(props: PortalInUseProps) {
  const [Part] = useState(() => laterParts()?.PortalInUse ?? LatePortalInUse);
  return <Part {...props} />;
}

/** The whole page, by what is known of the portal. */
export function PortalRoot() {
  const { portal } = useShell();
  const state = useSyncExternalStore(portal.subscribe, portal.getState);
  if (state.kind === 'starting') return null;
  if (state.kind === 'ready') return <PortalInUse state={state} />;
  if (state.kind === 'unreachable') {
    return (
      <Frame title="Portico">
        <UnreachablePage portal={state} onRetry={() => void portal.retry()} />
      </Frame>
    );
  }
  const { config } = state.config;
  const title = titleOf(config);
  const brand = brandOf(config);
  const branded = brand ? { brand } : {};
  return (
    <Frame title={title} {...branded}>
      <SignInPage title={title} organization={organizationOf(config)} {...branded} />
    </Frame>
  );
}
