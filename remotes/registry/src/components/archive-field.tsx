import { FileField } from '@portico/ui/field';
import type { ReactElement } from 'react';

/** Takes a tar.gz from the user's machine. */
export function ArchiveField({ onChange }: { readonly onChange: (file: File | undefined) => void }): ReactElement {
  return <FileField label="Archive of the build (tar.gz)" accept=".tgz,.gz,application/gzip" onChange={onChange} />;
}
