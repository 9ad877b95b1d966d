// A digest that no text has.
const impossible = `sha384-${'A'.repeat(64)}`;

/** Digests by absolute URL, and the folders whose every stylesheet is in it. */
const digests = new Map<string, string>();
const folders = new Set<string>();
let watches = false;

function pin(link: HTMLLinkElement): void {
  const { href } = link;
  if (![...folders].some(folder => href.startsWith(folder))) return;
  const integrity = digests.get(href.split(/[?#]/, 1)[0] ?? '') ?? impossible;
  if (link.integrity !== integrity) link.integrity = integrity;
}

/** Links get their digest with their address: when they are put into the page the browser fetches at once. */
function watchLinks(): void {
  if (watches) return;
  watches = true;
  const { prototype } = HTMLLinkElement;
  const href = Object.getOwnPropertyDescriptor(prototype, 'href') as PropertyDescriptor;
  const { setAttribute } = Element.prototype;
  Object.defineProperty(prototype, 'href', {
    ...href,
    set(this: HTMLLinkElement, value: string) {
      href.set?.call(this, value);
      pin(this);
    },
  });
  prototype.setAttribute = function (this: HTMLLinkElement, name: string, value: string) {
    setAttribute.call(this, name, value);
    if (name.toLowerCase() === 'href') pin(this);
  };
}

/**
 * Pins the stylesheets of an ES-module remote: import maps hold digests of modules only, and bundlers add links without any.
 * A stylesheet of the folder that is not listed is refused.
 *
 * @param folder - absolute URL
 * @param listed - digests by absolute URL
 */
export function pinStyles(folder: string, listed: Readonly<Record<string, string>>): void {
  watchLinks();
  folders.add(folder);
  for (const [url, integrity] of Object.entries(listed)) digests.set(url, integrity);
}
