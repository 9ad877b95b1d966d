import type { RemoteSummary } from '@portico/contracts';
import { Badge } from '@portico/ui/badge';
import type { BadgeTone } from '@portico/ui/badge';
import type { ReactElement } from 'react';

const looks: Readonly<Record<RemoteSummary['status'], readonly [label: string, tone: BadgeTone]>> = {
  ok: ['Ready', 'success'],
  refused: ['Refused', 'danger'],
  unverified: ['Unverified', 'warning'],
  empty: ['Nothing yet', 'neutral'],
  disabled: ['Switched off', 'neutral'],
};

/** Whether users get a remote, in a word. */
export function RemoteStatus({ remote }: { readonly remote: Pick<RemoteSummary, 'status' | 'fault'> }): ReactElement {
  const [label, tone] = remote.status === 'ok' && remote.fault ? (['Stale', 'warning'] as const) : looks[remote.status];
  return <Badge tone={tone}>{label}</Badge>;
}
