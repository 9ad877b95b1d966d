import type { Entity } from '@portico/plugin-catalog-common';
import { Badge } from '@portico/ui/badge';
import type { BadgeTone } from '@portico/ui/badge';
import type { ReactElement } from 'react';
import { textAt } from './text-at.ts';

const tones: Record<string, BadgeTone> = { production: 'success', experimental: 'info', deprecated: 'warning' };

/** The lifecycle of an entity, coloured where it is one of the usual ones. */
export function LifecycleBadge({ entity }: { readonly entity: Entity }): ReactElement | null {
  const lifecycle = textAt(entity, 'lifecycle');
  return lifecycle === undefined ? null : <Badge tone={tones[lifecycle.toLowerCase()] ?? 'neutral'}>{lifecycle}</Badge>;
}
