import type { RemoteHealth, SnapshotRemote } from '@portico/contracts';
import { fetchApiRef, readJson, useApi, useLocale } from '@portico/plugin-api';
import { Badge } from '@portico/ui/badge';
import { TextLink } from '@portico/ui/link';
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { useSnapshot } from '../api/use-snapshot.ts';
import { CardBody } from './card-body.tsx';
import styles from './cards.module.css';
import { healthOf } from './plugin-health.ts';

const urgency = { refused: 0, unverified: 1, ok: 2 } as const;

/** Each of them asks for its health. */
const shown = 6;

/** The plugins of the portal, whether they may run and how they fared; those with a fault first. */
export default function PluginsCard(): ReactElement {
  return (
    <CardBody state={useSnapshot()} failed="The plugins can't be listed">
      {({ remotes }) => <Plugins remotes={remotes.toSorted((left, right) => urgency[left.status] - urgency[right.status])} />}
    </CardBody>
  );
}

function Plugins({ remotes }: { readonly remotes: readonly SnapshotRemote[] }): ReactElement {
  if (remotes.length === 0) return <p className={styles.none}>No plugin is registered.</p>;
  return (
    <>
      <ul className={styles.lines}>
        {remotes.slice(0, shown).map(remote => (
          <PluginLine key={remote.id} remote={remote} />
        ))}
      </ul>
      {remotes.length > shown ? <p className={styles.more}>{`and ${remotes.length - shown} more`}</p> : null}
    </>
  );
}

function PluginLine({ remote }: { readonly remote: SnapshotRemote }): ReactElement {
  const { id, title, version, navigation } = remote;
  const fetchApi = useApi(fetchApiRef);
  const health = useLoaded(
    useCallback(
      async signal => readJson<RemoteHealth>(await fetchApi.fetch(`plugin://registry/remotes/${id}/health`, { signal })),
      [fetchApi, id],
    ),
  );
  const { words, tone, detail } = healthOf(remote, health.status === 'ready' ? health.value : undefined, useLocale());
  const path = navigation[0]?.path;
  return (
    <li>
      <span className={styles.words}>
        {path === undefined ? <span>{title}</span> : <TextLink to={path}>{title}</TextLink>}
        <span className={styles.reason} title={version}>
          {detail ?? (health.status === 'loading' ? '\u00a0' : `Version ${version.replace(/\+.*$/, '')}`)}
        </span>
      </span>
      <Badge tone={tone}>{words}</Badge>
    </li>
  );
}
