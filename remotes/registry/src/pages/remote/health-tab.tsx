import type { RemoteDetail, VersionHealth } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { useLocale } from '@portico/plugin-api';
import { Badge } from '@portico/ui/badge';
import { Card, CardGrid } from '@portico/ui/card';
import { Sparkline } from '@portico/ui/charts';
import { EmptyState, ErrorState, Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useRemoteHealth } from '../../api/use-registry.ts';
import { percentOf } from '../../components/percent-of.ts';
import styles from './remote-page.module.css';
import { ViolationList } from './violation-list.tsx';

interface Counted {
  readonly count: number;
  readonly users: number;
}

/** Hook: how often something happened and to how many, in words. */
function useWordsOf(): (counted: Counted) => string {
  const locale = useLocale();
  return ({ count, users }) =>
    count === 0 ? 'none' : `${count.toLocaleString(locale)}, of ${users === 1 ? '1 user' : `${users.toLocaleString(locale)} users`}`;
}

function VersionCard({ health }: { readonly health: VersionHealth }): ReactElement {
  const { version, channels, loads, failures, renderErrors, uncaught, interfered = [], errorRate = 0, loadMs, hours, errors } = health;
  const people = useWordsOf();
  const badges = channels.map(channel => <Badge key={channel}>{channel}</Badge>);
  const worst = Math.max(...hours.map(hour => hour.errors));
  return (
    <Card title={version} actions={badges} size="medium">
      <dl className={styles['facts']}>
        <dt>Loads</dt>
        <dd>{people(loads)}</dd>
        <dt>Load time</dt>
        <dd>
          {loadMs ? (
            <>
              {Math.round(loadMs.p50)} ms median, {Math.round(loadMs.p75)} ms p75{' '}
              <Sparkline values={hours.map(({ p75 }) => p75 ?? null)} label={`Load time p75 of ${version} by the hour`} min={0} />
            </>
          ) : (
            'none measured'
          )}
        </dd>
        <dt>Failed loads</dt>
        <dd>{people(failures)}</dd>
        <dt>Render errors</dt>
        <dd>{people(renderErrors)}</dd>
        {uncaught ? (
          <>
            <dt>Uncaught errors</dt>
            <dd>{people(uncaught)}</dd>
          </>
        ) : null}
        {interfered.length > 0 ? (
          <>
            <dt>Changed for all plugins</dt>
            <dd>
              <Badge tone="warning">Interferes</Badge> {interfered.map(({ what, count }) => `${what} (${count})`).join(', ')}
            </dd>
          </>
        ) : null}
        <dt>Error rate</dt>
        <dd>
          {loads.count + failures.count === 0 ? (
            'none measured'
          ) : (
            <>
              {percentOf(errorRate)}{' '}
              <Sparkline values={hours.map(hour => hour.errors)} label={`Errors of ${version} by the hour, at most ${worst}`} min={0} tone={worst > 0 ? 'danger' : 'success'} />
            </>
          )}
        </dd>
        {errors.length > 0 ? (
          <>
            <dt>Most frequent</dt>
            <dd>{errors.slice(0, 3).map(({ code, count }) => `${code} (${count})`).join(', ')}</dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}

/** How each version fared in browsers in the last 24 hours, and when one is taken back by itself. */
export function HealthTab({ remote }: { readonly remote: RemoteDetail }): ReactElement {
  const health = useRemoteHealth(remote.id);
  if (health.isPending) return <Skeleton lines={6} />;
  if (!health.data) {
    return <ErrorState title="The health can't be read" message={messageOf(health.error)} onRetry={() => void health.refetch()} />;
  }
  const { budget, versions, violations = [] } = health.data;
  return (
    <>
      {versions.length === 0 ? <EmptyState title="Nobody loaded it in 24 hours" /> : null}
      <CardGrid>
        {versions.map(one => (
          <VersionCard key={one.version} health={one} />
        ))}
      </CardGrid>
      <ViolationList violations={violations} />
      <p className={styles['none']}>
        A version is taken back by itself when, within {budget.windowMinutes} minutes, at least {budget.users} users and {budget.loads} loads
        saw more than {percentOf(budget.errorRate)} errors, and the version before it fared better.
      </p>
    </>
  );
}
