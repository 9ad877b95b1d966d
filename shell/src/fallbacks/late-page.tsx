import { useEffect, useState } from 'react';
import { Skeleton } from './skeleton.tsx';
import styles from './skeleton.module.css';

/** Milliseconds of waiting after which the page admits that it takes long. */
const longMs = 3_000;

/** A page whose plugin is on its way. */
export function LatePage({ title }: { readonly title: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['page']} aria-busy="true">
      <p role="status" className={long ? styles['late'] : styles['hidden']}>
        {long ? `${title} is taking longer than usual…` : `Loading ${title}…`}
      </p>
      <div className={styles['title']} />
      <Skeleton lines={2} />
      <div className={styles['block']} />
    </div>
  );
}
