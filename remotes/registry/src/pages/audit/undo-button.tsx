import type { AuditEntry } from '@portico/contracts';
import { Button } from '@portico/ui/button';
import { ConfirmDialog } from '@portico/ui/dialog';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import { changeInWords } from './change-in-words.ts';

/** Takes one change back, after a question; says so where that was done. */
export function UndoButton({ entry }: { readonly entry: AuditEntry }): ReactElement | null {
  const [asking, setAsking] = useState(false);
  const undo = useRegistryChange((client, id: number) => client.undo(id));
  if (entry.undoneBy !== undefined) return <>undone</>;
  if (!entry.undoable) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        Undo
      </Button>
      <ConfirmDialog
        title={`Undo ${entry.action}?`}
        open={asking}
        confirmLabel="Undo"
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await undo.mutateAsync(entry.id);
          setAsking(false);
        }}
      >
        {entry.changes.map(({ before, after, ...change }) => (
          <div key={change.subject}>{changeInWords({ ...change, before: after, after: before })}</div>
        ))}
      </ConfirmDialog>
    </>
  );
}
