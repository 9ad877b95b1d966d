const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** True for addresses that a click may open: http, https, mailto, tel and paths relative to this page. */
export function isSafeHref(href: string): boolean {
  // The base is only there to let relative paths parse; it is never requested.
  return URL.canParse(href, 'https://relative.invalid') && schemes.has(new URL(href, 'https://relative.invalid').protocol);
}
