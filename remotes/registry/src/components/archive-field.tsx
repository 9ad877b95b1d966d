import { useId } from 'react';
import type { ReactElement } from 'react';
import styles from './form.module.css';

/** Takes a tar.gz from the user's machine. */
export function ArchiveField({ onChange }: { readonly onChange: (file: File | undefined) => void }): ReactElement {
  const id = useId();
  return (
    <div className={styles['archive']}>
      <label htmlFor={id}>Archive of the build (tar.gz)</label>
      <input id={id} type="file" accept=".tgz,.gz,application/gzip" onChange={event => onChange(event.target.files?.[0])} />
    </div>
  );
}
