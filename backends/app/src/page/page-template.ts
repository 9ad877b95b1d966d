import type { PageFile, PageFiles } from '../shell-build/shell-build.ts';
import { bootStyle } from './boot-style.ts';
import { escapeHtml } from './escape-html.ts';

/** What the page shows and loads. */
export interface PageContent {
  readonly title: string;
  /** Path or URL of the icon. */
  readonly icon: string | undefined;
  /** Styles with the colours of the organization; empty without. */
  readonly brand: string;
  readonly files: PageFiles;
}

/** What differs from request to request. */
export interface PageView {
  readonly nonce: string;
  /** Attributes of the page's root, each with a blank before it. */
  readonly appearance: string;
  /** True if the registry will know who asks, so that the snapshot may be fetched ahead. */
  readonly signedIn: boolean;
  /** What the page was asked for as. */
  readonly path: string;
}

/** Renders the page. */
export type PageTemplate = (view: PageView) => string;

const defaultIcon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M4 28V14a12 12 0 0 1 24 0v14h-6V14a6 6 0 0 0-12 0v14z' fill='%233b5bdb'/%3E%3C/svg%3E";

/** No text of the page holds these: everything that comes from outside is escaped. */
const noncePlace = '<nonce>';
const pathPlace = '<path>';

/** Tells the attributes that make the browser take a file only if it is the one that was built. */
function source({ path, integrity }: PageFile, attribute: 'href' | 'src'): string {
  return `${attribute}="/assets/${escapeHtml(path)}" integrity="${escapeHtml(integrity)}" crossorigin="anonymous" nonce="${noncePlace}"`;
}

const scriptPreload = (file: PageFile): string =>
  file.type === 'module' ? `<link rel="modulepreload" ${source(file, 'href')}>` : `<link rel="preload" as="script" ${source(file, 'href')}>`;
// Without `crossorigin`: webpack fetches what lies on the page's own origin without it, and a preload has to be alike.
const laterPreload =
  (kind: 'script' | 'style') =>
  ({ path, integrity }: PageFile): string =>
    `<link rel="preload" as="${kind}" href="/assets/${escapeHtml(path)}" integrity="${escapeHtml(integrity)}" nonce="${noncePlace}">`;
const dataPreload = (path: string): string => `<link rel="preload" as="fetch" href="${path}" crossorigin="anonymous">`;
const style = (file: PageFile): string => `<link rel="stylesheet" ${source(file, 'href')}>`;
const script = (file: PageFile): string => `<script ${file.type === 'module' ? 'type="module"' : 'defer'} ${source(file, 'src')}></script>`;

/** What differs from request to request, as texts. */
interface Filling {
  readonly appearance: string;
  /** A line that asks for the snapshot, or nothing. */
  readonly snapshot: string;
  /** Lines that ask for what the shell needs with a session, or nothing. */
  readonly later: string;
}

/** What asks ahead for what only browsers with a session need. */
function forSignedIn({ signedIn }: PageFiles): Pick<Filling, 'snapshot' | 'later'> {
  const later = signedIn ? [...signedIn.scripts.map(laterPreload('script')), ...signedIn.styles.map(laterPreload('style'))] : [];
  return { snapshot: dataPreload(`/api/registry/snapshot?at=${pathPlace}`), later: later.join('\n') };
}

function render({ title, icon, brand, files }: PageContent, { appearance, snapshot, later }: Filling): string {
  const name = escapeHtml(title);
  return [
    '<!doctype html>',
    `<html lang="en"${appearance}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${name}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ...files.scripts.map(scriptPreload),
    ...['/api/app/config', '/api/auth/session'].map(dataPreload),
    ...(snapshot === '' ? [] : [snapshot]),
    ...files.styles.map(style),
    ...(later === '' ? [] : [later]),
    `<style nonce="${noncePlace}">${bootStyle}</style>`,
    ...(brand === '' ? [] : [`<style data-brand nonce="${noncePlace}">${brand}</style>`]),
    `<link rel="icon" href="${escapeHtml(icon ?? defaultIcon)}">`,
    ...files.scripts.map(script),
    '</head>',
    '<body>',
    '<div id="root">',
    '<div class="portico-boot" role="status" aria-busy="true">',
    `<div class="portico-boot-header"><span class="portico-boot-title">${name}</span></div>`,
    '<div class="portico-boot-sidebar"></div>',
    '<div class="portico-boot-content">',
    `<noscript><p>${name} needs JavaScript: its plugins are loaded into the page. Allow scripts for this address, then reload.</p></noscript>`,
    '</div>',
    '</div>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** As much of a path as can be said in an address without being encoded: the registry only has to find the remote that it leads into. */
export const plainPath = '/[A-Za-z0-9_./~-]{0,200}';
const beginning = new RegExp(`^${plainPath}`);

/** Compiles the page: what is the same for all requests is put together once. */
export function compilePage(content: PageContent): PageTemplate {
  const variants = new Map<string, string[]>();
  const ahead = forSignedIn(content.files);
  return ({ nonce, appearance, signedIn, path }) => {
    const key = `${signedIn}${appearance}`;
    const parts = variants.get(key) ?? render(content, { appearance, ...(signedIn ? ahead : { snapshot: '', later: '' }) }).split(noncePlace);
    variants.set(key, parts);
    return parts.join(nonce).replace(pathPlace, () => beginning.exec(path)?.[0] ?? '/');
  };
}

/** The page for whoever fills it without this program, with what belongs in its places. */
export interface PageWithPlaces {
  readonly html: string;
  /** Stand in `html`, and nowhere by accident. */
  readonly places: Readonly<Record<'nonce' | 'path' | keyof Filling, string>>;
  /** What belongs in these places for a browser with a session, nothing for others; the nonce and the path have their places in it. */
  readonly signedIn: Pick<Filling, 'snapshot' | 'later'>;
}

/** Renders the page once, with places instead of what differs from request to request. */
export function renderWithPlaces(content: PageContent): PageWithPlaces {
  const places = { nonce: noncePlace, path: pathPlace, appearance: '<appearance>', snapshot: '<snapshot>', later: '<later>' };
  return { html: render(content, places), places, signedIn: forSignedIn(content.files) };
}
