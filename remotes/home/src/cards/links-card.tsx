import { configApiRef, useApi } from '@portico/plugin-api';
import { TextLink } from '@portico/ui/link';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useSnapshot } from '../api/use-snapshot.ts';
import { CardBody } from './card-body.tsx';
import styles from './cards.module.css';

interface QuickLink {
  readonly title: string;
  readonly url: string;
}

/** The links of `home.links`; without them, the pages of the portal. */
export default function LinksCard(): ReactElement {
  const config = useApi(configApiRef);
  const [, setRevision] = useState(0);
  useEffect(() => config.subscribe(() => setRevision(count => count + 1)), [config]);
  const links = config.getOptional<readonly QuickLink[]>('home.links');
  return links ? <Links links={links} /> : <PageLinks />;
}

function PageLinks(): ReactElement {
  return (
    <CardBody state={useSnapshot()} failed="The pages can't be listed">
      {({ remotes }) => {
        const entries = remotes.flatMap(remote => remote.navigation).filter(({ path }) => path !== '/');
        return <Links links={entries.map(({ title, path }) => ({ title, url: path }))} />;
      }}
    </CardBody>
  );
}

function Links({ links }: { readonly links: readonly QuickLink[] }): ReactElement {
  if (links.length === 0) return <p className={styles.none}>There are no links yet.</p>;
  return (
    <ul className={styles.lines}>
      {links.map(({ title, url }) => (
        <li key={`${title} ${url}`}>
          {url.startsWith('/') ? <TextLink to={url}>{title}</TextLink> : <TextLink href={url}>{title}</TextLink>}
        </li>
      ))}
    </ul>
  );
}
