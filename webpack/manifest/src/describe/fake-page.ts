import { runInThisContext } from 'node:vm';

type Listener = ((event: { type: string }) => void) | null;

interface FakeElement {
  src?: string;
  href?: string;
  onload?: Listener;
  onerror?: Listener;
  parentNode?: { removeChild(): void };
  setAttribute(): void;
  getAttribute(): null;
}

const origin = 'https://portal.invalid/';

/**
 * Gives this process just enough of a page for a classic webpack build: script elements run the build's own files,
 * stylesheets count as loaded.
 *
 * @param scripts - the text of each script of the build, by path
 */
export function installFakePage(scripts: Readonly<Record<string, string>>): void {
  const element = (): FakeElement => ({ setAttribute: () => undefined, getAttribute: () => null });
  const append = (child: FakeElement): void => {
    child.parentNode = { removeChild: () => undefined };
    queueMicrotask(() => settle(child, scripts));
  };
  const document = {
    currentScript: { tagName: 'SCRIPT', src: `${origin}remoteEntry.js` },
    baseURI: origin,
    head: { appendChild: append },
    createElement: element,
    getElementsByTagName: () => [],
  };
  Object.assign(globalThis, { window: globalThis, self: globalThis, document, location: new URL(origin) });
}

function settle(element: FakeElement, scripts: Readonly<Record<string, string>>): void {
  const path = element.src?.slice(origin.length);
  if (path === undefined) return element.onload?.({ type: 'load' });
  const text = scripts[path];
  if (text === undefined) return element.onerror?.({ type: 'missing' });
  runInThisContext(text, { filename: path });
  element.onload?.({ type: 'load' });
}
