import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** The navigation as a drawer. */
export interface Drawer {
  readonly open: boolean;
  toggle(): void;
  close(): void;
}

/** Hook: a drawer that belongs to the page on which it was opened. It closes with the next one, and with Escape. */
export function useDrawer(): Drawer {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === pathname;
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setOpenAt(undefined);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return { open, toggle: () => setOpenAt(open ? undefined : pathname), close: () => setOpenAt(undefined) };
}
