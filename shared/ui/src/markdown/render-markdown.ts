import DOMPurify from 'dompurify';
import { Marked } from 'marked';

/** How Markdown is turned into elements. */
export interface RenderOptions {
  /** The level that a first-level heading of the text gets, 1 to 6. */
  readonly headingLevel: number;
  /** The address that relative links and images are meant from; the page's own when absent. */
  readonly baseUrl: string | undefined;
}

const tags = (
  'a abbr b blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp ' +
  'small span strong sub summary sup table tbody td tfoot th thead tr ul'
).split(' ');
const attributes = 'alt align checked colspan height href open rowspan src start title type width'.split(' ');
/**
 * Handlers are taken out before the sanitiser looks, which would drop them as well: for each one that a browser reads it writes to
 * the console that the policy of the page forbids it.
 */
const handler = /\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi;
const marked = new Marked({ gfm: true, renderer: { html: ({ text }) => text.replace(handler, '') } });

const linkSchemes = new Set(['http:', 'https:', 'mailto:']);
const imageSchemes = new Set(['http:', 'https:']);

/**
 * A Markdown text as elements that are safe to put into the page: an allow-list of tags and attributes, no handlers, no styles, no
 * names that a script could mistake for its own; links to http, https, mailto and relative addresses only, images to http and https.
 */
export function renderMarkdown(text: string, options: RenderOptions): DocumentFragment {
  const html = marked.parse(text, { async: false });
  const fragment = DOMPurify(window).sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll('a')) settleLink(link, options.baseUrl);
  for (const image of fragment.querySelectorAll('img')) settleImage(image, options.baseUrl);
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) settleHeading(heading, options.headingLevel);
  for (const box of fragment.querySelectorAll('input')) settleBox(box);
  for (const table of fragment.querySelectorAll('table')) wrapTable(table);
  for (const code of fragment.querySelectorAll('pre')) code.tabIndex = 0;
  return fragment;
}

/** The address in full, when its scheme is allowed. */
function addressOf(address: string | null, baseUrl: string | undefined, schemes: ReadonlySet<string>): URL | undefined {
  if (address === null || address === '') return undefined;
  const url = URL.parse(address, baseUrl ?? document.baseURI);
  return url && schemes.has(url.protocol) ? url : undefined;
}

function settleLink(link: HTMLAnchorElement, baseUrl: string | undefined): void {
  const url = addressOf(link.getAttribute('href'), baseUrl, linkSchemes);
  if (!url) {
    link.replaceWith(...link.childNodes);
    return;
  }
  if (baseUrl !== undefined) link.href = url.href;
  if (url.protocol !== 'mailto:' && url.origin !== location.origin) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}

function settleImage(image: HTMLImageElement, baseUrl: string | undefined): void {
  const url = addressOf(image.getAttribute('src'), baseUrl, imageSchemes);
  if (!url) {
    image.replaceWith(image.alt);
    return;
  }
  image.alt ||= '';
  image.setAttribute('loading', 'lazy');
  image.setAttribute('referrerpolicy', 'no-referrer');
  image.src = url.href;
}

function settleHeading(heading: Element, headingLevel: number): void {
  const level = Math.min(6, Number(heading.tagName.slice(1)) + headingLevel - 1);
  const settled = document.createElement(`h${level}`);
  settled.append(...heading.childNodes);
  heading.replaceWith(settled);
}

/** A box of a task list is a sign, not a control. */
function settleBox(box: HTMLInputElement): void {
  if (box.type !== 'checkbox') return box.remove();
  const sign = document.createElement('span');
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', box.checked ? 'Done:' : 'To do:');
  sign.textContent = box.checked ? '☑' : '☐';
  box.replaceWith(sign);
}

function wrapTable(table: HTMLTableElement): void {
  const place = document.createElement('div');
  place.tabIndex = 0;
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', 'Table');
  table.replaceWith(place);
  place.append(table);
}
