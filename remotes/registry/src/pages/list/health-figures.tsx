import { Sparkline } from '@portico/ui/charts';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useRemoteHealth } from '../../api/use-registry.ts';
import { percentOf } from '../../components/percent-of.ts';
import styles from './list-page.module.css';

const rateOf = ({ loads, errors }: { readonly loads: number; readonly errors: number }) => (loads + errors === 0 ? null : Math.min(1, errors / Math.max(loads, 1)));

/** How long the version that users get takes to load, and how often it fails. */
export function HealthFigures({ id, version }: { readonly id: string; readonly version: string | undefined }): ReactElement {
  const health = useRemoteHealth(id);
  if (health.isPending) return <Skeleton width="8rem" height="1.25rem" />;
  const figures = health.data?.versions.find(one => one.version === version);
  if (!figures || figures.loads.count + figures.failures.count === 0) return <span className={styles['none']}>No loads in 24 hours</span>;
  const { loadMs, errorRate = 0, hours } = figures;
  const now = loadMs ? `${Math.round(loadMs.p75)} ms` : 'none';
  const errors = errorRate === 0 ? 'no errors' : `${percentOf(errorRate)} errors`;
  return (
    <span className={styles['figures']}>
      <span className={styles['figure']}>
        <Sparkline values={hours.map(({ p75 }) => p75 ?? null)} label={`Load time over 24 hours, p75 ${now}`} min={0} width={72} height={20} />
        <span>{loadMs ? now : 'not measured'}</span>
      </span>
      <span className={styles['figure']}>
        <Sparkline
          values={hours.map(rateOf)}
          label={`Error rate over 24 hours, ${errors}`}
          min={0}
          max={Math.max(0.01, ...hours.map(hour => rateOf(hour) ?? 0))}
          width={72}
          height={20}
          tone={errorRate === 0 ? 'success' : 'danger'}
        />
        <span>{errors}</span>
      </span>
    </span>
  );
}
