import { isPorticoError, messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import { TextField } from '@portico/ui/field';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { ErrorState, Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useImpact, useOffer } from '../../api/use-registry.ts';
import { corePackages, impactRequest } from './core-packages.ts';
import { ImpactTable } from './impact-table.tsx';
import styles from './impact-page.module.css';

const semantic = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

function verdictInWords(breaking: number, all: number, asked: boolean): string {
  if (!asked) return 'Nothing changes: give a version that the shell does not provide yet.';
  if (breaking === 0) return 'Nobody would break.';
  return `${breaking} of ${all} ${all === 1 ? 'plugin' : 'plugins'} would break.`;
}

/** Who would break if the shared core moved on. The proposal is in the address, so that it can be passed on. */
export default function ImpactPage(): ReactElement {
  const [query, setQuery] = useSearchParams();
  const offer = useOffer();
  const packages = offer.data ? corePackages(offer.data) : [];
  const proposed = new Map(packages.map(({ name, version }) => [name, query.get(name) ?? version]));
  const faulty = packages.filter(({ name }) => !semantic.test((proposed.get(name) ?? '').trim()));
  const request = impactRequest(packages.filter(one => !faulty.includes(one)), proposed);
  const impact = useImpact(request, offer.data !== undefined);
  const asked = Object.keys(request).length > 0;
  const failure = offer.error ?? impact.error;

  const change = (name: string, version: string) => (next: string) => {
    const changed = new URLSearchParams(query);
    if (next.trim() === version) changed.delete(name);
    else changed.set(name, next);
    setQuery(changed, { replace: true });
  };

  const breaking = impact.data?.remotes.filter(({ breaks }) => breaks).length ?? 0;
  return (
    <Page>
      <PageHeader
        title="Impact of an upgrade"
        subtitle="Which plugins would be refused if the shell provided other versions of what they share. Nothing is changed."
        breadcrumbs={[{ label: 'Plugins', to: '/registry' }]}
      />
      <PageContent>
        {offer.isPending ? <Skeleton lines={4} /> : null}
        <div className={styles['packages']} role="group" aria-label="What the shell would provide">
          {packages.map(one => (
            <TextField
              key={one.name}
              label={one.name}
              value={proposed.get(one.name) ?? ''}
              description={proposed.get(one.name)?.trim() === one.version ? 'As now' : `Now ${one.version}`}
              error={faulty.includes(one) ? 'Give a version such as 20.0.0' : undefined}
              onChange={change(one.name, one.version)}
            />
          ))}
        </div>
        {failure ? (
          <ErrorState
            title="That can't be said"
            message={messageOf(failure)}
            code={isPorticoError(failure) ? failure.code : undefined}
            onRetry={() => void (offer.error ? offer.refetch() : impact.refetch())}
          />
        ) : (
          <>
            <div className={styles['verdict']}>
              <p role="status">{impact.data ? verdictInWords(breaking, impact.data.remotes.length, asked) : ''}</p>
              {query.size > 0 ? (
                <Button size="small" onClick={() => setQuery(new URLSearchParams(), { replace: true })}>
                  As it is now
                </Button>
              ) : null}
            </div>
            <ImpactTable impact={impact.data} />
          </>
        )}
      </PageContent>
    </Page>
  );
}
