/** Follows the heading of the page that is shown. */
export interface PageFocus {
  /** Resolves when the first page has its heading. */
  readonly shown: Promise<void>;
  /** The next heading that appears takes the focus, unless the focus is inside the page by then. */
  request(): void;
  /** Watches the page; `onTitle` is told of each new heading. Returns how to stop. */
  watch(main: HTMLElement, onTitle: (title: string) => void): () => void;
}

/** Makes it. Nothing takes the focus before the first request: the first page leaves it where the browser put it. */
export function createPageFocus(): PageFocus {
  let wanted = false;
  let show: () => void;
  const shown = new Promise<void>(resolve => (show = resolve));
  let focused: HTMLElement | undefined;
  let check: () => void = () => undefined;
  return {
    shown,
    request() {
      wanted = true;
      check();
    },
    watch(main, onTitle) {
      let title = '';
      check = () => {
        const heading = main.querySelector('h1');
        const text = heading?.textContent?.trim();
        if (!heading || !text) return;
        show();
        if (text !== title) onTitle((title = text));
        // A heading that was shown while the page was loading may have taken the focus away with it.
        if (focused && !focused.isConnected && document.activeElement === document.body) wanted = true;
        if (!wanted) return;
        wanted = false;
        focused = heading;
        if (main !== document.activeElement && main.contains(document.activeElement)) return;
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      };
      const observer = new MutationObserver(check);
      observer.observe(main, { childList: true, subtree: true, characterData: true });
      check();
      return () => {
        observer.disconnect();
        check = () => undefined;
      };
    },
  };
}
