import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { ActiveOverrides } from './active-overrides.tsx';
import { OverrideForm } from './override-form.tsx';
import styles from './override.module.css';
import { useOverrides } from './use-overrides.ts';

/** For those who write plugins: another build in the place of a remote, in this session. Nothing for everybody else. */
export function OverrideSettings() {
  const list = useOverrides();
  const title = useRef<HTMLHeadingElement>(null);
  const { hash, key } = useLocation();
  const isSought = hash === '#overrides' && list !== undefined;
  // What they are comes later than the page, so no browser goes there by itself.
  useEffect(() => {
    if (!isSought) return;
    title.current?.scrollIntoView?.();
    title.current?.focus({ preventScroll: true });
  }, [isSought, key]);
  if (!list) return null;
  return (
    <section className={styles['panel']} id="overrides" aria-labelledby="overrides-title">
      <div>
        <h2 id="overrides-title" tabIndex={-1} ref={title}>Local overrides</h2>
        <p className={styles['muted']}>
          See your own build of a plugin in this portal: in this session only, until you reset it or sign out. It may come from{' '}
          {list.origins.map((origin, index) => (
            <span key={origin}>
              {index > 0 && (index === list.origins.length - 1 ? ' and ' : ', ')}
              <code>{origin}</code>
            </span>
          ))}
          {list.origins.length === 0 && 'nowhere: the operator names no origin'}.
        </p>
      </div>
      {list.overrides.length > 0 && <ActiveOverrides overrides={list.overrides} />}
      {list.remotes.length > 0 && <OverrideForm remotes={list.remotes} full={list.overrides.length >= list.mostPerSession} />}
    </section>
  );
}
