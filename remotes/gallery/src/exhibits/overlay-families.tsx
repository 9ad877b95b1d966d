import { Button } from '@portico/ui/button';
import { ConfirmDialog, Dialog } from '@portico/ui/dialog';
import { Drawer } from '@portico/ui/drawer';
import { Menu } from '@portico/ui/menu';
import { ToastRegion } from '@portico/ui/toast';
import type { Toast } from '@portico/ui/toast';
import { Tooltip } from '@portico/ui/tooltip';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { Example } from './example.tsx';

export function Dialogs(): ReactElement {
  const [open, setOpen] = useState<'dialog' | 'question'>();
  const close = () => setOpen(undefined);
  return (
    <Example title="A task, and a question">
      <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
      <Button variant="danger" onClick={() => setOpen('question')}>
        Ask before deleting
      </Button>
      <Dialog title="About this portal" open={open === 'dialog'} onClose={close} actions={<Button onClick={close}>Done</Button>}>
        Plugins arrive while the portal runs. The focus stays in this dialog and goes back to the button that opened it.
      </Dialog>
      <ConfirmDialog title="Delete version 1.2.0?" open={open === 'question'} confirmLabel="Delete" tone="danger" onConfirm={close} onCancel={close}>
        Sessions that use it go back to 1.1.0. It can not be undone.
      </ConfirmDialog>
    </Example>
  );
}

export function Drawers(): ReactElement {
  const [side, setSide] = useState<'start' | 'end'>();
  return (
    <Example title="At either edge">
      <Button onClick={() => setSide('start')}>Open at the left</Button>
      <Button onClick={() => setSide('end')}>Open at the right</Button>
      <Drawer title="Kotlin" open={side !== undefined} side={side ?? 'end'} onClose={() => setSide(undefined)}>
        Adopted in 2024 by four teams.
      </Drawer>
    </Example>
  );
}

export function Menus(): ReactElement {
  const [last, setLast] = useState('nothing');
  return (
    <Example title={`Groups, a disabled item and a dangerous one; chosen: ${last}`}>
      <Menu
        label="Actions"
        align="start"
        items={[
          { title: 'Entity', items: [{ id: 'refresh', label: 'Refresh', description: 'Asks its provider for news', onAction: () => setLast('Refresh') }, { id: 'edit', label: 'Edit', disabled: true }] },
          { items: [{ id: 'catalog', label: 'Open the catalog', to: '/catalog' }, { id: 'remove', label: 'Unregister', tone: 'danger', onAction: () => setLast('Unregister') }] },
        ]}
      />
    </Example>
  );
}

export function Tooltips(): ReactElement {
  return (
    <Example title="By pointer and by keyboard">
      <Tooltip content="Asks each provider for news">
        <Button>Refresh</Button>
      </Tooltip>
      <Tooltip content="Below its control" placement="bottom">
        <Button variant="plain">Details</Button>
      </Tooltip>
    </Example>
  );
}

const tones = ['info', 'success', 'warning', 'danger'] as const;

export function Toasts(): ReactElement {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const dismiss = useCallback((id: string) => setToasts(shown => shown.filter(toast => toast.id !== id)), []);
  return (
    <Example title="Tones">
      {tones.map(tone => (
        <Button
          key={tone}
          onClick={() => setToasts(shown => [...shown, { id: `${tone}-${shown.length}`, tone, message: `A message of tone ${tone}`, description: 'And a second line' }])}
        >
          {tone}
        </Button>
      ))}
      <ToastRegion label="Example messages" toasts={toasts} onDismiss={dismiss} />
    </Example>
  );
}
