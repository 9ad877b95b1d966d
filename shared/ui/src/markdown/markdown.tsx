import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import { useNavigate } from 'react-router';
import styles from './markdown.module.css';
import type { renderMarkdown } from './render-markdown.ts';

/** Props of `Markdown`. */
export interface MarkdownProps {
  /** The text; whoever wrote it need not be trusted. */
  readonly text: string;
  /** The level that a first-level heading of the text gets, 2 to 6. Default 2: the page has its own first level. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6;
  /** The address of the file that the text comes from: relative links and images are meant from there. */
  readonly baseUrl?: string;
  /** `small` for cards and drawers. */
  readonly size?: 'normal' | 'small';
}

type Renderer = typeof renderMarkdown;

/** Paths of the portal's origin that are no pages. */
const noPage = /^\/(api|assets|remotes|\.backstage)\//;

/** Where a plain click on a link of the text leads inside the portal; undefined where the browser shall follow it. */
function insideOf({ target, button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.target || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined;
  if (link.origin !== location.origin || noPage.test(link.pathname)) return undefined;
  return link.pathname + link.search + link.hash;
}

/**
 * Markdown (GitHub's kind) as a page shows it. What the text may do is limited: no scripts, styles or forms, links only to http, https,
 * mailto and relative addresses, images only from http and https. Links to pages of the portal open without a reload. The renderer is fetched when the first text is shown; should it not
 * come, the text is shown as it was written.
 */
export function Markdown({ text, headingLevel = 2, baseUrl, size = 'normal' }: MarkdownProps): ReactElement {
  const [renderer, setRenderer] = useState<{ readonly render: Renderer | undefined } | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    const path = event.defaultPrevented ? undefined : insideOf(event);
    if (path === undefined) return;
    event.preventDefault();
    void navigate(path);
  };
  useEffect(() => {
    let current = true;
    void import('./render-markdown.ts').then(
      loaded => current && setRenderer({ render: loaded.renderMarkdown }),
      () => current && setRenderer({ render: undefined }),
    );
    return () => {
      current = false;
    };
  }, []);
  const render = renderer?.render;
  useLayoutEffect(() => {
    // Elements, not a string: what was checked is what is shown.
    if (render) place.current?.replaceChildren(render(text, { headingLevel, baseUrl }));
  }, [render, text, headingLevel, baseUrl]);
  if (renderer && !render) return <div className={styles.plain}>{text}</div>;
  return (
    <div key={render ? 'rendered' : 'waiting'} ref={place} className={styles.markdown} data-size={size} aria-busy={!render} onClick={follow}>
      {render ? null : <div className={styles.waiting} data-text={text} />}
    </div>
  );
}
