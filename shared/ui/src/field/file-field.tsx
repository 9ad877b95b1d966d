import { useState } from 'react';
import type { ReactElement } from 'react';
import { useLocale } from '../locale/use-locale.ts';
import { FieldHelp, FieldLabel, useControl } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

/** Props of `FileField`. */
export interface FileFieldProps extends FieldProps {
  /** Endings and media types that are offered, as in HTML: ".tgz,application/gzip". The server checks what really comes. */
  readonly accept?: string;
  /** Called with the chosen file; with undefined when the choice is taken away. */
  readonly onChange: (file: File | undefined) => void;
}

/** One file of the user's machine: chosen from a list, or dropped on the field. */
export function FileField(props: FileFieldProps): ReactElement {
  const { label, accept, onChange } = props;
  const control = useControl(props);
  const locale = useLocale();
  const [file, setFile] = useState<File>();

  function choose(next: File | undefined): void {
    setFile(next);
    onChange(next);
  }

  return (
    <div className={styles.field}>
      <FieldLabel control={control}>{label}</FieldLabel>
      <div className={styles.file} data-empty={file === undefined}>
        {/* Covers the box: pressing and dropping anywhere on it is the browser's own business. */}
        <input
          {...control}
          type="file"
          {...(accept === undefined ? {} : { accept })}
          onChange={event => choose(event.target.files?.[0])}
        />
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 10.5V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 10.5v3h11v-3" />
        </svg>
        <span className={styles.fileName}>{file?.name ?? 'Choose a file, or drop it here'}</span>
        {file ? <span className={styles.fileSize}>{sizeOf(file, locale)}</span> : null}
      </div>
      <FieldHelp {...props} id={control.id} />
    </div>
  );
}

function sizeOf({ size }: File, locale: string | undefined): string {
  if (size < 1000) return `${size} bytes`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} kB`;
  return `${(size / 1_000_000).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
