import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useShell } from './shell-context.ts';
import styles from './frame.module.css';

/** Props of `RouteAnnouncer`. */
export interface RouteAnnouncerProps {
  readonly main: HTMLElement | null;
  /** Title of the portal, at the end of each page's title. */
  readonly portalTitle: string;
}

/** Names each page in the title of the document, moves the focus to its heading, and says the title to screen readers. */
export function RouteAnnouncer({ main, portalTitle }: RouteAnnouncerProps) {
  const { focus } = useShell();
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!main) return undefined;
    return focus.watch(main, title => {
      document.title = title === portalTitle ? title : `${title} · ${portalTitle}`;
      if (said.current) said.current.textContent = title;
    });
  }, [focus, main, portalTitle]);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    focus.request();
  }, [focus, pathname]);
  return <div className={styles['hidden']} role="status" ref={said} />;
}
