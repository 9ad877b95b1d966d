import { useId } from 'react';
import type { FormEvent } from 'react';
import type { OverrideList } from '@portico/contracts';
import styles from './override.module.css';
import { proposals } from './proposals.ts';

/** Props of `OverrideForm`. */
export interface OverrideFormProps {
  readonly remotes: OverrideList['remotes'];
  /** True when the session has as many as it may. */
  readonly full: boolean;
}

/** Points a remote at another build. The question to the user is the same as for a link. */
export function OverrideForm({ remotes, full }: OverrideFormProps) {
  const id = useId();
  const propose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    proposals.add(`${String(values.get('remote'))}@${String(values.get('url')).trim()}`);
  };
  return (
    <form className={styles['form']} onSubmit={propose}>
      <div className={styles['field']}>
        <label htmlFor={`${id}-remote`}>Plugin</label>
        <select id={`${id}-remote`} name="remote">
          {remotes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title === id ? id : `${title} (${id})`}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['wide']}>
        <label htmlFor={`${id}-url`}>Address of its portico-plugin.json</label>
        <input id={`${id}-url`} name="url" type="url" required placeholder="http://localhost:3010/portico-plugin.json" autoComplete="off" spellCheck={false} />
      </div>
      <button type="submit" className={styles['button']} disabled={full}>
        Use this build
      </button>
      {full && <p className={styles['muted']}>This session has as many overrides as it may. Reset one first.</p>}
    </form>
  );
}
